"""Two offices and two names on one line are two signatures."""

import pytest

from tests.extraction_identity.reading import document, values

PROGRAMME = """РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ
Ґрунтознавство
1. Опис дисципліни
Дисципліна вивчає ґрунти.

{line}
"""


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        (
            "Завідувач кафедри     Іван ПЕТРЕНКО                Декан факультету     Олена КОВАЛЬ",
            [("Іван ПЕТРЕНКО", "Завідувач кафедри"), ("Олена КОВАЛЬ", "Декан факультету")],
        ),
        ("Декан факультету     Олена КОВАЛЬ", [("Олена КОВАЛЬ", "Декан факультету")]),
    ],
)
def test_each_name_takes_the_office_before_it(line: str, signed: list[tuple[str, str]]) -> None:
    people = values("people", document(PROGRAMME.format(line=line), "uk", "syllabus"))
    assert [(person["name"], person["role"]) for person in people] == signed


RULES = "ПОЛОЖЕНИЕ\nо читальном зале\n\n1. Общие положения\n1.1. Зал работает ежедневно.\n\n"


def test_offices_and_names_in_the_cells_of_a_table() -> None:
    table = "Заведующий отделом обслуживания\t\tК.Л. Рябинина\nЮрисконсульт\t________\tО.П. Гнездилов\n"
    assert [(r["name"], r["role"]) for r in values("people", document(RULES + table, "ru", "regulation"))] == [
        ("К.Л. Рябинина", "Заведующий отделом обслуживания"),
        ("О.П. Гнездилов", "Юрисконсульт"),
    ]


def test_a_table_with_other_rows_holds_no_signatures() -> None:
    table = "Тема доклада\tДокладчик\nДиректор завода и его время\tК.Л. Рябинина\nЛуга\tО.П. Гнездилов\n"
    assert values("people", document(RULES + table, "ru", "regulation")) == []


def test_visas_line_below_line_with_their_days() -> None:
    made = document(
        RULES + "СОГЛАСОВАНО\nНачальник отдела\nкапитального ремонта\n_________ Е.И. Белова\n15.02.2013\n\n"
        "СОГЛАСОВАНО\nГлавный бухгалтер\nИ.К. Заречный\n",
        "ru",
        "regulation",
    )
    assert [(r["name"], r["role"], r["act"], r.get("acted_on")) for r in values("people", made)] == [
        ("Е.И. Белова", "Начальник отдела капитального ремонта", "agreed", "2013-02-15"),
        ("И.К. Заречный", "Главный бухгалтер", "agreed", None),
    ]


def test_an_office_that_goes_on_below_its_name() -> None:
    made = document(
        "ЕРЕЖЕ\n\n1. Жалпы ережелер\n1.1. Зал күн сайын жұмыс істейді.\n\n"
        "Ғылыми жұмыстар жөніндегі департамент    А.Т. Сомов\nдиректоры\n",
        "kk",
        "regulation",
    )
    (signer,) = values("people", made)
    assert (signer["name"], signer["role"]) == ("А.Т. Сомов", "Ғылыми жұмыстар жөніндегі департамент директоры")
    assert values("provisions", made)[-1]["text"] == "Зал күн сайын жұмыс істейді."


@pytest.mark.parametrize("note", ["", "(Ký, ghi rõ họ tên) "])
def test_an_office_and_a_name_that_a_converter_set_in_one_cell(note: str) -> None:
    cells = f"TRƯỞNG BỘ MÔN {note}TS. Lê Văn Cát\tTRƯỞNG KHOA {note}PGS.TS. Mai Thị Đào\n"
    text = f"ĐỀ CƯƠNG CHI TIẾT\n\nTên học phần: Khoáng vật học\n\n1. Mô tả học phần\nHọc về đá.\n\n{cells}"
    assert [(r["name"], r["role"]) for r in values("people", document(text, "vi", "syllabus"))] == [
        ("Lê Văn Cát", "TRƯỞNG BỘ MÔN"),
        ("Mai Thị Đào", "TRƯỞNG KHOA"),
    ]


def test_the_end_of_a_unit_s_name_is_no_signer_though_it_looks_like_a_name() -> None:
    made = document(
        "QUYẾT ĐỊNH\nVề giờ mở cửa\n\nĐiều 1. Phòng đọc mở cửa hằng ngày.\n\n"
        "KT. BỘ TRƯỞNG BỘ NỘI VỤ      KT. BỘ TRƯỞNG BỘ GIÁO DỤC VÀ\n       THỨ TRƯỞNG                      ĐÀO TẠO\n"
        "                                  THỨ TRƯỞNG\n\n   Hồ Văn Quế                     Mai Thị Thu Cúc\n",
        "vi",
        "decision",
    )
    assert [r["name"] for r in values("people", made)] == ["Hồ Văn Quế", "Mai Thị Thu Cúc"]


def test_specks_behind_an_office_and_a_name_are_none_of_them() -> None:
    made = document(RULES + "Начальник отдела’     К.Л. Рябинина.\n", "ru", "regulation")
    assert [(r["name"], r["role"]) for r in values("people", made)] == [("К.Л. Рябинина", "Начальник отдела")]


def test_an_office_beside_the_recipients_signs_though_an_act_is_enclosed() -> None:
    act = (
        "QUYẾT ĐỊNH\nVề việc trực nhật\n\nĐiều 1. Ban hành Quy định trực nhật.\nĐiều 2. Các lớp thi hành./.\n\n"
        "Nơi nhận:\tHIỆU TRƯỞNG\n- Như Điều 2;\n- Lưu: VT.\n\tTS. Lê Văn An\n\nQUY ĐỊNH\nTrực nhật\n"
        "(Ban hành kèm theo Quyết định số 12/QĐ-ABC)\n\nĐiều 1. Phạm vi\nCác lớp.\nĐiều 2. Thi hành\nTừ tháng 9.\n"
    )
    people = values("people", document(act, "vi", "decision"))
    assert [(person["name"], person["role"]) for person in people] == [("Lê Văn An", "HIỆU TRƯỞNG")]
