"""Hours of a course that lines and the rows of a card tell: `Số tiết lý thuyết: 45`, `Лекційні заняття | 12 год.`"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.curriculum import figures
from extractors.curriculum.cards.meanings import MARKER
from extractors.curriculum.courses.credited import names_credits, parts_credits
from extractors.curriculum.grids import Grid, Place
from extractors.curriculum.heads import activity_of, mode_of
from extractors.curriculum.hours.parted import counted, parted, run_together, whole_before
from extractors.curriculum.hours.spoken import spoken_hours
from extractors.curriculum.itemising import BULLET
from extractors.curriculum.passages import Block, passages
from extractors.curriculum.table_rows import is_total
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from models.document import Document
from models.text import Span
from normalizers.letters import lettered
from normalizers.wordings import Wordings

_WORDS, _FIGURES = KNOWLEDGE / "hours_words.tsv", KNOWLEDGE / "figure_words.tsv"
_HOURED = Wordings(_WORDS, r"<<any_hour>>", re.I)
_UNIT = Wordings(_WORDS, r"<<hour>>\w{0,3}\.?", re.I)
"""The unit in a cell of its own behind the figure: `Лекции | 24 | час.`"""
_BEFORE = Wordings(
    _WORDS, r"(\d{1,3})\s*<<hours_before>>\b\.?\s*(?:[–—-]\s*|<<of_hours>>)?([^\W\d_][^\d]{2,40}?)[\s.)]*", re.I
)
"""Hours told before their activity: `36 годин лекцій`, `18 годин – Лабораторні`."""
_UNMARKED = Wordings(
    _WORDS, r"(\W*(?:<<number_of>>\s+)?<<vi_hour>>\s[^\d:]{4,40}?)\s+(\d{1,3})\s*(<<vi_hour>>|)[\s.;]*", re.I
)
"""Hours behind a label that names them, without a mark between: `Số giờ tự học 90`."""
_UNITED = Wordings(_WORDS, r"(\W*[^\W\d_][^\d:]{3,40}?)\s+(\d{1,3})\s*(<<hour>>)\w{0,3}[\s.,;]*", re.I)
"""Hours behind the name of an activity in a chapter of the workload: `Лекційні заняття 12 год.`"""
_HOURS_OVER = re.compile(r"(\W*[^\W\d_][^\d:]{7,40}?)\s+(\d{2,3})()")
"""A label of hours over its figure, or before it, in a cell of a card: `Загальна кількість годин 150`."""
LONGEST = 300
"""Characters of a sentence of hours at most."""
LEAST_EXAM = 9  # hours that an examination takes with what prepares for it
LEAST_HOURS = 20  # that lines without a unit make together, at least: more than the credits that a course has
_BARE = re.compile(r"([^:]{2,60}):\s*(\d{1,3})[\s.;]*")
SEVERAL = 2
"""Activities whose hours a cell tells from which none of them is what the label beside it calls for."""
CLASSES = "contact"
"""What hours of classes of any kind are called, until it is known which kinds the document tells apart."""
_DASHED = Wordings(_WORDS, r"\d\s*<<dashed_hour>>\w*\.?\s[–-]\s[^\W\d_]", re.I)
_NEXT_LABEL = Wordings(_WORDS, r"(\d\s*<<vi_hour>>)\s+(?=[^\W\d_][^\d:;,.]{1,30}:\s*\d)")
"""Between hours and the label of the next ones on their line: `Lý thuyết: 28 tiết Thực hành: 32 tiết`."""
_WHOLE_FIRST = Wordings(_WORDS, r"\s*(\d{2,3})\s*<<english_hour>>\s*[:=]\s*(?=\d{1,3}\s*<<english_hour>>\b)", re.I)
"""The hours of the whole course before those of its kinds: `150 h = 24 h lectures + …`."""
_CHUNKS = Wordings(
    _WORDS,
    r"(?:[;(](?!\d+[,.]\d)|,(?!\d))\s*|[.;]\s+[-–+]\s+|(?:(?<=tiết)|(?<=giờ))\.\s+(?=[^\W\d_])"
    r"|\.\s+(?=[^\W\d_][^\d:;,.]{2,30}:\s*\d{1,3}\s*<<chunk_hour>>)",
)
"""Between the hours that a line tells of several activities."""
_SHORTENED = re.compile(lettered(r"\s*\((?:[A-ZĐ]{1,4}|\p{Lu}{2,5}(?:,\s\p{Lu}{2,5})+)\)(?=\s*:)"))
"""The abbreviation of an activity behind its name, or those of what it is made of: `Lý thuyết (LT): 28 tiết`."""
_SHORT = Wordings(_WORDS, r"^<<only_hours>>\s+", re.I)
_ALL_HOURS = Wordings(_WORDS, r"<<all_hours>>", re.I)
_NO_HOURS = Wordings(_WORDS, r"<<no_hours>>", re.I)
"""What is counted behind a figure that is no number of hours: `Общая трудоемкость: 2 ЗЕТ (72 часа)`."""
_WEEKLY = Wordings(_FIGURES, r"[^:]*<<weekly>>[^:]*:", re.I)
"""A label of hours of one week, which are none of the course's: `Тижневих годин: аудиторних – 4`."""
_LESSON = Wordings(_FIGURES, r"\W*<<lesson>>\s*№?\s*\d{1,2}[.:]?\s[^\n]*\(\s*\d", re.I)
"""A lesson's title with the hours of that lesson alone in brackets behind it."""
_A_WEEK = Wordings(_FIGURES, r"<<weekly>>", re.I)


