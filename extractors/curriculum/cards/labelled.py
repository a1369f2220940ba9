"""Labels with their values: `label: value` lines, rows of two cells, and label and value on two lines."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from extractors.curriculum.cards.bilingual import meant
from extractors.curriculum.cards.card_cells import component_alone, labels_over_values, over_value
from extractors.curriculum.cards.forms import as_meant, is_undecided
from extractors.curriculum.cards.lines_of_labels import enclosed_rest, labels_below, rest
from extractors.curriculum.cards.meanings import BLANK, MARKER, meaning_of
from extractors.curriculum.cards.ticked import labelled_options, options_of
from extractors.curriculum.cards.unmarked import one_word, parted, side_by_side
from extractors.curriculum.grids import Grid, Place
from extractors.curriculum.heads import headed, mode_of
from extractors.curriculum.itemising import BULLET
from extractors.curriculum.passages import Block, blocks
from extractors.curriculum.remembering import Remembered
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_kept: "Remembered[tuple[Pair, ...]]" = Remembered()
_TOLD_INSIDE = re.compile(r"[^:]{3,60}?\s[–—-]\s\d{1,3}(?:[.,]\d)?\W*")
"""A cell that is a label with its figure; beside it stands another value: `Кількість кредитів – 5 | Вибіркова`."""
_CREDITS = Wordings(KNOWLEDGE / "figure_words.tsv", r"\d{1,3}(?:[.,]\d{1,2})?(?:\s<<credits>>)+\.?", re.I)
"""Credits with their unit in a cell of their own, behind a name and its label."""
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|[a-zđ])[.)]?")
"""The number of a row of a card, in a cell of its own."""
_HEADING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4})[.)]?\s+(?=[^\W\d_])")
_ELSEWHERE = Wordings(KNOWLEDGE / "card_words.tsv", r"<<elsewhere>>", re.I)
_FILE = re.compile(r"\S+\.(?:pl[xmz]|osf|xml|xlsx?|docx?|pdf)")
"""The name of a file, which is no value: `Учебный план    35.03.06_2023.plx`."""
_WIDE = re.compile(r"(?P<label>\S(?:.{1,58}?\S)?) {3,}(?P<value>\S(?:(?! {3})[^\n\t])*)")
"""A label and its value with a gap between, as a card without rules is printed."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A label's meaning (of `cards.tsv`), how surely (0 to 1), and the value's words and place."""

    meaning: str
    score: float
    label: str
    text: str
    span: Span
    lines: tuple[tuple[str, Span], ...] = ()

    def value(self, value: object = None, *, confidence: float = 0.93) -> Value:
        """Return the pair's words, or a value read from them, with its place."""
        return Value(self.text if value is None else value, self.span, confidence * min(1.0, self.score + 0.05), "card")


def pairs(document: Document) -> tuple[Pair, ...]:
    """Return the labels with values of a document in reading order; remembered for the last document."""
    return _kept.get(
        document.text,
        lambda: tuple(p for one in _all(document) for p in _parted(one) if not _FILE.fullmatch(p.text.strip())),
    )


def _parted(pair: Pair) -> Iterator[Pair]:
    """Yield a pair, and those that lines below its value are: `Назва курсу | Етика / Мова викладання – польська`."""
    below = labels_below(pair.lines) if pair.meaning == "course.name" else {}
    own = pair.lines[: min(below)] if below else ()
    yield replace(pair, text=" ".join(words for words, _ in own), span=own[0][1], lines=own) if below else pair
    for at, (meaning, label, value) in below.items():
        yield Pair(meaning, 0.95, label, value, pair.lines[at][1])


