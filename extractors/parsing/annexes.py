"""Annexes: where each begins, its label and title, and whether it is a blank form or text that binds."""

import re
from dataclasses import dataclass
from pathlib import Path

from extractors.parsing.cues import begins
from extractors.parsing.lines import Printed
from extractors.parsing.markers import Marker, readings
from extractors.parsing.numerals import roman
from normalizers.wordings import Wordings

BLANK = re.compile(
    r"_{3,}|(?:\\_){3,}|(?<!v)\.{4,}(?!\.|\s*\d+\s*$)|…{2,}(?!…|\s*\d+\s*$)|(?:\. ){4,}"
    r"|(?:ngày\s+tháng\s+năm)|«\s*_*\s*»\s*_"
)
_WORDS = Path(__file__).parent / "knowledge" / "line_words.tsv"
BARE_FORM = Wordings(_WORDS, r"\W*<<bare_form>>\W*", re.IGNORECASE)
SIGN_HERE = Wordings(_WORDS, r"\W*\(\W*<<sign_here>>", re.IGNORECASE)
_ANNEXED = Wordings(_WORDS, r"(?<!\w)<<annexed_to>>\W*$", re.IGNORECASE)
"""How a line ends below which a Kazakh label says whose annex the document is: `… № 321 бұйрығына` over `2-қосымша`."""
RIGHT = 0.3  # of the column, from which a line is set to the right
_ADDRESSEE = Wordings(_WORDS, r"\W*<<addressee>>", re.IGNORECASE)
ENDING = ("tail", "closing", "in_force", "register", "motto", "enclosure")
WINDOW = 8  # lines looked at together
DENSE = 3  # of them have blanks where a form without a label begins
FORM_SHARE = 0.22  # of a form's lines have a blank or end in a colon
FAR = 16  # lines to the next section of a document that goes on
_SECTION = re.compile(r"\s*([IVX]{1,5}|\d{1,2})[.)]\s+[^\W\d_]")
PROSE = 70  # characters of a line of prose
APPROVAL = 8  # lines that the words take by which an act approves the one behind it
ABOVE = 14  # lines above them in which the first act ends where they begin no page


@dataclass(frozen=True, slots=True)
class Annex:
    """Lines `first` to `last` (places among the printed lines, both included) under one label or address."""

    first: int
    last: int
    marker: Marker | None
    form: bool


def ends(line: Printed, before: Printed | None) -> bool:
    """Return whether a line ends the provisions: a distribution list, last words, what an act is enclosed with
    (`(Kèm theo Quyết định …)`). A sentence of the line before that goes on with such words does not."""
    goes_on = before is not None and not before.terminal and not before.capitals
    return not (goes_on and line.text[:1].islower()) and any(begins(cue, line.text) for cue in ENDING)


def has_blank(line: str) -> bool:
    """Return whether a line has a place to be filled in."""
    return bool(BLANK.search(line))


def annexes(lines: list[Printed]) -> list[Annex]:
    """Return the annexes and blank forms of a document in reading order; they end where the next one begins."""
    starts = _starts(lines)
    found = []
    for place, (first, marker, sure) in enumerate(starts):
        last = starts[place + 1][0] - 1 if place + 1 < len(starts) else len(lines) - 1
        found.append(Annex(first, last, marker, sure or is_form(lines[first : last + 1])))
    return found


def _starts(lines: list[Printed]) -> list[tuple[int, Marker | None, bool]]:
    starts: list[tuple[int, Marker | None, bool]] = []
    loose = False
    own = own_label(lines)
    enclosed = _enclosed(lines)
    for i, line in enumerate(lines):
        if line.furniture or line.table or i in own:
            continue
        marker = _label(lines, i)
        if marker is not None or i == enclosed:
            starts.append((i, None if i == enclosed else marker, False))
        elif begins("register", line.text) and i > 0.3 * len(lines):
            starts.append((i, None, True))
        elif _approved(lines, i) or _bare(lines, i):
            starts.append((i, None, False))
        elif _unlabelled_form(lines, i, loose) and not _addresses(lines, i, starts):
            starts.append((i, None, True))
            loose = True
    return starts


