"""Sums: hours of topics, workload and credits, scores of a period, weights, credits of a programme."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractors.checks.telling import tell
from extractors.curriculum import figures
from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.courses.parts import CHOSEN
from extractors.curriculum.grids import grids
from extractors.curriculum.heads import headed
from extractors.curriculum.hours.plans import topics
from extractors.curriculum.outcomes.stated import outcomes
from extractors.curriculum.table_rows import is_total
from extractors.curriculum.wording import KNOWLEDGE
from models.document import Document
from models.rows import Finding, Row
from models.text import Span
from normalizers.knowledge import read_table
from normalizers.wordings import Wordings

NEAR = 0.01
FAREST = 1.6
"""How many times parts may be the whole, or it they, before they are taken to tell something else."""
HUNDRED = 100
CLOSE = 0.88
"""Share of a whole from which parts are meant to be all of it, though nothing says so."""
BLOCKS = 14
"""Rows at most of a table of the blocks of a programme."""
CLASS = ("lecture", "practice", "seminar", "laboratory")
_WORDS = Path(__file__).parents[1] / "knowledge" / "sum_words.tsv"
_STATED = Wordings(_WORDS, r"1\s*<<one_credit>>\s*<<equals>>\s*<<to_it>>?(\d{2})\s*<<hour_of_credit>>", re.I)
_OUTSIDE = Wordings(_WORDS, r"<<outside_total>>", re.I)
_PERIODS = Wordings(_WORDS, r"(?<!\w)<<period>>(?!\w)", re.I)
_HOURS = Wordings(_WORDS, r"(?:\d|số)\s*<<full_hour>>(?!\w)", re.I)
_DATED = Wordings(_WORDS, r"<<before_year>>\s*(?P<year>20\d\d)")
CARD = 600  # characters of a table or list of hours
ABOVE = 120  # characters above the first hours that were read
_FIGURE = re.compile(r"(?<![\w.,/-])\d{1,4}(?:[.,]\d{1,2})?(?![\w.,/-]|\s?%)")


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the sums that do not agree, and those that cannot be checked because something is left out."""
    by_table: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_table[row.table].append(row)
    found: list[Finding] = []
    courses = {row.get("course_code") for row in by_table["workloads"]}
    # The rows of a bundle do not say which course they belong to, where it has no code.
    if len(syllabi(document)) == 1 and len(courses) <= 1:
        found += [*_topic_hours(document, by_table), *_workload(document, by_table), *_norm(document, by_table)]
        found += [*_scores(by_table), *_weights(by_table)]
    return [*found, *_credits(document, by_table), *_without_credits(document, by_table)]


def _topic_hours(document: Document, tables: dict[str, list[Row]]) -> Iterator[Finding]:
    by_activity: dict[str | None, list[Row]] = defaultdict(list)
    for row in tables["topics"]:
        by_activity[row.get("activity")].append(row)
    loads = _loads(tables)
    if by_activity and loads and not any(row.get("hours") for row in tables["topics"]):
        yield tell("topic_hours_missing", "info", "topics")
        return
    printed = {t.activity: t.cells["hours"].value for t in topics(document) if t.total and "hours" in t.cells}
    for activity, group in by_activity.items():
        if activity is None or any(row.get("hours") is None for row in group):
            continue
        counted = [row.get("hours") for row in group]
        for says, value in (("printed", printed.get(activity)), ("workload", loads.get(activity))):
            if value is not None and all(abs(made - value) > NEAR for made in (sum(counted), _of_wholes(counted))):
                sums = {"activity": activity, "made": sum(counted), "said": value}
                yield tell(f"topic_hours_sum.{says}", "error", "topics", group[0].row_key, **sums)
    if by_activity.keys() == {None}:
        yield from _of_any_kind(tables["topics"], loads)
    if by_activity and None not in by_activity:
        kin = {sum(row.get("hours") or 0 for row in group) for a, group in by_activity.items() if a not in loads}
        for activity, hours in loads.items():
            if activity in (*CLASS, "supervised_self_study") and hours and activity not in by_activity:
                if any(abs(hours - made) <= NEAR for made in kin):  # `Thực hành` in the plan, a laboratory on the card
                    continue
                yield tell("workload_without_topics", "info", "workloads", hours=hours, activity=activity)


