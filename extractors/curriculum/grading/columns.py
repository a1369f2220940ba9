"""The columns of a table of graded works: who names them, groups them, and gives their shares and scores."""

import re
from dataclasses import replace

from extractors.curriculum import figures
from extractors.curriculum.heads import Column, Headed
from extractors.curriculum.table_rows import is_total
from extractors.curriculum.wording import KNOWLEDGE
from normalizers.letters import lettered
from normalizers.wordings import Wordings

ITEM_CODE = re.compile(lettered(r"\p{Lu}{1,6}\d?(?:[.#\s-]?\d{1,2}(?:\.\d{1,2})?)?\.?"))
_OUTCOMES = re.compile(r"[A-ZĐ]{1,5}\s?\d{1,2}(?:\.\d{1,2})*(?:\s*[,;–-]\s*(?:[A-ZĐ]{1,5}\s?)?\d{1,2}(?:\.\d{1,2})*)*")
_WORDS = KNOWLEDGE / "mark_heads.tsv"
_TIMES, _METHOD = Wordings(_WORDS, "<<times>>", re.I), Wordings(_WORDS, r"<<method>>\b", re.I)
_WHAT, COEFFICIENT = Wordings(_WORDS, "<<content>>", re.I), Wordings(_WORDS, "<<coefficient>>", re.I)
_FORM, _COMPONENT = Wordings(_WORDS, r"<<form>>\b", re.I), Wordings(_WORDS, "<<component>>|<<form>>", re.I)
_PERIOD = Wordings(_WORDS, "<<period>>", re.I)
_DONE = Wordings(KNOWLEDGE / "work_forms.tsv", r"\W*<<form>>(?!\w)", re.I)
LEAST_FORMS = 3
"""Works from which a column of forms of work tells how each of them is done."""
_WORDY = ("assessment", "period", "control", "activity", "component", "task", "topic", "description", None)
"""What the heads of columns in words before the figures may mean."""
PARTED = 2
HUNDRED = 100


def named_columns(head: Headed) -> tuple[Column | None, Column | None]:
    """Return the columns of periods and of works: the two that stand before the figures, or one of works alone."""
    figures_at = _figures_at(head)
    wordy = [
        c
        for c in head.columns[:figures_at]
        if c.meaning in _WORDY
        and any(len(text := head.at(r, c).text) > 2 and any(map(str.isalpha, text)) for r in head.data)
        and not (c.meaning is None and _only_outcomes(head, c))
    ]
    work = head.of("assessment")
    parted = head.all("period")
    if len(parted) == PARTED and parted[0].path == parted[1].path:
        return parted[0], parted[1]  # one head over the groups and their works
    coded = next((c for c in wordy if c.meaning in ("control", "assessment") and _all_codes(head, c)), None)
    if coded and (named := _named_beside(head, coded, wordy)):
        return next((c for c in reversed(wordy) if c.index < coded.index), None), named
    if work:
        return next((c for c in reversed(wordy) if c.index < work.index and not _numbers_works(head, c)), None), work
    if len(wordy) >= 2 and _over_all(head, wordy[0]) and unbulleted(head, wordy[1], list(head.data)):
        return None, wordy[1]
    if len(wordy) >= 2 and _tells_how(head, wordy[0], wordy[1]):
        return None, wordy[0]
    if len(wordy) >= 2:
        return wordy[0], wordy[1]
    return None, wordy[0] if wordy else head.of("description")


def _figures_at(head: Headed) -> int:
    """Return where the works' figures begin; the shares of groups may stand before the names of the works."""
    first = min(c.index for c in head.columns if c.meaning in ("score", "weight"))
    shares = head.all("weight")
    works = [c for c in head.columns if c.meaning in ("assessment", "control") and first < c.index]
    between = [c for c in works if len(shares) > 1 and first == shares[0].index and c.index < shares[1].index]
    merged = any(head.at(r, shares[0]).merged for r in head.data) if between else False
    return shares[1].index if merged else first


def _only_outcomes(head: Headed, column: Column) -> bool:
    """Say whether a column lists the outcomes that each work proves, and nothing else."""
    own = [p.text for r in head.data if (p := head.at(r, column)).text and not p.merged]
    return bool(own) and all(_OUTCOMES.fullmatch(text) for text in own)


def _over_all(head: Headed, column: Column) -> bool:
    """Say whether one merged cell fills a column: `Lý thuyết` over all works parts none of them from others."""
    own = [r for r in head.data if not sums_up(head, r)]
    return len({head.at(r, column).text for r in own}) == 1 and sum(head.at(r, column).merged for r in own) > 1


def _tells_how(head: Headed, works: Column, methods: Column) -> bool:
    """Say whether the second column tells by which method each work of the first is graded; periods are no works."""
    said = [(p.text, p.merged) for r in head.data if (p := head.at(r, works)).text and not sums_up(head, r)]
    named = works.path and methods.path and _FORM.match(methods.path[-1])
    formed = named and (not _COMPONENT.match(works.path[-1]) or _only_forms(head, methods))
    method = formed or methods.path and (_METHOD.match(methods.path[-1]) or _says_what(head, methods))
    if not method or any(merged for _, merged in said):
        return False
    return len({text for text, _ in said}) == len(said) and not all(_PERIOD.search(text) for text, _ in said)