def own_label(lines: list[Printed]) -> set[int]:
    """Return the label at the head of a document that says whose annex the document itself is, and opens none in it:
    `к приказу …` below it or `… бұйрығына` above it, no other annex of that act, and sections counted from one."""
    shown = [i for i, line in enumerate(lines) if not line.furniture]
    annexed = [n for n in range(1, len(shown)) if _ANNEXED.search(lines[shown[n - 1]].text)]
    at = annexed[0] if len(annexed) == 1 and annexed[0] < WINDOW else 0
    labels = readings(lines[shown[at]].text, cyrillic=False)[:1] if at else [_label(lines, i) for i in shown[:1]]
    if not any(label is not None and label.kind == "annex" for label in labels):
        return set()
    told = [n for n in range(1, len(shown)) if begins("annex_of", lines[shown[n]].text)]
    counted = any((found := _section(lines[i])) and found[1] == 1 for i in shown)
    return {shown[at]} if counted and (at or told == [1]) else set()


def _enclosed(lines: list[Printed]) -> int | None:
    """Return the label of the only annex of an act, `к приказу …` below it, that is an act with clauses of its own."""
    told = [i for i, line in enumerate(lines) if i and begins("annex_of", line.text)]
    labels = [
        i for i, line in enumerate(lines) if [m.kind for m in readings(line.text, cyrillic=False)[:1]] == ["annex"]
    ]
    below = "\n".join(line.text for line in lines[labels[0] :] if not line.table) if len(labels) == 1 else ""
    return (
        labels[0]
        if told == [n + 1 for n in labels] and re.search(r"(?s)^1[.)]?\s+\S.*?^1\.1\.?\s+\S", below, re.MULTILINE)
        else None
    )


def _bare(lines: list[Printed], place: int) -> bool:
    """Whether an annex begins here that has neither number nor title behind its label."""
    line = lines[place]
    below = line.text[:1].islower() and not (line.blank_before or line.terminal)  # `… қағидаларына қосымша`
    begun = line.page_top or line.capitals and _ended(lines, place) or below
    return begins("bare_annex", line.text) and place > 0 and begun


def _approved(lines: list[Printed], place: int) -> bool:
    """Whether the words begin here by which the act above approved the one below: on a new page or behind its end."""
    line = lines[place]
    above = lines[max(0, place - ABOVE) : place]
    if len(line.text) > PROSE or not (line.page_top or any(begins("tail", other.text) for other in above)):
        return False
    block: list[str] = []
    for other in lines[place : place + APPROVAL]:
        if other.table or other.furniture or len(other.text) > PROSE:
            break
        block.append(other.text)
    whole = any(begins("approved_act", " ".join(block[:count])) for count in range(len(block), 0, -1))
    return whole and any(found[0].kind == "decimal" for other in lines[:place] if (found := _numbered(other)))


def _numbered(line: Printed) -> list[Marker]:
    return [] if line.furniture or line.table else readings(line.text, cyrillic=True)


def _ended(lines: list[Printed], place: int) -> bool:
    """Whether what stands before a line, page numbers apart, ends with its sentence."""
    before = next((line for line in reversed(lines[:place]) if not line.furniture), None)
    return before is not None and before.terminal


def _addresses(lines: list[Printed], place: int, starts: list[tuple[int, Marker | None, bool]]) -> bool:
    """Whether a line is of the labelled form that has just begun: its address, with no title between, or its blanks."""
    if not starts or starts[-1][1] is None or place - starts[-1][0] > WINDOW:
        return False
    if _ADDRESSEE.match(lines[place].text):
        return True  # in Vietnamese forms the address stands below the title
    if not begins("addressee", lines[place].text):
        return True  # the first blanks below a label are its own
    between = [line.text for line in lines[starts[-1][0] + 1 : place + 1]]
    return not any(begins("form", text) and not BARE_FORM.fullmatch(text) for text in between)


