"""Papers whose parts bear no numbers: titles above their text, labels before it, letters below Roman numbers."""

from docx import Document as Word

from extractors.parsing import parse
from extractors.recognising import recognise
from extractors.tables import provisions, requirements
from pipeline.steps import make_legible
from tests.extraction_structure.conftest import Reader

POLICY = """Corvin College
Policy on Evening Credit

Effective: 4 May 2021
Purpose: This policy sets out how evening classes are counted towards a degree.
Scope: It applies to every student of the College who attends an evening class.
Limits: A student may be granted at most 12 credits for evening classes.
Procedures:
a. The office answers every request within 5 working days.
b. A refusal is sent to the student in writing.
"""

OUTLINE = """CORVIN COLLEGE
Faculty Meeting, 4 May 2021
MINUTES

I. Announcements
A. Report of the Dean
The Dean told the members about the new library.
B. Elections
1. Seats
Three seats are open and will be filled in June.
II. New Business
A. Appeals
The policy was passed by the members.
"""


def test_labels_before_their_text_are_parts(read: Reader) -> None:
    document = read(POLICY)
    rows = [(r.get("number"), r.get("heading")) for r in provisions.extract(document)]
    assert rows == [
        (None, "Purpose"),
        (None, "Scope"),
        (None, "Limits"),
        (None, "Procedures"),
        ("a", None),
        ("b", None),
    ]
    assert 12 in {row.get("value") for row in requirements.extract(document)}


def test_letters_stand_below_roman_numbers(read: Reader) -> None:
    rows = [(r.get("number"), r.get("parent")) for r in provisions.extract(read(OUTLINE))]
    told = [("I", None), ("I.A", "I"), ("I.B", "I"), ("I.B.1", "I.B"), ("II", None), ("II.A", "II")]
    assert rows == told


def test_bold_titles_part_minutes_without_numbers(tmp_path) -> None:
    paper = Word()
    for bold, text in (
        (True, "Corvin College"),
        (True, "Minutes of the Teaching Committee, 4 May 2021"),
        (False, "Present: A. Bell, B. Cole, C. Dunn"),
        (True, "Approval of the agenda"),
        (False, "The agenda was approved as it had been sent to the members."),
        (True, "Quorum"),
        (False, "A quorum shall consist of at least 60% of the voting members."),
        (True, "Library:"),
        (False, "The library will stay open on Saturdays until the end of term."),
    ):
        paper.add_paragraph().add_run(text).bold = bold
    paper.save(tmp_path / "minutes.docx")
    legible = make_legible(tmp_path / "minutes.docx")
    made = parse(legible.source, legible.text, recognise(legible.text), legible.pages)
    told = [legible.text.body(s.heading) for s in made.sections if s.heading]
    assert told == ["Approval of the agenda", "Quorum", "Library"]


def test_labels_within_numbered_parts_below_a_colon_are_their_text(read: Reader) -> None:
    told = "A - Bắt buộc:\n" + "".join(
        f"{n}. Học phần thứ {name}\nCấu trúc học phần: 2(2:0:4)\n"
        "Mô tả học phần: Học phần trang bị cho sinh viên kiến thức và kỹ năng để làm việc trong ngành.\n"
        for n, name in enumerate(("nhất", "hai", "ba"), 1)
    )
    document = read("TRƯỜNG ĐẠI HỌC SAO MAI\nMÔ TẢ VẮN TẮT CÁC HỌC PHẦN\n" + told)
    assert "Mô tả học phần" not in {r.get("heading") for r in provisions.extract(document)}
