"""Told sums: wholes and parts that one sentence or one run of lines tells, whatever of them was read as rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.checks.figures.sums import CLOSE, FAREST, misfit, norms_of
from extractors.checks.printed import WORDS, joined_lines, value_of
from extractors.checks.telling import tell
from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.hours.told_hours import activity_named
from models.document import Document
from models.rows import Finding, Row
from normalizers.wordings import Wordings

NEAR = 0.01
MOST = {"hours": 9999, "credits": 400, "points": 100}
"""What a whole of a unit is at most; `BIO 2202 Credits: 4` is the number of a course."""
LINES = 3
"""Lines of a run, the whole among them, from which it is one."""
_NUMBER = r"(?<![\d.,/–-])\d{1,4}(?:[.,]\d{1,2})?(?![\d/]|[.,]\d)"
_UNITS = ("hours", "credits", "points")
_WHOLE = {
    unit: Wordings(
        WORDS,
        rf"({_NUMBER})\s*<<{unit}>>\w*\.?[^\d.;:(]{{0,30}}(?:{_NUMBER}\s*<<credits>>\w*(?:\s\w+)?)?[.]?\s*"
        r"(?:\([^()]{1,24}\)\s*)?(?:(?P<open>\()|[,;:–—-]?\s*<<among>>(?!\w)|(?P<colon>:\s))",
        re.I,
    )
    for unit in _UNITS
}
"""A whole before its parts: `Усього 90 годин (3 кредити), з них`, `200 hours of learning (`."""
_LABELLED_WHOLE = Wordings(
    WORDS,
    rf"<<hours>>\w*[^\d\n:–—-]{{0,14}}\s*[:–—-]\s*({_NUMBER})\s*"
    r"(?:in total\s*)?(?:(?P<open>\()|[,;:(]?\s*<<among>>(?!\w))",
    re.I,
)
"""A whole behind its label: `Сағат саны: 150, оның ішінде`."""
_BARE_WHOLE = Wordings(
    WORDS, rf"^\W*[^\W\d_][^\d\n:–—]{{3,40}}[:–—]\s*({_NUMBER})\s*(?:(?P<open>\()|[,;]\s*)<<among>>(?!\w)", re.I
)
"""A whole without its unit before its parts: `Аудиторних: 48, у тому числі`."""
_STATED_WHOLE = Wordings(WORDS, rf"(?<!\w)<<whole>>[^\d\n\t]{{0,16}}<<hours>>\w*\s*[:–—-]\s*({_NUMBER})", re.I)
"""A whole alone in its cell: `Загальна кількість годин – 120`."""
_PART = re.compile(rf"({_NUMBER})\s*((?:[^\W\d_]{{1,16}}\.?[ ]?){{0,2}})")
_HOURED_PART = Wordings(WORDS, rf"[^\W\d_]\.?\s*[:–—-]\s*({_NUMBER})\s*<<hours>>", re.I)
_TIMES = re.compile(r"[^\W\d_]\.?\s*[×xх*]\s*\d")
"""One count times another: `8 занять × 2 год`."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = Wordings(WORDS, r"(?<!\w)<<numbered>>\s+$", re.I)
"""What has a number of its own, as a level or a year: no count stands behind it."""
_ALONE = Wordings(WORDS, r"(?<!\w)<<alone>>", re.I)
_AMONG = Wordings(WORDS, r"(?<!\w)<<among>>(?!\w)", re.I)
_UNIT = {unit: Wordings(WORDS, f"<<{unit}>>", re.I) for unit in _UNITS}
_LISTED = Wordings(
    WORDS, rf"\W*(?P<label>[^\W\d_][^:\d\n]{{2,80}}?)\s*[:–—\t-]\s*({_NUMBER})\s*<<hours>>\w*[.,;]?\s*", re.I
)
_SUM = Wordings(WORDS, r"\W*<<whole>>(?!\w)", re.I)
_LABELLED = Wordings(
    WORDS, rf"<<credits>>\w*[^\d\n]{{0,12}}({_NUMBER})\s*[,(–-]{{1,2}}\s*({_NUMBER})\s*<<hours>>", re.I
)
_CREDITED = Wordings(WORDS, rf"({_NUMBER})\s*<<credits>>(?P<between>[^\d\n]{{0,26}}?)({_NUMBER})\s*<<hours>>", re.I)
_HOURED = Wordings(WORDS, rf"({_NUMBER})\s*<<hours>>(?P<between>\w*\.?\s*[(/,–-]\s*)({_NUMBER})\s*<<credits>>", re.I)
_CREDITS = Wordings(WORDS, rf"(?P<credits>{_NUMBER})\s*<<credits>>", re.I)
_CREDITS_LABEL = Wordings(WORDS, rf"<<credits>>[^\d\n:]{{0,14}}:\s*(?P<credits>{_NUMBER})", re.I)
_STATED = Wordings(WORDS, r"<<stated>>", re.I)
_OF_A_KIND = Wordings(WORDS, "<<of_a_kind>>", re.I)