@dataclass(frozen=True, slots=True)
class Load:
    """Hours of an activity; `mode` where forms of study stand apart; `source` says what kind of place they stand in,
    `group` where the table, cell or run of lines begins whose figures stand beside each other, `label` what a line
    calls the activity."""

    activity: str
    hours: float
    span: Span
    mode: str | None = None
    source: str = "line"
    group: int = -1
    label: str = ""


def lines_of_loads(document: Document) -> Iterator[Load]:
    """Yield hours of lines and two-cell rows: `Số tiết lý thuyết: 45`, `Лекційні заняття | 12 год.`, of card tables."""
    for passage in passages(document):
        planned = passage.subject.startswith("plan") and not lexicon("titles.tsv").match(passage.heading, 0.9)
        if planned:
            whole = (load for block in passage.blocks if not block.row for load in _spoken(block))
            yield from (load for load in whole if load.activity == "total")
            cards = [b for b in passage.blocks if b.row and _of_hours(b.grid)]
            yield from (load for b in cards for load in _row(b.row, [], "workload", of_hours=True))
        if planned or passage.subject in ("assessment", "grades", "bibliography"):
            continue
        if _UNMARKED.fullmatch(passage.heading):  # a numbered line of a card: `1.8 Số tiết lý thuyết 30`
            yield from _line(passage.heading, Span(passage.start, passage.start + len(passage.heading)), "workload")
        mode_columns: list[tuple[int, str, Span]] = []
        headed_by: Grid | None = None
        run = -1
        bare = _bare_hours(passage.blocks)
        for block in _without_credits(_whole_sentences(passage.blocks)):
            if block.row:
                yield from _cells(block, {n: mode for n, mode, _ in mode_columns if block.grid is headed_by})
                modes = [
                    (n, m, p.span) for n, p in enumerate(block.row) if p.text and p.span and (m := mode_of(p.text))
                ]
                mode_columns, headed_by = (modes, block.grid) if len(modes) >= 2 else (mode_columns, headed_by)
                group = block.grid.start if block.grid and len(block.grid.texts(0)) <= 2 else -1
                for load in _row(block.row, mode_columns, passage.subject, of_hours=_of_hours(block.grid)):
                    yield load if load.activity == "total" else replace(load, group=group)
            else:
                told = list(_line(block.text, block.span, "workload" if block.span in bare else passage.subject))
                run = (run if run >= 0 else block.span.start) if told else -1
                yield from (replace(load, group=run) for load in told)
            yield from _parted(block)
            yield from _spoken(block)