def _all(document: Document) -> Iterator[Pair]:
    found = list(blocks(document))
    above: str | None = None
    grid: Grid | None = None
    for n, block in enumerate(found):
        if block.grid is not None and block.grid is not grid:
            grid = block.grid
            for meaning, words, span in options_of(block.grid):
                yield Pair(meaning, 0.95, "", words, span)
            yield from _laid_across(block.grid)
        yield from _pairs(document, block, found[n + 1 : n + 2])
        if not block.row and (named := _below_heading(block, found[n + 1 : n + 2])):
            yield named
        if not block.row and (told := over_value(block, found[n + 1 : n + 2])):
            yield Pair(told, 0.95, block.text, found[n + 1].text, found[n + 1].span, found[n + 1].lines)
        if not block.row and above and (named := _in_language(document, block, above)):
            yield named
        elif not block.row:
            above = _name_to_come(block.text)


def _laid_across(grid: Grid) -> Iterator[Pair]:
    """Yield code, name and credits of the one course that a table tells below its heads: a card laid out across."""
    head = headed(grid)
    if head is None or len(head.data) != 1 or not head.has("code", "name"):
        return
    for meaning in ("code", "name", "credits"):
        alone = [c for c in head.all(meaning) if len(c.path) == 1]
        place = head.at(head.data[0], alone[0] if len(alone) == 1 else None)
        if place.text and place.span:
            yield Pair(f"course.{meaning}", 0.95, alone[0].path[0], place.text, place.span, place.lines)


def _below_heading(block: Block, after: list[Block]) -> Pair | None:
    """Return the name of a course that stands below a numbered heading which is its label: `1. Tên và mã học phần`."""
    below = after[0] if after and not after[0].row else None
    numbered = _HEADING.match(block.text)
    if below is None or numbered is None or lexicon("cards.tsv").exact(block.text[numbered.end() :]) != "course.name":
        return None
    if ":" in below.text or len(below.text) > 120 or _HEADING.match(below.text) or BULLET.match(below.text):
        return None
    return Pair("course.name", 0.93, block.text, below.text, below.span, below.lines)


def _name_to_come(line: str) -> str | None:
    """Return the meaning of a label of names that ends with its colon: the names follow, one in each language."""
    meaning = meaning_of(line) if line.rstrip().endswith(":") else None
    return meaning[0] if meaning and meaning[0] in ("programme.name", "course.name", "programme.degree") else None


def _in_language(document: Document, block: Block, meaning: str) -> Pair | None:
    """Return the name that a line `- Tiếng Việt: …` gives below a label of names; None for other languages."""
    match = re.match(r"\W*(?:Tên\s)?[Tt]iếng Việt\s*:\s*(?P<name>\S.{2,150})$", block.text)
    if match is None or BLANK.fullmatch(match["name"]):
        return None
    start = document.text.content.find(match["name"], block.span.start, block.span.end)
    span = Span(start, start + len(match["name"])) if start >= 0 else block.span
    return Pair(meaning, 0.95, "Tiếng Việt", match["name"].strip(" ."), span, ((match["name"], span),))


def _pairs(document: Document, block: Block, after: list[Block]) -> Iterator[Pair]:
    own = [p for p in block.row if p.text and not p.merged]
    if heads_columns(block):
        return
    labelled = len(own) >= 3 and (len(own) % 2 == 1 or lexicon("cards.tsv").exact(own[1].text.strip(" :.")))
    if labelled and _NUMBER.fullmatch(own[0].text):
        own = own[1:]
    if len(own) == 3 and own[2].span and _CREDITS.fullmatch(own[2].text):
        credit, own = own[2], own[:2]
        yield from _pairs(document, replace(block, row=tuple(own)), after)
        yield Pair("course.credits", 0.95, "", credit.text, credit.span or block.span, credit.lines)
        return
    if beside := _by_form(block, own):
        yield beside
        return
    over = labels_over_values(own)
    for _, (of, words, printed, span) in over:
        yield Pair(of, 0.95, words, as_meant(of, printed), span, ((printed, span),))
    if over:
        yield from (Pair(alone[0], 0.9, *alone[1:]) for p in own if (alone := component_alone(p)))
        own = []
    own = beside_blanks(block.row) if len(own) % 2 == 1 and len(own) >= 3 else own
    if len(own) >= 2 and len(own) % 2 == 0 and not each_labelled(own) and not _TOLD_INSIDE.fullmatch(own[0].text):
        if len(own) == 2 and own[1].span and (listed := several(own[0].text, own[1].text)):
            yield from (Pair(of, 0.95, words, part, own[1].span, own[1].lines) for of, words, part in listed)
            return
        known = [meaning_of(p.text) for p in own[::2]]
        if sum(k is not None for k in known) * 2 >= len(known):
            yield from _by_turns(own, known)
            return
    optional = [(p, chosen) for p in own if len(p.lines) > 1 and p.span and (chosen := labelled_options(p))]
    for place, (words, option) in optional:
        if (told := meaning_of(words)) and place.span:
            yield Pair(told[0], told[1], words, option, place.span)
    done = [p.span for p, _ in (*optional, *over) if p.span]
    lines = block.lines if block.row else ((block.text, block.span),)
    for line, span in (one for one in lines if not any(s.start <= one[1].start < s.end for s in done)):
        yield from _line(document, line, span, after)