@dataclass(frozen=True)
class _Told:
    """A whole and its parts as a place of the text tells them."""

    whole: float
    parts: tuple[float, ...]


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the wholes that their parts do not make, and hours that do not fit the credits beside them."""
    if not rows or len(syllabi(document)) > 1:
        return []
    key = next((row.row_key for row in rows if row.table == "workloads"), None)
    found: list[Finding] = []
    lines = joined_lines(document)
    for told in [*(t for line in lines for t in _sentences(line, "hours")), *_runs(lines), *_far(lines)]:
        sums = {"total": told.whole, "made": sum(told.parts)}
        found.append(tell("workload_total", "error", "workloads", key, **sums))
    for unit, table in (("credits", "courses"), ("points", "assessments")):
        for told in (t for line in lines for t in _sentences(line, unit)):
            found.append(tell("table_total", "error", table, made=sum(told.parts), printed=told.whole))
    return found + list(_norms(document, rows, lines, key))


def _sentences(line: str, unit: str) -> Iterator[_Told]:
    """Yield the wholes of a line that the parts told behind them cannot make."""
    match = _WHOLE[unit].search(line)
    if match is None and unit == "hours":
        match = _LABELLED_WHOLE.search(line) or _BARE_WHOLE.search(line)
    if match is None or _ALONE.search(match[0]):
        return  # nothing is told, or what seems the whole is named as a part: `90 giờ tự học (…)`
    tail = line[match.end() :]
    tail = tail.partition(")")[0] if match["open"] else re.sub(r"\([^()]*\)", " ", tail)
    tail = re.split(r"[.](?=\s+[^\W\d_])(?!\s+[^\W\d_]{1,3}\.)", tail)[0]
    if _AMONG.search(tail) or _TIMES.search(tail) or "%" in tail or "\t" in tail:
        return
    told = _Told(value_of(match[1]), tuple(outermost(list(_parts(tail, unit)))))
    bracketed = unit != "credits" and bool(match["open"]) and max(told.parts, default=0) < told.whole
    whole = _ALONE.search(tail) is not None or bracketed or unit == "credits" and _near(told)
    if match.groupdict().get("colon") and not whole:
        return  # what stands behind the colon need not be all of it
    if len(told.parts) >= 2 and told.whole <= MOST[unit] and _wrong(told, whole=whole):
        yield told


def _parts(tail: str, unit: str) -> Iterator[float]:
    """Yield the figures behind a whole; nothing of use where one of them counts other things."""
    units = [(m, m[2]) for m in _PART.finditer(tail) if counts(tail, m)]
    named = [m for m, said in units if _UNIT[unit].search(said)]
    if named and len(named) < len(units) and any(said and not _UNIT[unit].search(said) for _, said in units):
        units = [(m, said) for m, said in units if m in named]
    elif not named and any(not said.strip() and not re.search(r"[^\W\d_]{2}", tail[: m.start()]) for m, said in units):
        return
    yield from (value_of(m[1]) for m, _ in units)


def counts(tail: str, figure: re.Match[str]) -> bool:
    """Say whether a figure may count something: it is no year and no number of a level."""
    return not _YEAR.fullmatch(figure[0][:4]) and not _NUMBERED.search(tail, 0, figure.start())


def _wrong(told: _Told, *, whole: bool) -> bool:
    """Say whether parts cannot make a whole: they are more, or all of them are told and they are less."""
    made = sum(told.parts)
    if abs(made - told.whole) <= NEAR or max(made, told.whole) > FAREST * min(made, told.whole):
        return False
    return made > told.whole or whole


def _near(told: _Told) -> bool:
    """Say whether parts are so near to a whole that they must be meant to make it."""
    return CLOSE * told.whole <= sum(told.parts) <= told.whole / CLOSE


def _far(lines: list[str]) -> Iterator[_Told]:
    """Yield the hours beside the credits of the course, where another line tells all its parts and they differ."""
    wholes = {
        (credits, hours) for line in lines for credits, hours, between in _pairs(line) if not between.strip(" (,;–-/")
    }
    parted = [line for line in lines if _ALONE.search(line) and not list(_pairs(line)) and "\t" not in line]
    if len(wholes) != 1 or len(parted) != 1:
        return
    told = [value_of(match[1]) for match in _HOURED_PART.finditer(parted[0])]
    made = _Told(wholes.pop()[1], tuple(told))
    if len(told) >= LINES and max(told) < made.whole and _wrong(made, whole=True):
        yield made


def _runs(lines: list[str]) -> Iterator[_Told]:
    """Yield the wholes of runs of lines that each tell hours of one kind, where the other lines do not make them."""
    run: list[tuple[str, float]] = []
    for line in [*lines, ""]:
        match = _LISTED.fullmatch(line)
        if match:
            run.append((match["label"], value_of(match[2])))
            continue
        if len(run) >= LINES:
            yield from _run(run)
        run = []


def _run(run: list[tuple[str, float]]) -> Iterator[_Told]:
    sums = [n for n, (label, _) in enumerate(run) if _SUM.match(label)]
    if not sums and _heads(run):
        sums = [0]
    if len(sums) != 1 or sums[0] not in (0, len(run) - 1):
        return
    parts = outermost([hours for n, (_, hours) in enumerate(run) if n != sums[0]])
    told = _Told(run[sums[0]][1], tuple(parts))
    if len(parts) >= 2 and _wrong(told, whole=True):
        yield told


def _heads(run: list[tuple[str, float]]) -> bool:
    """Say whether the first line of a run is of no kind of work and has most hours, one of the others those at home."""
    (label, most), *others = run
    alone = any(_ALONE.search(other) for other, _ in others)
    return alone and all(hours < most for _, hours in others) and activity_named(label) in (None, "total")


def outermost(hours: list[float]) -> list[float]:
    """Return the hours without those that only part the figure right above them."""
    for n, group in enumerate(hours):
        for end in range(n + 3, len(hours) + 1):
            if abs(sum(hours[n + 1 : end]) - group) <= NEAR:
                return [*hours[: n + 1], *outermost(hours[end:])]
    return hours


def _norms(document: Document, rows: tuple[Row, ...], lines: list[str], key: str | None) -> Iterator[Finding]:
    """Yield a finding where a line tells credits with hours beside them that no norm makes of these."""
    norms = norms_of(document, (row for row in rows if row.table == "documents"))
    if norms and (told := _whole_course(rows, lines)) and _unfit(*told, norms):
        yield misfit(*told, norms, key)
        return
    for line in lines if norms else ():
        for credits, hours, between in _pairs(line):
            stated = document.genre.language != "vi" or hours >= 40 * credits and _STATED.search(line)
            if credits < 2 or _OF_A_KIND.search(between) or not stated:
                continue
            if _unfit(credits, hours, norms):
                yield misfit(credits, hours, norms, key)
                return


def _unfit(credits: float, hours: float, norms: set[float]) -> bool:
    """Say whether no norm makes the hours of the credits, though they may be meant to."""
    near = any(norm / 1.5 <= hours / credits <= norm * 1.5 for norm in norms)
    return near and all(abs(credits * norm - hours) > 1 for norm in norms)


def _whole_course(rows: tuple[Row, ...], lines: list[str]) -> tuple[float, float] | None:
    """Return the credits of the one course and the hours told before their parts, where no total is read."""
    credits = {float(row.get("credits")) for row in rows if row.table == "courses" and row.get("credits")}
    loads = {row.get("activity"): row.get("hours") for row in rows if row.table == "workloads"}
    if credits and "total" in loads or sum(row.table == "courses" for row in rows) > 1:
        return None  # the norm is checked on what was read
    said = (m for line in lines if "\t" not in line for p in (_CREDITS, _CREDITS_LABEL) if (m := p.search(line)))
    credits = credits or {value_of(match["credits"]) for match in said}
    found = (
        m for line in lines if _ALONE.search(line) for p in (_LABELLED_WHOLE, _WHOLE["hours"]) if (m := p.search(line))
    )
    whole = {value_of(match[1]) for match in found if not _ALONE.search(match[0])}
    cells = [m for line in lines for m in _STATED_WHOLE.finditer(line) if not _OF_A_KIND.search(m[0])]
    whole |= {value_of(match[1]) for match in cells}
    if "self_study" in loads and loads.get("total"):
        whole = {float(loads["total"])}
    return (credits.pop(), whole.pop()) if len(credits) == len(whole) == 1 else None


def _pairs(line: str) -> Iterator[tuple[float, float, str]]:
    """Yield credits and the hours beside them, with the words between."""
    for match in _CREDITED.finditer(line):
        yield value_of(match[1]), value_of(match[3]), match["between"]
    for match in _HOURED.finditer(line):
        yield value_of(match[3]), value_of(match[1]), ""
    for match in _LABELLED.finditer(line):
        yield value_of(match[1]), value_of(match[2]), ""