def leading_lines(lines: list[Printed], found: list[Annex]) -> set[int]:
    """Return the lines to the right above the labels of annexes, or in one block with them, which say whose they are:
    `… қағидаларына` above `1-қосымша`; they are no part of the provision before them."""
    leads: set[int] = set()
    for annex in found:
        label, place, block = lines[annex.first], annex.first - 1, set[int]()
        right = label.left > RIGHT
        if annex.marker is None and not begins("bare_annex", label.text) or label.blank_before and not right:
            continue
        while place >= 0 and not lines[place].terminal and not lines[place].table:
            if lines[place].left <= RIGHT if right else len(lines[place].text) >= PROSE:
                break
            block.add(place)
            if lines[place].blank_before:
                break
            place -= 1
        told = begins("annexed", " ".join(lines[n].text for n in (*sorted(block), annex.first)).rpartition(" ")[0])
        leads |= block if right or told and min(block, default=0) == place else set()
    return leads


def _label(lines: list[Printed], place: int) -> Marker | None:
    """Return the label of an annex that begins at a line: `Phụ lục 1: …`, `Додаток 2`; a reference is none."""
    line = lines[place]
    found = readings(line.text, cyrillic=False)
    if not found or found[0].kind != "annex":
        return None
    rest = line.text[found[0].length :]
    before = lines[place - 1] if place else None
    begun = before is None or before.table or before.terminal or before.capitals
    begun = begun or line.page_top or line.blank_before or line.left > 0.3
    begun = begun or before is not None and begins("annexed", before.text)
    parted = line.text[: found[0].printed].endswith((".", ":")) and bool(rest.strip())  # `… vào sau` / `Phụ lục 2.`
    referred = before is not None and not before.terminal and line.text[: found[0].length].rstrip().endswith((",", ";"))
    if referred or rest[:1].islower() or not (begun or parted) or (rest.rstrip().endswith((";", ",")) and not parted):
        return None
    return found[0]


def _unlabelled_form(lines: list[Printed], place: int, inside: bool) -> bool:
    """Whether a blank form without a label begins here: an address or a title over lines with blanks."""
    if place < 0.3 * len(lines):
        return False
    ahead = [has_blank(line.text) for line in lines[place : place + WINDOW]]
    if begins("addressee", lines[place].text) and sum(ahead) >= 1:
        return True
    return not inside and ahead[0] and sum(ahead) >= DENSE and not _numbered_on(lines, place)


def _numbered_on(lines: list[Printed], place: int) -> bool:
    """Whether the numbers of the sections go on below a line as they stood above it: its blanks are of a section whose
    figures are not filled in, no form."""
    above = next((found for line in reversed(lines[:place]) if (found := _section(line))), None)
    below = next((found for line in lines[place + 1 : place + 1 + FAR] if (found := _section(line))), None)
    return above is not None and below is not None and (below[0], below[1]) == (above[0], above[1] + 1)


def _section(line: Printed) -> tuple[bool, int] | None:
    """Return whether the number of a section is Roman, and its value; None for other lines."""
    match = None if line.table or line.furniture else _SECTION.match(line.text)
    value = (roman(match[1]) if match[1].isalpha() else int(match[1])) if match else None
    return (match[1].isalpha(), value) if match and value else None


def is_form(lines: list[Printed]) -> bool:
    """Return whether an annex is to be filled in rather than to be obeyed."""
    shown = [line for line in lines if not line.furniture]
    if len(shown) < 2:
        return bool(shown) and bool(begins("form", shown[0].text))
    gaps = sum(
        has_blank(line.text)
        or bool(SIGN_HERE.match(line.text))
        or (line.text.rstrip().endswith(":") and len(line.text) < PROSE)
        for line in shown
    )
    prose = sum(len(line.text) >= PROSE and not has_blank(line.text) for line in shown)
    titled = any(begins("form", line.text) for line in shown[:4]) or bool(re.search(r"\b(?:MẪU|Mẫu)\b", shown[0].text))
    return gaps >= FORM_SHARE * len(shown) and prose < 0.5 * len(shown) or (titled and gaps >= 3)