def _of_wholes(hours: list[float]) -> float:
    """Return the sum of hours without those that make the hours of the row above them: sections of a chapter."""
    wholes, n = 0.0, 0
    while n < len(hours):
        wholes += hours[n]
        n += 1 + (figures.parts_of(hours, n) if hours[n] else 0)
    return wholes


def _of_any_kind(topics: list[Row], loads: dict[str, float]) -> Iterator[Finding]:
    """Yield the sum of topics that do not say of which kind their hours are, where it is near the class hours alone."""
    made = sum(row.get("hours") or 0 for row in topics)
    classes = sum(loads.get(kind, 0) for kind in CLASS)
    known = {classes, sum(hours for kind, hours in loads.items() if kind != "total"), *loads.values()}
    near = CLOSE * classes <= made <= classes / CLOSE and all(abs(hours - made) > NEAR for hours in known)
    if len(topics) > 2 and near:
        sums = {"activity": "total", "made": made, "said": classes}
        yield tell("topic_hours_sum.workload", "error", "topics", topics[0].row_key, **sums)


def _loads(tables: dict[str, list[Row]]) -> dict[str, float]:
    """Return hours by activity, of the first form of study where several stand apart."""
    modes = [row.get("mode") for row in tables["workloads"]]
    found: dict[str, float] = {}
    for row in tables["workloads"]:
        if row.get("mode") in (None, modes[0]) and row.get("hours") is not None:
            found[row.get("activity")] = found.get(row.get("activity"), 0) + row.get("hours")
    return found


def _workload(document: Document, tables: dict[str, list[Row]]) -> Iterator[Finding]:
    for mode in dict.fromkeys(row.get("mode") for row in tables["workloads"]):
        rows = sorted(
            (r for r in tables["workloads"] if r.get("mode") in (None, mode)), key=lambda r: r.get("mode") is None
        )
        loads = _loads({"workloads": rows})
        parts = {a: h for a, h in loads.items() if a != "total"}
        total, whole = loads.get("total"), sum(parts.values())
        if total is None or len(parts) < 2 or abs(whole - total) <= 1:
            continue
        if any(abs(total - whole - unread) <= NEAR for unread in unread_hours(document, rows)):
            continue
        if whole < total and multiplied(document, rows):
            continue
        classes = sum(h for a, h in parts.items() if a in CLASS)
        says = "workload_total.classes" if abs(classes - total) <= NEAR else "workload_total"
        yield tell(says, "error", "workloads", rows[0].row_key, total=total, made=whole)


def _norm(document: Document, tables: dict[str, list[Row]]) -> Iterator[Finding]:
    courses = [row for row in tables["courses"] if row.get("credits")]
    loads = _loads(tables)
    parts = sum(h for a, h in loads.items() if a != "total")
    total = max(loads.get("total") or 0, parts if "self_study" in loads else 0)
    whole = "total" in loads or "self_study" in loads and "lecture" in loads
    if len(courses) != 1 or not total or not whole:
        return
    credits = courses[0].get("credits")
    norms = norms_of(document, tables["documents"])
    classes_alone = "self_study" not in loads and _in_periods(document)
    by_periods = _by_periods(document, loads, credits) or classes_alone
    most = FAREST * credits * max(norms, default=0)
    if norms and all(abs(credits * norm - total) > 1 for norm in norms) and not (by_periods and total <= most):
        yield misfit(credits, total, norms, tables["workloads"][0].row_key)


def misfit(credits: float, hours: float, norms: set[float], key: str | None) -> Finding:
    """Return the finding of hours that are none of those that the norms make of the credits."""
    expected = [f"{credits:g} × {norm:g} = {credits * norm:g}" for norm in sorted(norms)]
    return tell("credit_norm", "warning", "workloads", key, hours=hours, expected=expected)


def norms_of(document: Document, own: Iterable[Row]) -> set[float]:
    """Return the hours of a credit: what the document states, else what the dated table says for its language and,
    where its row has one, its year."""
    stated = {float(m[1]) for m in _STATED.finditer(document.text.content)}
    if stated:
        return stated
    year = next((int(str(d)[:4]) for r in own if (d := r.get("issued_on")) and str(d)[:4].isdecimal()), None)
    rows = read_table(KNOWLEDGE / "norms.tsv", ("language", "from", "to", "hours", "source"))
    mine = [r for r in rows if r["language"] == document.genre.language]
    return {float(r["hours"]) for r in mine if year is None or int(r["from"]) <= year <= int(r["to"])}


