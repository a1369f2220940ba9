"""Figures of a graded work or of a group of them: its share and its highest score."""

from extractors.curriculum import figures
from extractors.curriculum.grading.columns import COEFFICIENT, group_weights, scores, weights
from extractors.curriculum.grids import Place
from extractors.curriculum.heads import Column, Headed
from models.rows import Value


def figures_of(head: Headed, r: int) -> dict[str, Value]:
    """Return the share and the highest score that a row gives; a coefficient is no share."""
    cells: dict[str, Value] = {}
    weight, score = head.at(r, weights(head)), head.at(r, scores(head))
    if weight.text and not weight.merged:
        value = figures.percent(weight.text)
        value = value if value is not None or _is_debris(head, weight) else figures.number(weight.text)
        if value is not None and 0 < value <= 100:
            if value >= 1 and COEFFICIENT.match(weights(head).path[-1]):  # type: ignore[union-attr]
                return cells  # a coefficient of 1, 2 or 3 is no share
            fraction = value < 1 or value == 1 and "," in weight.text + "." in weight.text
            cells["weight_percent"] = Value(round(value * 100, 2) if fraction else value, weight.span, 0.93, "marks")
    if score.text and not score.merged and (value := figures.number(score.text)) is not None and value > 0:
        share = score.text.rstrip().endswith("%")
        cells.setdefault("weight_percent" if share else "max_score", Value(value, score.span, 0.93, "marks"))
    return cells


def _is_debris(head: Headed, place: Place) -> bool:
    """Say whether a lone 1 or 2 stands among shares with their sign: what is left of one that was not read."""
    column = weights(head)
    others = [head.at(r, column).text for r in head.data]
    return place.text.strip() in ("1", "2") and sum("%" in text for text in others) >= 2


def shared_figures(head: Headed, r: int, period: Column | None) -> dict[str, Value]:
    """Return the share of the group that begins in a row, from the column of the groups' shares."""
    place = head.at(r, group_weights(head, period))
    value = figures.percent(place.text) or figures.number(place.text)
    return {"weight_percent": Value(value, place.span, 0.9, "marks")} if value and 1 <= value <= 100 else {}


def group_figures(head: Headed, r: int, named: Place) -> dict[str, Value]:
    """Return the sum that is printed for a period beside its first row: a total score, or a share over its rows."""
    cells: dict[str, Value] = {}
    total = head.at(r, head.of("score_total"))
    if total.text:
        bounds = figures.share(total.text)
        value = bounds[1] if bounds else figures.number(total.text)
        if value:
            cells["max_score"] = Value(value, total.span, 0.85, "marks")
    if share := figures.percent(named.text):
        cells["weight_percent"] = Value(share, named.span, 0.85, "marks")
    return cells