def _cells(block: Block, over: dict[int, str]) -> Iterator[Load]:
    """Yield the hours that cells of a row tell by themselves; `over` has the forms of study that head its columns."""
    named = _mode_named(block.row)
    beside = block.grid if sum(bool(p.text) and not p.merged for p in block.row) > 1 else None
    for n, place in enumerate(block.row):
        for load in _cell(place, place.span) if place.text and place.span else ():
            load = replace(load, mode=named or over.get(n))
            yield replace(load, group=beside.start) if beside else load


def _bare_hours(printed: list[Block]) -> set[Span]:
    """Return the lines of activities whose figures bear no unit and are hours all the same: several in a row, below a
    line that speaks of hours or too many for credits, and no shares: `Lý thuyết: 45` over `Thực hành: 30`."""
    found: set[Span] = set()
    run: list[Block] = []
    houred = False
    for block in [*printed, Block("", Span(0, 0))]:
        match = None if block.row else _BARE.fullmatch(block.text)
        if match and activity_named(match[1]):
            run.append(block)
            houred = houred or _HOURED.search(match[1]) is not None
            continue
        whole = sum(int(b.text.rsplit(":", 1)[1].strip(" .;")) for b in run)
        if len(run) >= 2 and (houred or whole >= LEAST_HOURS and whole != 100):
            found |= {b.span for b in run}
        run, houred = [], not block.row and block.text.endswith(":") and _HOURED.search(block.text) is not None
    return found


def _whole_sentences(printed: list[Block]) -> Iterator[Block]:
    """Yield the blocks, lines of hours with what goes on of their sentence below: `… 30 tiết, thực`, `hành 15 tiết`."""
    held: Block | None = None
    for block in printed:
        if held is not None and not block.row and _goes_on(held, block):
            span = Span(held.span.start, block.span.end)
            held = Block(f"{held.text} {block.text}", span, lines=(*held.lines, *block.lines))
            continue
        if held is not None:
            yield held
        opens = not block.row and _HOURED.search(block.text) and block.text[-1:] not in ".:"
        held = block if opens else None
        if not opens:
            yield block
    if held is not None:
        yield held


def _goes_on(above: Block, below: Block) -> bool:
    """Say whether a line goes on with the sentence above: in lower case, or with the next figure behind a comma."""
    listed = above.text.endswith(",") and below.text[:1].isdecimal()
    return (below.text[:1].islower() or listed) and len(above.text) < LONGEST


def _without_credits(printed: Iterator[Block]) -> Iterator[Block]:
    """Yield the blocks but those that part the credits of the course: in one line or row of a card, or in items
    without a unit below the credits (`Số tín chỉ: 3` over `- Lý thuyết: 2`)."""
    parting = False
    for block in printed:
        own = [p.text for p in block.row if p.text and not p.merged] if block.row else block.text.split(":", 1)
        item = BULLET.match(block.text) is not None
        credited = (
            not item and len(own) == 2 and names_credits(own[0]) and figures.credits(own[1].strip(" :")) is not None
        )
        parting = credited or parting and item and not _HOURED.search(block.text)
        if not (parting and item) and not (len(own) == 2 and parts_credits(*own)):
            yield block


def _mode_named(row: tuple[Place, ...]) -> str | None:
    """Return the form of study that the label of a row of two cells names: `Денна форма навчання: кількість годин`."""
    own = [p for p in row if p.text and not p.merged]
    return mode_of(re.split(r"[:(,–]", own[0].text)[0]) if len(own) == 2 else None


def _spoken(block: Block) -> Iterator[Load]:
    """Yield hours that a sentence counts, in a line or in a cell."""
    places = [(p.text, p.span) for p in block.row if p.text and p.span and not p.merged] or [(block.text, block.span)]
    for text, span in places if len(block.row) <= 4 else ():
        for activity, hours, start, end in spoken_hours(text):
            yield Load(activity, hours, Span(min(span.start + start, span.end), min(span.start + end, span.end)))


