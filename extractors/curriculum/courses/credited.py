"""Credits of a course: beside a label, in a table that parts them by activity, before the hours in a cell of a list."""

import re

from extractors.curriculum import figures
from extractors.curriculum.cards.labelled import Pair
from extractors.curriculum.cards.meanings import MARKER
from extractors.curriculum.grids import Grid, grids
from extractors.curriculum.heads import Headed, headed
from extractors.curriculum.lines_above import caption
from extractors.curriculum.wording import lexicon
from models.document import Document
from models.rows import Value

MOST_OF_COURSE = 20
"""Credits that a course has at most; `Khối lượng học tập` with more of them tells of a programme."""
SURE = 0.93
"""Score of a label from which its figure is taken for credits, however many."""
_ALONE = ("self_study", "supervised_self_study")
_PARTED = re.compile(r"(?P<whole>\d{1,2})\s*(?:tín chỉ|TC)?\s*[(:](?P<parts>(?:(?!tiết|giờ)[^()])+)\)?\.?", re.I)
_FIGURE = re.compile(r"(?<![\d,.])\d{1,2}(?:[.,]\d)?(?!\d)")
_WITH_HOURS = re.compile(r"(?P<credits>\d{1,2})\s*/\s*(?P<hours>\d{2,3})")


def course_credits(document: Document, known: tuple[Pair, ...]) -> Value | None:
    """Return the credits of the course; where no label is a course's own, of one that a programme's card has too."""
    for meaning in ("course.credits", "programme.total_credits"):
        for pair in (p for p in known if p.meaning == meaning):
            value = credits_of(pair.text)
            sure = meaning == "course.credits" and pair.score >= SURE
            if value is not None and (sure or 0 < value <= MOST_OF_COURSE):
                return pair.value(value)
    for grid in grids(document):
        head = headed(grid) if counts_credits(document, grid) else None
        for column in head.columns if head else ():
            place = head.at(head.first, column) if head and head.first < len(grid.rows) else None
            value = figures.number(place.text) if place and column.activity == "total" else None
            if place and value is not None and 0 < value <= MOST_OF_COURSE:
                return Value(value, place.span, 0.88, "credits.table")
    return None


def counts_credits(document: Document, grid: Grid) -> bool:
    """Say whether the line above a table of activities, or the credits that they make in it, says that its figures are
    credits, no hours."""
    head = headed(grid)
    return _small(head) and (names_credits(caption(document, grid.start)[0]) or _makes_credits(head))


def _makes_credits(head: Headed | None) -> bool:
    """Say whether the figures of the one row of a table make its credits: `3 | 2 | 1` under `Số tín chỉ | LT | TH`."""
    credits = head.of("credits") if head and len(head.data) == 1 else None
    if head is None or credits is None:
        return False
    kinds = [c for c in head.columns if c.activity and c.activity not in _ALONE]
    made = sum(figures.number(head.at(head.first, c).text) or 0.0 for c in kinds)
    return made > 0 and made == figures.credits(head.at(head.first, credits).text)


def _small(head: Headed | None) -> bool:
    """Say whether all figures may be credits; those of study alone are hours beside them."""
    counted = [c for c in head.columns if c.activity not in _ALONE] if head else []
    values = [figures.number(p.text) for r in head.data for c in counted if (p := head.at(r, c)).text] if head else []
    return bool(values) and all(v is not None and v <= MOST_OF_COURSE for v in values)


def beside_credits(activity: str, count: float) -> bool:
    """Say whether a figure of a table of credits is hours nevertheless: those of study alone, too many for credits."""
    return activity in _ALONE and count > MOST_OF_COURSE


def parts_credits(label: str, told: str) -> bool:
    """Say whether a value parts credits by activity: `Số tín chỉ`, `4 (Lý thuyết: 2; Thực hành: 2)`; none is hours."""
    parted = _PARTED.fullmatch(told.strip())
    counts = [float(n.replace(",", ".")) for n in _FIGURE.findall(parted["parts"])] if parted else []
    if parted is None or not counts or max(counts) > float(parted["whole"]):
        return False
    return names_credits(label)


def names_credits(label: str) -> bool:
    """Say whether a label is that of a course's credits: `6. Số tín chỉ`."""
    return lexicon("cards.tsv").match(MARKER.sub("", label).strip(" :."), SURE) == "course.credits"


def credits_of(text: str) -> float | int | None:
    """Return the credits of a cell; of `3/45`, which gives the hours behind them, the first figure."""
    both = _WITH_HOURS.fullmatch(text.strip())
    return int(both["credits"]) if both and hours_beside(text) else figures.credits(text)


def hours_beside(text: str) -> int | None:
    """Return the hours that stand behind the credits of a cell: ten to sixty for each."""
    both = _WITH_HOURS.fullmatch(text.strip())
    hours = int(both["hours"]) if both and int(both["credits"]) else 0
    return hours if both and 10 <= hours / int(both["credits"]) <= 60 else None