def _only_forms(head: Headed, column: Column) -> bool:
    """Say whether every cell of a column tells how a work is done, and nothing else: `Tự luận 60 phút`."""
    own = [head.at(r, column).text for r in head.data if not sums_up(head, r)]
    return len(own) >= LEAST_FORMS and all(_DONE.match(text) for text in own)


def _says_what(head: Headed, column: Column) -> bool:
    """Say whether a column tells of every work what it is about; where a group leaves or spans it, it names works."""
    own = [head.at(r, column) for r in head.data if not sums_up(head, r)]
    return _WHAT.fullmatch(column.path[-1]) is not None and all(p.text and not p.merged for p in own)


def _all_codes(head: Headed, column: Column) -> bool:
    """Say whether a column holds nothing but codes of works: `A1.1`, `BT2`."""
    places = [head.at(r, column) for r in head.data if not sums_up(head, r)]
    own = [p.text for p in places if p.text and not p.merged and p.column_span == 1]  # a wider cell names a group
    return len(own) >= 2 and all(ITEM_CODE.fullmatch(text) for text in own)


def _numbers_works(head: Headed, column: Column) -> bool:
    """Say whether a column gives every work a code of its own, which groups none of them."""
    own = [head.at(r, column).text for r in head.data if not sums_up(head, r)]
    return _all_codes(head, column) and len(set(own)) == len(own)


def _named_beside(head: Headed, coded: Column, wordy: list[Column]) -> Column | None:
    """Return the column that names the works whose codes another column gives: `A1.1 | Chuyên cần`."""
    after = [c for c in wordy if c.index > coded.index]
    told = [c for c in after if c.path and not _all_codes(head, c)]
    forms = [c for seen in (_FORM, _METHOD) for c in told if seen.match(c.path[-1])]
    return next((c for c in after if c.meaning == "topic"), forms[0] if forms else None)


def unbulleted(head: Headed, title: Column, rows: list[int]) -> set[int]:
    """Return the rows that name groups: without a bullet, right above works that have one."""
    said = [(r, head.at(r, title).text) for r in rows if any(c.isalpha() for c in head.at(r, title).text)]
    bulleted = {r for r, text in said if re.match(r"[-–—•+*]\s*\S", text)}
    if len(bulleted) < 2 or not said or said[0][0] in bulleted:
        return set()
    below = {r: under for (r, _), (under, _) in zip(said, said[1:], strict=False)}
    return {r for r, under in below.items() if r not in bulleted and under in bulleted}


def sums_up(head: Headed, r: int) -> bool:
    """Say whether a row holds nothing of its own or sums up the others."""
    own = [p for p in head.grid.rows[r] if p.text and not p.merged]
    return not own or any(is_total(p.text) for p in own[:2])


def weights(head: Headed) -> Column | None:
    """Return the column of the works' shares: of two the one that is not the groups'."""
    columns = head.all("weight")
    columns = [c for c in columns if not COEFFICIENT.match(c.path[-1])] or columns  # `Hệ số` beside `Trọng số`
    shared = group_weights(head, named_columns(head)[0]) if len(columns) > 1 else None
    return next((c for c in columns if c is not shared), None)


def group_weights(head: Headed, period: Column | None) -> Column | None:
    """Return the column of the groups' shares, where the works have one of their own: filled where a group begins."""
    rows = [r for r in head.data if not sums_up(head, r)]
    begun = [_begins(head, r, period) for r in rows]
    if period is None or len(head.all("weight")) < 2 or all(begun) or not any(begun):
        return None
    return next((c for c in head.all("weight") if [_begins(head, r, c) for r in rows] == begun), None)


def _begins(head: Headed, r: int, column: Column | None) -> bool:
    place = head.at(r, column)
    return bool(place.text) and not place.merged


def scores(head: Headed) -> Column | None:
    """Return the column of scores: of `score of one | how many | in all` the last, of words and sums the sums."""
    score = head.of("score")
    worded = score and all(figures.number(head.at(r, score).text) is None for r in head.data)
    score = head.of("score_total") if worded and head.of("score_total") else score
    after = [c for c in head.columns if score and c.index > score.index]
    times = next((c for c in after if c.path and _TIMES.fullmatch(c.path[-1])), None)
    return next((c for c in after if times and c.index > times.index and c.activity == "total"), score)


def with_shares(head: Headed) -> Headed:
    """Return a table of works whose column of percentages makes a hundred with that column as their weights; else the
    table: `Item | Percentage` sets weights, and percentages beside letters are the steps of a scale. Points beside such
    weights are scores: `Component | Points | Percent`."""
    shares = head.all("percent") + head.all("weight")
    named = head.of("assessment", "control", "component")
    if len(shares) != 1 or named is None or head.of("letter", "score", "name", "credits"):
        return head
    told = [figures.percent(head.at(r, shares[0]).text) or 0 for r in head.data if not sums_up(head, r)]
    if not told or sum(told) != HUNDRED:
        return head
    meant = {"percent": "weight", "points": "score"}
    return replace(head, columns=tuple(replace(c, meaning=meant.get(c.meaning or "", c.meaning)) for c in head.columns))
