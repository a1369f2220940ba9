"""Stamps side by side: each read whole, and what only looks like them left alone."""

from extractors.arranging.columns import part_stamps
from extractors.arranging.lining import build_lines
from models.page import Box, Cell, Grid, Line, Word


def _words(*placed: tuple[float, float, str]) -> list[Word]:
    """Return the words of printed runs, each at its left side and baseline, six points a letter."""
    words = []
    for x, y, run in placed:
        for text in run.split():
            words.append(Word(text, Box(x, y - 10, x + 6 * len(text), y)))
            x += 6 * (len(text) + 1)
    return words


def _read(*placed: tuple[float, float, str]) -> list[str]:
    return [line.as_text() for line in part_stamps(tuple(build_lines(_words(*placed))))]


def test_stamps_are_read_one_after_the_other() -> None:
    assert _read(
        (40, 20, "ПОГОДЖЕНО"), (320, 20, "ЗАТВЕРДЖУЮ"),
        (40, 34, "Голова ради"), (320, 34, "Ректор"),
        (40, 48, "____ І. І. Лис"), (320, 48, "____ О. П. Кіт"),
        (320, 62, "«31» серпня 2022 р."),
        (200, 90, "НАВЧАЛЬНИЙ ПЛАН"),
    ) == [
        "ПОГОДЖЕНО", "Голова ради", "____ І. І. Лис",
        "ЗАТВЕРДЖУЮ", "Ректор", "____ О. П. Кіт", "«31» серпня 2022 р.",
        "НАВЧАЛЬНИЙ ПЛАН",
    ]  # fmt: skip


def test_lines_of_stamps_at_different_heights_are_of_their_own_stamps() -> None:
    assert _read(
        (40, 20, "СХВАЛЕНО"), (320, 27, "ЗАТВЕРДЖУЮ"),
        (40, 34, "Протокол № 2"), (320, 41, "Ректор"),
        (40, 48, "____ І. І. Лис"), (320, 55, "____ О. П. Кіт"),
        (40, 62, "«31» серпня 2022 р."),
        (200, 90, "НАВЧАЛЬНИЙ ПЛАН"),
    ) == [
        "СХВАЛЕНО", "Протокол № 2", "____ І. І. Лис", "«31» серпня 2022 р.",
        "ЗАТВЕРДЖУЮ", "Ректор", "____ О. П. Кіт",
        "НАВЧАЛЬНИЙ ПЛАН",
    ]  # fmt: skip


def test_a_name_midway_between_the_lines_of_an_office_stands_beside_the_first() -> None:
    office = ((40, 20, "Директор института"), (40, 32, "заочного обучения"))
    name = (320, 26, "И. Л. Дроздова")
    assert _read(*office, name) == ["Директор института    И. Л. Дроздова", "заочного обучения"]
    columns = _read(*office, name, (320, 38, "Г. М. Совина"))
    assert "И. Л. Дроздова" in columns


def test_a_stamp_may_begin_above_what_stands_beside_it() -> None:
    assert _read(
        (320, 20, "УТВЕРЖДАЮ"),
        (40, 34, "План одобрен советом"), (320, 34, "Ректор"),
        (40, 48, "Протокол № 8"), (320, 48, "____ О. П. Кот"),
        (200, 90, "УЧЕБНЫЙ ПЛАН"),
    ) == ["План одобрен советом", "Протокол № 8", "УТВЕРЖДАЮ", "Ректор", "____ О. П. Кот", "УЧЕБНЫЙ ПЛАН"]  # fmt: skip


def test_a_heading_over_a_list_of_signers_stays_over_it() -> None:
    printed = (
        (40, 20, "ПОГОДЖЕНО"),
        (40, 34, "Начальник відділу"), (260, 34, "____"), (400, 34, "О. П. Кіт"),
        (40, 48, "Юрист"), (260, 48, "____"), (400, 48, "І. І. Лис"),
    )  # fmt: skip
    assert _read(*printed)[:2] == ["ПОГОДЖЕНО", "Начальник відділу    ____    О. П. Кіт"]


def test_a_card_of_labels_and_values_stays() -> None:
    printed = ((40, 20, "Спеціальність"), (320, 20, "Право"), (40, 34, "Затверджена назва курсу"), (320, 34, "Історія"))
    assert _read(*printed) == ["Спеціальність    Право", "Затверджена назва курсу    Історія"]


def test_lines_of_plain_text_are_parted_by_their_spaces() -> None:
    lines = tuple(
        Line((), text=text)
        for text in ("СОГЛАСОВАНО                 УТВЕРЖДАЮ", "Декан факультета            Ректор", "", "Учебный план")
    )
    assert [line.as_text() for line in part_stamps(lines)] == [
        "СОГЛАСОВАНО", "Декан факультета", "УТВЕРЖДАЮ", "Ректор", "", "Учебный план",
    ]  # fmt: skip


def test_a_name_behind_the_blank_for_its_signature_stays_in_its_stamp() -> None:
    assert _read(
        (40, 20, "ПОГОДЖЕНО"), (320, 20, "ЗАТВЕРДЖУЮ"),
        (40, 34, "Гарант програми"), (320, 34, "Декан"),
        (100, 48, "Леся ДУБ"), (345, 48, "Остап ЯВІР"),
    ) == ["ПОГОДЖЕНО", "Гарант програми", "Леся ДУБ", "ЗАТВЕРДЖУЮ", "Декан", "Остап ЯВІР"]  # fmt: skip


def test_stamps_of_a_layer_in_another_code_are_parted_before_it_is_repaired() -> None:
    left, right, office, body = (
        text.encode("koi8_r").decode("latin-1") for text in ("СОГЛАСОВАНО", "УТВЕРЖДАЮ", "Ректор", "Декан")
    )
    assert _read((40, 20, left), (320, 20, right), (40, 34, body), (320, 34, office)) == [left, body, right, office]


def test_a_kind_in_large_print_close_to_a_label_is_parted_by_the_lines_below() -> None:
    assert _read(
        (20, 20, "ЗАТВЕРДЖЕНО"), (200, 20, "НАВЧАЛЬНИЙ ПЛАН ОСВІТИ МАГІСТРА"), (394, 20, "Кваліфікація:"),
        (20, 34, "Вченою радою"), (200, 34, "081 Право"), (394, 34, "магістр права"),
        (20, 48, "протокол № 3"), (200, 48, "програма"), (394, 48, "Форма: денна"),
    ) == [
        "ЗАТВЕРДЖЕНО", "Вченою радою", "протокол № 3",
        "НАВЧАЛЬНИЙ ПЛАН ОСВІТИ МАГІСТРА", "081 Право", "програма",
        "Кваліфікація:", "магістр права", "Форма: денна",
    ]  # fmt: skip


def _table(*rows: str) -> Grid:
    cells = [(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row.split("\t"))]
    return Grid(tuple(Cell(r, c, (Line((), text=text),) if text else ()) for r, c, text in cells))


def test_a_table_of_stamps_is_read_column_by_column() -> None:
    stamps = _table("СХВАЛЕНО\tЗАТВЕРДЖЕНО", "Вченою радою\tНаказ ректора", "\tвід 02.02.2021 № 7")
    lines = ["СХВАЛЕНО", "Вченою радою", "ЗАТВЕРДЖЕНО", "Наказ ректора", "від 02.02.2021 № 7"]
    assert [block.as_text() for block in part_stamps((stamps,)) if isinstance(block, Line)] == lines


def test_a_table_with_one_stamp_stays_a_table() -> None:
    table = _table("Погоджено\tДата", "Декан\t02.02.2021")
    assert part_stamps((table,)) == (table,)