def _by_turns(own: list[Place], known: list[tuple[str, float] | None]) -> Iterator[Pair]:
    """Yield the pairs of a row of labels and values by turns; `known` are the meanings of the labels."""
    for label, value, meaning in zip(own[::2], own[1::2], known, strict=True):
        text, english = meant(meaning[0] if meaning else "", value)
        said = value.text != label.text and not BLANK.fullmatch(text) and not is_undecided(text)
        if meaning and value.span and said:
            yield Pair(meaning[0], meaning[1], label.text, text, value.span, value.lines)
        if english and value.span:
            yield Pair("programme.name_en", 0.95, label.text, english, value.span)


def _by_form(block: Block, own: list[Place]) -> Pair | None:
    """Return the label of a row with a value for each form of study: the first where all are one, or the forms stand
    above them."""
    if not (len(own) == 3 and own[1].span and max(len(p.text) for p in own[1:]) <= 40):
        return None
    label, meaning = own[0].text, meaning_of(own[0].text, sure=True)
    if not meaning or any(meaning_of(p.text, sure=True) for p in own[1:]):
        return None
    forms = (
        sum(mode_of(p.text) is not None for p in row if not p.merged) for row in (block.grid.rows if block.grid else ())
    )
    if own[1].text != own[2].text and not any(count >= 2 for count in forms):
        return None
    return Pair(meaning[0], meaning[1], label, own[1].text, own[1].span, own[1].lines)


def _line(document: Document, line: str, span: Span, after: list[Block]) -> Iterator[Pair]:
    """Yield the pairs of a line: `label: value`, `label – value`, and several of them divided by commas."""
    if beside := side_by_side(document, span):
        for words, place in beside:
            yield from _line(document, words, place, [])
            if named := one_word(words):
                yield Pair(*named[:2], named[2], named[3], place, ((named[3], place),))
        return
    wide = _WIDE.fullmatch(document.text.content[span.start : span.end].strip())
    carded = wide and lexicon("cards.tsv").exact(MARKER.sub("", wide["label"]).strip(" :."))
    parts = [((wide["label"], " ".join(wide["value"].split())), " ")] if wide and carded else parted(line)
    for part, separator in parts:
        label, value = part[0], re.sub(r"\s[–—•-]$", "", part[1])  # the dash of the next label
        meaning = meaning_of(label, sure=separator != ":")
        if not meaning:
            continue
        if not value and after and not after[0].row and separator == ":" and len(after[0].text) < 120:
            value, span = after[0].text, after[0].span
            if ":" in value:
                continue
        if separator == " " and meaning[0] == "programme.faculty" and not label.rstrip().endswith(":"):
            value = line  # the word of the kind is part of the unit's name
        more = after and (enclosed_rest(value, after[0]) or separator == ":" and rest(value, after[0]))
        if value and more:
            value, span = f"{value} {more}", Span(span.start, after[0].span.end)
        if value and not BLANK.fullmatch(value) and not is_undecided(value):
            start = document.text.content.find(value[:12], span.start, span.end)
            place = Span(start, span.end) if start >= 0 else span
            yield Pair(meaning[0], meaning[1], label, as_meant(meaning[0], value), place, ((value, place),))


