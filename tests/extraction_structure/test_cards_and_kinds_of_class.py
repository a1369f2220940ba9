"""Kinds of class in a column, levels told by who is prepared, faculties that are no offices, titles by the course."""

from collections.abc import Callable

from extractors.curriculum.cards.title_page import faculty_line, level_line
from extractors.tables.documents import extract as documents
from extractors.tables.topics import extract as topics
from models.document import Document
from normalizers.values.dates import find_dates

Read = Callable[..., Document]
SYLLABUS = (
    "СИЛЛАБУС\nФакультет деканы\nПәннің коды және атауы\tMUG 3215 Ұңғымаларды бұрғылау\nКредит саны\t5\n"
    "Апта\tТақырып атауы\tСабақ түрі\tСағат\n1\tБұрғылау тәсілдерінің дамуы\tДәріс\t2\n"
    "2\tСызбаларды оқу жолдары\tПрактика\t3\n"
)


def test_a_column_names_the_kind_of_class(read: Read) -> None:
    found = [(row.get("activity"), row.get("hours")) for row in topics(read(SYLLABUS))]
    assert found == [("lecture", 2), ("practice", 3)]


def test_the_course_is_the_title_and_an_office_no_faculty(read: Read) -> None:
    document = read(SYLLABUS)
    (row,) = documents(document)
    assert row.get("title") == "Ұңғымаларды бұрғылау"
    assert faculty_line(document) is None


def test_who_is_prepared_tells_the_level(read: Read) -> None:
    level = level_line(read("НАВЧАЛЬНИЙ ПЛАН\nпідготовки магістрів з галузі знань 07 Управління\n"))
    assert level is not None and level.value == "master"


def test_a_day_in_quotes_before_a_month_in_figures() -> None:
    assert [iso for _, _, iso in find_dates("«28» 08. 2024 ж.", "kk")] == ["2024-08-28"]