def _by_periods(document: Document, loads: dict[str, float], credits: float) -> bool:
    """Say whether a Vietnamese syllabus counts its classes in periods, 15 of theory and 30 of practice a credit: before
    2021, or beside hours at home, which make no sum with periods; they are planned in fives."""
    years = [int(match["year"]) for match in _DATED.finditer(document.text.content)]
    content = document.text.content
    mixed = not loads.get("self_study", 1) % 5 and _PERIODS.search(content) and _HOURS.search(content)
    if document.genre.language != "vi" or not mixed and (not years or max(years) > 2020):
        return False
    practice = sum(loads.get(a, 0) for a in CLASS[1:])
    return abs(loads.get("lecture", 0) / 15 + practice / 30 - credits) < 0.1


def _in_periods(document: Document) -> bool:
    """Say whether a page counts in class periods alone, of which the norm of hours says nothing."""
    return _PERIODS.search(document.text.content) is not None and not _HOURS.search(document.text.content)


def _scores(tables: dict[str, list[Row]]) -> Iterator[Finding]:
    printed = {row.get("period"): row for row in tables["assessment_periods"] if row.get("max_score") is not None}
    by_period: dict[str, list[Row]] = defaultdict(list)
    for row in tables["assessments"]:
        by_period[row.get("period")].append(row)
    for period, works in by_period.items():
        scores = [row.get("max_score") for row in works]
        head = printed.get(period)
        if head is None or None in scores:
            continue
        total, wanted = sum(scores), head.get("max_score")
        if abs(total - wanted) > NEAR:
            said = {"period": period, "parts": " + ".join(f"{s:g}" for s in scores), "made": total, "printed": wanted}
            yield tell("period_score_sum", "error", "assessments", works[0].row_key, **said)
    scored = [row for row in tables["assessments"] if row.get("max_score") is not None]
    marked = any(row.get("weight_percent") is not None for row in tables["assessments"]) or scored
    if len(tables["assessments"]) >= 2 and not marked and not tables["assessment_periods"]:
        yield tell("missing_max_score.all", "info", "assessments", None, count=len(tables["assessments"]))
    for row in tables["assessments"]:
        if len(scored) >= 2 and row.get("max_score") is None and row.get("weight_percent") is None:
            yield tell("missing_max_score", "info", "assessments", row.row_key, title=row.get("title"))


def _weights(tables: dict[str, list[Row]]) -> Iterator[Finding]:
    groups = [row for row in tables["assessment_periods"] if row.get("weight_percent") is not None]
    works = [row for row in tables["assessments"] if row.get("weight_percent") is not None]
    whole = len(groups) == len(tables["assessment_periods"])
    lone = [row for row in works if row.get("period") is None]  # works that stand beside groups of others
    tops = [*groups, *_without_hundreds(lone)] if whole and groups else _without_hundreds(works)
    total = sum(row.get("weight_percent") for row in tops)
    apart = not (whole and groups) and bool(tables["assessment_periods"]) and total in (200, 300)  # each by itself
    bare = any(r.get("weight_percent") is None and r.get("max_score") is None for r in tables["assessments"])
    # a work's weight may not have been read
    unread = (not (whole and groups) or bool(lone)) and bare and total < HUNDRED
    if len(tops) >= 2 and abs(total - HUNDRED) > NEAR and not apart and not unread:
        yield tell("weight_sum", "error", tops[0].table, tops[0].row_key, made=total)
    for group in groups:
        parts = [row.get("weight_percent") for row in works if row.get("period") == group.get("period")]
        wanted = group.get("weight_percent")
        if parts and abs(sum(parts) - wanted) > NEAR and abs(sum(parts) - 100) > NEAR:
            said = {"period": group.get("period"), "made": sum(parts), "printed": wanted}
            yield tell("weight_sum.group", "error", "assessments", group.row_key, **said)


def _without_hundreds(works: list[Row]) -> list[Row]:
    """Return the works behind those whose shares make a hundred group by group: what each outcome is proved by; groups
    alone where each has its works, that make it, right behind it."""
    shares = [row.get("weight_percent") for row in works]
    heads, n = [], 0
    while n < len(works) and (parts := figures.parts_of(shares, n, least=1)):
        heads.append(works[n])
        n += 1 + parts
    if n == len(works):
        return heads
    made, groups, begin = 0.0, 0, 0
    for n, share in enumerate(shares):
        made += share
        if made > HUNDRED + NEAR:
            break
        if abs(made - HUNDRED) <= NEAR and n > begin:
            made, groups, begin = 0.0, groups + 1, n + 1
    return works[begin:] if groups > 1 else works