def first_of(known: tuple[Pair, ...], meaning: str, fits: Callable[[str], bool]) -> Value | None:
    """Return the first value of a meaning whose words fit."""
    return next((p.value() for p in known if p.meaning == meaning and fits(p.text)), None)


def is_name(text: str) -> bool:
    """Say whether words may be the name of a course or programme: no blank, no label."""
    return (
        (3 < len(text) <= 200 or len(text) == 3 and text.isalpha() and text[1:].islower())
        and not text[0].islower()
        and text[0] != "("
        and "___" not in text
        and not _ELSEWHERE.match(text)
        and lexicon("cards.tsv").exact(text) is None
    )


def heads_columns(block: Block) -> bool:
    """Say whether a row heads a table of shares, `Hình thức | CĐR | Tỷ trọng (%)`, or of numbered courses: none tells a
    value."""
    head = headed(block.grid) if block.grid and block.row is block.grid.rows[0] else None
    return head is not None and len(head.data) > 1 and (head.of("weight") is not None or head.has("number", "code"))


def _labels(label: str) -> list[tuple[str, str]]:
    """Return meanings and words of the labels that one cell lists, `Оқыту нысаны, курсы және семестрі`; nothing for one
    label, or where a part is none."""
    if lexicon("cards.tsv").exact(MARKER.sub("", label).strip(" :.*")):
        return []
    parts = [part.strip() for part in label.strip(" :.*").split(",")]
    parts = [one for n, part in enumerate(parts) for one in (part.split("/") if n == len(parts) - 1 else [part])]
    found = [(meaning[0], part) for part in parts if (meaning := meaning_of(part, sure=True))]
    return found if 2 <= len(found) == len(parts) and len({m for m, _ in found}) == len(found) else []


def several(label: str, text: str) -> list[tuple[str, str, str]]:
    """Return meaning, label and value where a cell lists labels and the one beside it as many values; what is over is
    the first value's, whose name may hold a comma."""
    listed = _labels(label)
    parts = [part.strip() for part in text.split(",")]
    slashed = label.rpartition(",")[2].count("/")
    if slashed and parts[-1].count("/") == slashed:
        parts = [*parts[:-1], *(part.strip() for part in parts[-1].split("/"))]
    over = len(parts) - len(listed)
    if not listed or over < 0:
        return []
    values = [", ".join(parts[: over + 1]), *parts[over + 1 :]]
    told = [(m, of, value) for (m, of), value in zip(listed, values, strict=True)]
    return [one for one in told if one[2] and not BLANK.fullmatch(one[2])]


def beside_blanks(row: tuple[Place, ...]) -> list[Place]:
    """Return the labels and values of a row of pairs some of whose values are blank, without those pairs."""
    placed = [p for p in row if not p.merged]
    pairs_of_row = list(zip(placed[::2], placed[1::2], strict=False))
    labelled = all(meaning_of(label.text, sure=True) for label, _ in pairs_of_row)
    if len(placed) < 4 or len(placed) % 2 or not labelled:
        return [p for p in placed if p.text]
    return [place for label, value in pairs_of_row if value.text for place in (label, value)]


def each_labelled(own: list[Place]) -> bool:
    """Say whether every cell of a row has a label and its value: `Số tín chỉ: 3 | Học kỳ: 1`."""
    parts = [p.text.partition(":") for p in own]
    labelled = [bool(value.strip()) and meaning_of(label, sure=True) is not None for label, _, value in parts]
    exact = labelled[0] and lexicon("cards.tsv").exact(MARKER.sub("", parts[0][0])) is not None
    return (sum(labelled) >= 2 or exact) and all(mark for _, mark, _ in parts)