def _parted(block: Block) -> Iterator[Load]:
    """Yield hours that one figure tells of several activities, in a line or in the two cells of a row."""
    own = [p for p in block.row if p.text and not p.merged]
    if not block.row:
        label, _, value = block.text.rpartition(":")
        said = [(label, value, block.span)]
    else:
        said = [(p.text.rpartition(":")[0], p.text.rpartition(":")[2], p.span) for p in own if p.span and ":" in p.text]
        if len(own) == 2 and own[1].span:
            said.append((own[0].text, own[1].text, own[1].span))
    for label, value, span in said:
        for activity, hours in parted(label, value):
            yield Load(activity, hours, span, group=span.start)
    for text, span in [(p.text, p.span) for p in own if p.span] or [(block.text, block.span)]:
        if len(text) <= 200:
            for activity, hours, what in counted(text):
                yield Load(activity, hours, span, group=span.start, label=what)
    label, _, told = ("", "", block.text) if block.text[:1].isdecimal() else block.text.partition(":")
    told = "" if block.row or activity_named(label) not in (None, "total") else told
    several = max(len(list(_line(told, block.span, "workload"))), len(list(counted(told))))
    if (whole := whole_before(told)) and several >= 2:
        yield Load("total", whole, block.span)
    for place in own:
        whole = whole_before(place.text) or (len(place.lines) > 1 and whole_before(f"{place.lines[0][0]}:"))
        if whole and place.span and len(list(_cell(place, place.span))) >= 2:
            yield Load("total", whole, place.span)


def _two_loads(own: list[Place]) -> bool:
    """Say whether a row has two activities with their hours side by side: `Лекции | 60 | Практика | 90`."""
    labels, counts = own[::2], own[1::2]
    return all(activity_named(p.text) for p in labels) and all(figures.hours(p.text) is not None for p in counts)


def _of_hours(grid: Grid | None) -> bool:
    """Say whether a card of two columns tells all hours of a course in hours: `Жалпы сағат саны | 270`."""
    told = [row for row in grid.rows if len(row) == 2 and _HOURED.search(row[0].text)] if grid else []
    return any(activity_named(row[0].text) == "total" and figures.hours(row[1].text) is not None for row in told)


def _row(
    row: tuple[Place, ...], modes: list[tuple[int, str, Span]], subject: str, *, of_hours: bool = False
) -> Iterator[Load]:
    own = [(n, p) for n, p in enumerate(row) if p.text and not p.merged]
    if len(own) < 2 or len(own) > 7:
        return
    beside = row[: own[0][0]]  # a label of several rows: `Số tiết | Lý thuyết | 36`
    over = " ".join(place.text for place in beside)
    if len(own) > 2 and activity_named(own[0][1].text) in (None, "total") and activity_named(own[1][1].text):
        over, own = own[0][1].text, own[1:]
    if len(own) == 4 and _two_loads([p for _, p in own]):
        for (_, label), (_, figure) in (own[:2], own[2:]):
            named, value = activity_named(label.text), figures.hours(figure.text)
            if named and value is not None and figure.span:
                yield Load(named, value, figure.span)
        return
    activity = activity_named(own[0][1].text) or activity_named(own[0][1].text.rpartition(":")[2])
    activity = activity or (lexicon("exams.tsv").exact(own[0][1].text) if subject == "workload" else None)
    figured = sum(figures.number(p.text) is not None for _, p in own)
    if activity is None or activity == "total" and figured > (2 if modes or len(row) < 3 or not _is_sum(own) else 1):
        return  # not an activity, or the sums of a plan's columns
    if (told := own[0][1]).span and any(_cell(told, told.span)):
        return  # the label tells its hours itself: what stands beside it is of another label
    unit = of_hours or any(_UNIT.fullmatch(p.text) for _, p in own[1:])
    for n, place in own[1:]:
        value = figures.hours(place.text)
        houred = unit or subject == "workload" or _HOURED.search(f"{place.text} {own[0][1].text} {over}")
        if activity == "exam" and (value or 0) < LEAST_EXAM and not _HOURED.search(place.text):
            continue  # its semester
        if value is not None and place.span and houred and len(list(_cell(place, place.span))) < SEVERAL:
            mode = next((m for column, m, _ in modes if column == n), None)
            yield Load(activity, value, place.span, mode)


def _is_sum(own: list[tuple[int, Place]]) -> bool:
    """Say whether a row is the sum of a plan's two columns: a word of sums, then nothing but their figures."""
    return is_total(own[0][1].text) and all(figures.number(p.text) is not None for _, p in own[1:])


