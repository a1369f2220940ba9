"""Headings without a number that group clauses which are numbered through."""

from docx import Document as Word

from extractors.parsing import parse
from extractors.recognising import recognise
from pipeline.steps import make_legible


def test_bold_lines_between_numbered_clauses_are_headings(tmp_path) -> None:
    paper = Word()
    for bold, text in (
        (False, "Corvin University"),
        (True, "Regulations for Evening Courses"),
        (True, "Entry"),
        (False, "1. Applicants shall write a letter to the school in good time."),
        (True, "Fees and Payment"),
        (False, "2. The fee for a course shall be paid before the first evening."),
        (False, "3. A fee may be returned where a course is cancelled by the school."),
    ):
        paper.add_paragraph().add_run(text).bold = bold
    paper.save(tmp_path / "rules.docx")
    legible = make_legible(tmp_path / "rules.docx")
    made = parse(legible.source, legible.text, recognise(legible.text), legible.pages)
    told = [(s.number, legible.text.body(s.heading) if s.heading else None) for s in made.sections]
    assert told == [(None, "Entry"), ("1", None), (None, "Fees and Payment"), ("2", None), ("3", None)]
