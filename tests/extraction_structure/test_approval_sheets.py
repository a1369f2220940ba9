"""People of approval sheets, by the title over their table."""

from collections.abc import Callable

from extractors.people.tables import read_sheets
from models.document import Document

TABLE = "Лауазымы\tҚолы\tТ.А.Ә.\tКүні\nЗаң бөлімінің басшысы\t\tГ. С. Тілеубаева\t06.09.2023\n"


def test_the_title_says_what_the_people_did(read: Callable[[str], Document]) -> None:
    (row,) = read_sheets(read(f"ЕРЕЖЕ\nКітапхана туралы\n1. Жалпы бөлім.\nКелісу парағы\n{TABLE}"))
    assert row.get("name") == "Г. С. Тілеубаева" and row.get("act") == "agreed"
    assert row.get("role") == "Заң бөлімінің басшысы" and row.get("acted_on") == "2023-09-06"


def test_who_was_shown_an_act_did_nothing(read: Callable[[str], Document]) -> None:
    assert read_sheets(read(f"ЕРЕЖЕ\nКітапхана туралы\n1. Жалпы бөлім.\nТаныстыру парағы\n{TABLE}")) == []


def test_a_label_before_the_office_says_what_its_holder_did(read: Callable[[str], Document]) -> None:
    table = "Должность\tДата\tФамилия\nРАЗРАБОТАНО: Начальник архива\t20.03.2017\tН.А. Лапина\n"
    (row,) = read_sheets(read(f"СТАНДАРТ\nО делах\n1. Общие положения.\nЛист согласования\n{table}", language="ru"))
    assert (row.get("role"), row.get("act")) == ("Начальник архива", "developed")