def _cell(place: Place, span: Span) -> Iterator[Load]:
    """Yield hours of a cell: of its whole text, or of its lines or bulleted items where there are several."""
    texts: list[str] = []
    for text, _ in place.lines:
        goes_on = text[:1].islower() or text.isdecimal()
        if texts and (goes_on or texts[-1].endswith((":", ";", ",")) and not BULLET.match(text)):
            texts[-1] += f" {text}"  # the rest of a label, or its figure, below the end of its line
        else:
            texts.append(text)
    parts = [p for text in texts for p in re.split(r"(?:^|\s)[-–•+]\s(?=[^\W\d_])", text) if p.strip()]
    for part in parts if len(parts) > 1 and not _DASHED.search(place.text) else [place.text]:
        for load in _line(part, span, "workload"):
            at = place.text.find(part.strip())
            yield replace(load, group=span.start, span=Span(span.start + max(0, at), span.end) if at > 0 else load.span)


def _line(text: str, span: Span, subject: str) -> Iterator[Load]:
    """Yield hours of `label: value`, or of several of them in a line divided by commas or semicolons."""
    label, _, told = text.rpartition(":")
    if _WEEKLY.match(text) or _A_WEEK.match(text.lstrip()) or _LESSON.match(text) or run_together(label, told):
        return
    text = _NEXT_LABEL.sub(r"\1; ", _SHORTENED.sub("", text))
    if whole := _WHOLE_FIRST.match(text):
        yield Load("total", float(whole[1]), Span(span.start, min(span.end, span.start + whole.end(1))))
        text = " " * whole.end() + text[whole.end() :].replace(" + ", ", ")
    houred = subject == "workload" or _HOURED.search(text)
    for chunk in _labelled_chunks(text) if len(text) < 400 else ():
        match = re.match(r"(.{2,60}?)\s*(?:[:–—]|\s-\s)\s*(\d{1,4}(?:[.,]\d+)?)(?!\d|/\d)\s*(\D{0,12}).*$", chunk)
        match = match or _UNMARKED.fullmatch(MARKER.sub("", chunk))
        match = match or (_UNITED.fullmatch(chunk) if subject == "workload" else None)
        over = _HOURS_OVER.fullmatch(chunk.strip()) if subject == "workload" else None
        match = match or (over if over and _HOURED.search(over[1]) else None)
        if match is None and (before := _BEFORE.fullmatch(chunk.lstrip())) and activity_named(before[2]):
            place = Span(span.start + max(0, text.find(chunk)), span.end)
            yield Load(activity_named(before[2]) or "", float(before[1]), place)
        if not match or len(chunk) > 90 or _A_WEEK.search(match[0]) or _NO_HOURS.match(match[3]):
            continue
        activity = activity_named(match[1].rpartition(":")[2]) or activity_named(match[1])
        if activity and houred:
            value = figures.number(match[2])
            if value is not None:
                start = span.start + max(0, text.find(chunk))
                place = Span(start, min(span.end, start + len(chunk)))
                yield Load(activity, value, place, label=match[1].rpartition(":")[2] or match[1])


def _labelled_chunks(text: str) -> list[str]:
    """Cut a line between the hours of several activities, not between those that one figure is of: `Thực hành, thảo
    luận: 30 tiết`."""
    chunks: list[str] = []
    for chunk in _CHUNKS.pattern.split(text):
        open_ended = chunks and not re.search(r"[\d:]", chunks[-1]) and activity_named(chunks[-1])
        chunks = [*chunks[:-1], f"{chunks[-1]}, {chunk}"] if open_ended else [*chunks, chunk]
    return chunks


def activity_named(label: str) -> str | None:
    """Return the activity that a label names, without words for hours before it; `CLASSES` for classes of any kind."""
    label = MARKER.sub("", BULLET.sub("", label)).strip(" :.–-+")
    named = activity_of(label, 0.9) or activity_of(_SHORT.sub("", label), 0.9)
    named = "total" if named is None and _ALL_HOURS.fullmatch(label) else named
    return named or (CLASSES if lexicon("heads.tsv").exact(label) == CLASSES else None)