def _credits(document: Document, tables: dict[str, list[Row]]) -> Iterator[Finding]:
    totals = [row.get("total_credits") for row in tables["programmes"] if row.get("total_credits")]
    listed = [r for r in tables["courses"] if not _OUTSIDE.search(str(r.get("name")))]
    if not totals or len(listed) < 5 or sum(r.get("credits") is None for r in listed) > 0:
        return
    electives = [r for r in listed if any(CHOSEN.search(str(r.get(c) or "")) for c in ("component", "cycle", "name"))]
    required = sum(r.get("credits") for r in listed if r not in electives)
    offered, total = sum(r.get("credits") for r in electives), totals[0]
    outside = sum(r.get("credits") or 0 for r in tables["courses"] if r not in listed)
    if abs(required + offered + outside - total) <= NEAR or required <= total <= required + offered:
        return
    if total > FAREST * (required + offered) and required + offered not in set(summed_credits(document)):
        return  # what is listed is a part of the programme alone
    yield tell("credits_sum", "error", "courses", required=required, offered=offered, total=total)


def summed_credits(document: Document, *, blocks: bool = False) -> Iterator[float]:
    """Yield what the last rows of tables say that sum up credits; with `blocks`, of short ones that list no courses."""
    for grid in grids(document):
        head = headed(grid)
        column = head.of("credits") if head else None
        if blocks and head and (head.has("semester") or head.has("code") or len(grid.rows) > BLOCKS):
            continue
        if column is not None and any(is_total(place.text) for place in grid.rows[-1][:3]):
            value = figures.credits(grid.rows[-1][column.index].text)
            yield from [float(value)] if value is not None else []


def _without_credits(document: Document, tables: dict[str, list[Row]]) -> Iterator[Finding]:
    """Yield programmes that are set out without credits and without courses; a syllabus need not repeat them."""
    for row in tables["programmes"]:
        sets_out = sum(o.kind == "programme_outcome" for o in outcomes(document)) >= 5
        if row.get("total_credits") is None and not tables["courses"] and sets_out:
            yield tell("programme_without_credits", "info", "programmes", row.row_key)


def unread_hours(document: Document, loads: list[Row]) -> set[float]:
    """Return what a sum of the hours may lack: each unread figure among the hours of the total's line, or of a row that
    tells most of them, or among those that stand one below the other, and the sum of them.

    Contact hours of an examination stand so in Russian programmes, between self-study and control.
    """
    spans = [cell.span for row in loads if (cell := row.cells.get("hours")) is not None and cell.span is not None]
    totals = [row.cells["hours"].span for row in loads if row.get("activity") == "total" and "hours" in row.cells]
    if not totals or totals[0] is None:
        return set()
    line = document.text.line_at(totals[0].start)
    beside = sorted(s for s in spans if document.text.line_at(s.start) == line)
    ordered = sorted(spans)
    close = len(beside) < 3 and ordered[-1].end - ordered[0].start < CARD
    below = ordered if close else []
    lines = [document.text.line_at(span.start) for span in ordered]
    row = [span for span, at in zip(ordered, lines, strict=True) if lines.count(at) > 2]
    found = tuple(_between(document.text.content, group) for group in (beside, below, row))
    return {hours for unread in found for hours in (*unread, sum(unread))} - {0.0}


def multiplied(document: Document, loads: list[Row]) -> bool:
    """Whether a product stands among the hours or right above them, whose value nobody read: `Lectures | 22 x 1 h`."""
    spans = [cell.span for row in loads if (cell := row.cells.get("hours")) is not None and cell.span is not None]
    if not spans:
        return False
    begin, end = max(0, min(s.start for s in spans) - ABOVE), max(s.end for s in spans)
    own = re.compile(r"\d\s*[x×*]\s*\d").finditer(document.text.content, begin, end)
    return any(not any(s.start <= match.start() < s.end for s in spans) for match in own)


def _between(content: str, spans: list[Span]) -> list[float]:
    """Return the figures from the first span to the last that stand in none of them."""
    if len(spans) < 3:
        return []
    return [
        float(m[0].replace(",", "."))
        for m in _FIGURE.finditer(content, spans[0].start, spans[-1].end)
        if not any(s.start <= m.start() < s.end for s in spans)
    ]
