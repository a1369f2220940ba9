"""Texts beside their translation: one is read, the other stays in the margin."""

from extractors.arranging import arrange
from models.page import Box, Cell, Grid, Line, Page, Word

KAZAKH = (
    "1. Жалпы ережелер",
    "1.1. Осы Ереже тәртіпті белгілейді.",
    "1.2. Кітапхана қызмет көрсетеді.",
    "2. Қорытынды",
)
RUSSIAN = (
    "1. Общие положения",
    "1.1. Положение устанавливает порядок.",
    "1.2. Библиотека обслуживает.",
    "2. Заключение",
)


def _line(text: str) -> Line:
    return Line(tuple(Word(word) for word in text.split()))


def _table(left: tuple[str, ...], right: tuple[str, ...]) -> Grid:
    pairs = enumerate(zip(left, right, strict=True))
    return Grid(tuple(Cell(r, c, (_line(text),)) for r, pair in pairs for c, text in enumerate(pair)))


def _roles(*blocks: Line | Grid) -> list[tuple[str, str]]:
    text = arrange([Page(1, blocks, 600, 800)])
    return [(text.content[line.start : line.end], line.role) for line in text.lines if line.start < line.end]


def test_the_same_clauses_in_two_languages_are_read_once() -> None:
    expected = [*((text, "body") for text in KAZAKH), *((text, "margin") for text in RUSSIAN)]
    assert _roles(_table(KAZAKH, RUSSIAN)) == expected


def test_tables_of_one_language_or_of_other_numbers_stay() -> None:
    for left, right in ((RUSSIAN, RUSSIAN), (KAZAKH, ("Ия", "Жоқ", "Ия", "Жоқ")), (KAZAKH[:3], RUSSIAN[:3])):
        assert all("\t" in text for text, _ in _roles(_table(left, right)))


def test_a_head_in_two_languages_is_parted() -> None:
    lines = []
    left = ("ҚАЗАҚСТАН РЕСПУБЛИКАСЫ", "ҒЫЛЫМ МИНИСТРЛІГІ", "ЕРТІС УНИВЕРСИТЕТІНІҢ ҚЫЗМЕТІ")
    right = ("РЕСПУБЛИКА КАЗАХСТАН", "МИНИСТЕРСТВО НАУКИ", "СЛУЖБА УНИВЕРСИТЕТА")
    for n, (one, other) in enumerate(zip(left, right, strict=True)):
        words = [(word, 20 + 60 * k) for k, word in enumerate(one.split())]
        words += [(word, 330 + 60 * k) for k, word in enumerate(other.split())]
        placed = [Word(word, Box(x, 20 * n, x + 55, 20 * n + 10)) for word, x in words]
        lines.append(Line(tuple(placed), text=f"{one}    {other}"))
    assert _roles(*lines) == [*((text, "body") for text in left), *((text, "margin") for text in right)]
