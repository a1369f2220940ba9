"""Lines among the provisions that are none: notes below tables, `(1) Xếp loại …`, and what an act asks at its end."""

import re
from pathlib import Path

from extractors.parsing.cues import begins
from extractors.parsing.lines import Printed
from normalizers.wordings import Wordings

NOTE = re.compile(r"\((\d{1,2}|\*{1,3})\)\s*[^\W\d_]")
MARK = re.compile(r"[^\W\d_]\)?\s?\((\d{1,2}|\*{1,3})\)\s*(?:[\t|]|$|(?<=\s)(?=[A-ZĐ][^\W\d_]))")
"""A mark behind words, at the end of a cell or of its first part: not the number of a column, which stands alone."""

NOTED = re.compile(r"(?<=[.)])\[\d{1,3}\]\s*(?=\w)")
REMARK = Wordings(Path(__file__).parent / "knowledge" / "line_words.tsv", r"[(*]*\s*<<remark>>\s?:", re.IGNORECASE)
ASKED = 6  # lines that a request may take


def mark_length(line: str, number: int) -> int:
    """Return how long the mark of a footnote is that stands right behind a number of `number` characters: `2.[3] …`."""
    mark = NOTED.match(line, number)
    return mark.end() - number if mark else 0


def table_notes(lines: list[Printed]) -> set[int]:
    """Return the places of the remark right below a table, and of numbered notes whose marks its cells bear."""
    notes: set[int] = set()
    marks: set[str] = set()
    following = below_table = False
    for place, line in enumerate(lines):
        if line.furniture:
            continue
        if line.table:
            below_table = True
            marks = (marks if not following else set()) | {m[1] for m in MARK.finditer(line.text)}
            continue
        note = NOTE.match(line.text)
        if below_table and REMARK.match(line.text):
            notes.add(place)
        below_table = False
        if marks and note and (following or note[1] in marks):
            notes.add(place)
            following = True
        elif following and (line.lower_start or not lines[place - 1].terminal):
            notes.add(place)
        else:
            marks, following = set(), False
    return notes


def last_requests(lines: list[Printed]) -> set[int]:
    """Return the places of the requests right above the closing words or the distribution list, which belong to no
    clause: `Đề nghị các đơn vị nghiêm túc thực hiện.` below the last of them."""
    shown = [place for place, line in enumerate(lines) if not line.furniture]
    asked: set[int] = set()
    for at, place in enumerate(shown[1:], 1):
        if not begins("request", lines[place].text) or not lines[shown[at - 1]].terminal:
            continue
        for below in shown[at + 1 : at + 1 + ASKED]:
            if begins("tail", lines[below].text) or begins("closing", lines[below].text):
                asked.add(place)
                break
            if not lines[below].lower_start and lines[shown[shown.index(below) - 1]].terminal:
                break
    return asked
