"""Tables of contents, prefaces and agendas of minutes: their lines look like provisions and are none."""

import re
from pathlib import Path

from extractors.parsing.cues import begins
from extractors.parsing.lines import Printed
from normalizers.wordings import Wordings

LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{0,3}\s*$|…{2,}\s*\d{0,3}\s*$|_{4,}\s*\d{1,3}$")
FIRST = re.compile(r"1\.?\s+[^\W\d_]")
PREFACE = 30
"""Lines that a preface takes at most."""
AGENDA = Wordings(Path(__file__).parent / "knowledge" / "line_words.tsv", r"\W*<<agenda>>\W*", re.I)
_WORDS = Path(__file__).parent / "knowledge" / "minutes_words.tsv"
HEARD = Wordings(_WORDS, r"(?:(?:\d{1,2}|[IVXІХ]{1,4})\s?[.)]\s*)?<<on_item>>?\W*<<heard>>(?!\w)", re.I)
"""How the minutes of an item of an agenda begin, whatever number stands before."""
PROCEDURE = Wordings(_WORDS, r"(?:<<procedure>>|<<by_item>><<of_agenda>>?\W*$)(?!\w)", re.I)
"""Lines of minutes between what was resolved: `Голосували: за – 9`, `По второму вопросу`."""
RESOLVED = Wordings(_WORDS, r"\W*<<resolved>><<unanimously>>?\W*", re.I)
ITEMS = 60
"""Lines that an agenda takes at most."""
ENTRY_END = re.compile(r"[\s\t.]\d{1,3}\s*$")


def contents_lines(lines: list[Printed]) -> set[int]:
    """Return the places in `lines` of the lines of tables of contents."""
    found = {i for i, line in enumerate(lines) if LEADERS.search(line.text) and len(line.text) > 12}
    for i, line in enumerate(lines):
        if begins("contents", line.text):
            found |= _entries_after(lines, i)
        elif begins("preface", line.text):
            found |= _preface_after(lines, i)
        elif AGENDA.fullmatch(line.text):
            found |= _agenda_after(lines, i)
    return found | _proceedings(lines)


def _agenda_after(lines: list[Printed], heading: int) -> set[int]:
    """Return the lines of an agenda: up to where the minutes say who was heard."""
    end = next((i for i in range(heading + 1, min(len(lines), heading + ITEMS)) if HEARD.match(lines[i].text)), None)
    return set(range(heading, end)) if end is not None else set()


def _proceedings(lines: list[Printed]) -> set[int]:
    """Return the lines of minutes between their resolutions: who was heard without a number, who voted how."""
    if not any(HEARD.match(line.text) for line in lines):
        return set()
    found: set[int] = set()
    hearing = False
    for i, line in enumerate(lines):
        hearing = hearing and not line.text[:1].isdigit() or bool(HEARD.match(line.text) and not line.text[0].isdigit())
        if RESOLVED.fullmatch(line.text):
            hearing = False
            found.add(i)
        elif hearing or PROCEDURE.match(line.text):
            found.add(i)
    return found


def _preface_after(lines: list[Printed], heading: int) -> set[int]:
    """Return the lines of a preface that counts who made, passed and enacted the text: up to where 1 comes again."""
    first = next((i for i in range(heading + 1, min(len(lines), heading + 4)) if FIRST.match(lines[i].text)), None)
    if first is None:
        return set()
    again = next((i for i in range(first + 1, min(len(lines), first + PREFACE)) if FIRST.match(lines[i].text)), None)
    return set(range(heading, again)) if again is not None else set()


def title_of(line: Printed) -> str:
    """Return the title that a line of a table of contents announces, without leaders and page."""
    return re.sub(r"[\s.…_]+$", "", LEADERS.sub("", ENTRY_END.sub("", line.text)))


def _entries_after(lines: list[Printed], heading: int) -> set[int]:
    found = {heading}
    last = heading
    for i in range(heading + 1, min(len(lines), heading + 120)):
        if ENTRY_END.search(lines[i].text) and not lines[i].terminal:
            found.update(range(last + 1, i + 1))
            last = i
        elif i - last > 3:
            break
    return found
