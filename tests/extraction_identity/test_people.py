"""People, recipients and amendments."""

from extractors.heads.pieces import Piece
from extractors.people.lines_of_lists import entries
from tests.extraction_identity.papers import AMENDING, KAZAKH_RULES, RUSSIAN_RULES, UKRAINIAN_PLAN
from tests.extraction_identity.reading import document, values


def test_a_deputy_signs_on_behalf() -> None:
    assert values("people", document(AMENDING)) == [
        {
            "name": "Lê Quang Thạch",
            "role": "PHÓ HIỆU TRƯỞNG",
            "act": "signed",
            "capacity": "KT.",
            "acted_on": "2023-07-05",
        }
    ]


def test_an_office_without_a_legible_name() -> None:
    rows = values("people", document(AMENDING.replace("GS.TS. Lê Quang Thạch\n", "")))
    assert rows == [{"role": "PHÓ HIỆU TRƯỞNG", "act": "signed", "capacity": "KT."}]


def test_a_seal_over_the_signature_hides_neither_the_deputy_nor_the_name() -> None:
    sealed = AMENDING.replace("PHÓ HIỆU TRƯỞNG", "PHÓ HIỆP RRƯỞNG").replace("GS.TS. Lê", "ỀS.TỀ: Lê")
    row = values("people", document(sealed))[0]
    assert (row["name"], row["role"], row["capacity"]) == ("Lê Quang Thạch", "PHÓ HIỆU TRƯỞNG", "KT.")
    nameless = values("people", document(sealed.replace("ỀS.TỀ: Lê Quang Thạch\n", "")))
    assert nameless == [{"role": "PHÓ HIỆU TRƯỞNG", "act": "signed", "capacity": "KT."}]


def test_a_capital_behind_a_seal_may_be_read_as_the_small_letter_that_it_looks_like() -> None:
    row = values("people", document(AMENDING.replace("GS.TS. Lê Quang Thạch", "vũ Quang Thạch")))[0]
    assert (row["name"], row["capacity"]) == ("Vũ Quang Thạch", "KT.")


def test_who_signs_for_another_does_not_hold_the_office_behind_the_capacity() -> None:
    lost = AMENDING.replace("PHÓ HIỆU TRƯỞNG\n", "")
    assert lost != AMENDING
    rows = values("people", document(lost))
    assert [(r.get("name"), r.get("role"), r["capacity"]) for r in rows] == [("Lê Quang Thạch", None, "KT.")]
    rows = values("people", document(lost.replace("GS.TS. Lê Quang Thạch\n", "")))
    assert rows == [{"act": "signed", "capacity": "KT."}]


def test_a_rank_before_the_name_of_a_signer_is_a_title() -> None:
    rows = values("people", document(AMENDING.replace("GS.TS. Lê", "Đại tá, TS. Lê")))
    assert [r["name"] for r in rows] == ["Lê Quang Thạch"]


def test_two_signatures_side_by_side() -> None:
    printed = "ĐỀ CƯƠNG HỌC PHẦN\nToán\n1. Nội dung\nTRƯỞNG KHOA    GIẢNG VIÊN BIÊN SOẠN\n"
    printed += "TS. Bùi Đức Long    ThS. Tạ Minh Ngọc\n"
    rows = values("people", document(printed, kind="syllabus"))
    assert [(r["name"], r["role"], r["act"]) for r in rows] == [
        ("Bùi Đức Long", "TRƯỞNG KHOA", "signed"),
        ("Tạ Minh Ngọc", "GIẢNG VIÊN BIÊN SOẠN", "developed"),
    ]


def test_stamps_tables_and_ruled_lines() -> None:
    plan = values("people", document(UKRAINIAN_PLAN, "uk", "programme"))
    assert [(r["name"], r["role"], r["act"]) for r in plan] == [
        ("Олег КОРЖИНСЬКИЙ", "Голова Вченої ради", "approved"),
        ("Ірина САВИЦЬКА", "Гарант освітньої програми", "developed"),
    ]
    rules = values("people", document(RUSSIAN_RULES, "ru", "regulation"))
    assert {"name": "Панина Н.И.", "role": "Начальник отдела", "act": "developed", "acted_on": "2021-08-02"} in rules
    assert {"name": "А.П. Лосев", "role": "Ректор института", "act": "approved", "acted_on": "2021-09-14"} in rules
    kazakh = values("people", document(KAZAKH_RULES, "kk", "regulation"))
    assert kazakh == [
        {"name": "Н.Е. Қасымов", "act": "approved", "role": "Басқарма Төрағасы – Ректор", "acted_on": "2023-08-30"}
    ]


def test_lists_of_makers_over_several_lines() -> None:
    printed = (
        "ОСВІТНЯ ПРОГРАМА\nПЕРЕДМОВА\nгарант програми:\n"
        "Галушко Іван Васильович – кандидат технічних наук, старший викладач\nкафедри мехатроніки;\n"
        "члени групи:\nПасічник Валерій Іванович – доктор технічних наук, професор.\n1. ЗАГАЛЬНІ ПОЛОЖЕННЯ\n"
    )
    rows = values("people", document(printed, "uk", "programme"))
    assert [(r["name"], r["act"]) for r in rows] == [
        ("Галушко Іван Васильович", "developed"),
        ("Пасічник Валерій Іванович", "developed"),
    ]
    assert rows[0]["role"] == "кандидат технічних наук, старший викладач кафедри мехатроніки"


def test_the_distribution_list() -> None:
    assert values("recipients", document(AMENDING)) == [
        {"name": "Như Điều 3"},
        {"name": "Ban Giám hiệu", "purpose": "để b/c"},
        {"name": "VT, QLĐT", "purpose": "Lưu"},
    ]


def test_a_filing_line_without_a_colon() -> None:
    printed = "Nơi nhận:\n- Website;\n- Lưu VT.\n"
    assert values("recipients", document(printed))[-1] == {"name": "VT", "purpose": "Lưu"}


def test_a_register_of_changes() -> None:
    first, second = values("amendments", document(RUSSIAN_RULES, "ru", "regulation"))
    assert first == {
        "registered_on": "2021-12-31",
        "sheets": "3-4, 9",
        "basis_number": "897",
        "basis_issued_on": "2020-06-20",
        "action": "replace",
        "old_text": "Приказ от 29.05.2014 № 785 «Об утверждении требований к сайту»",
        "new_text": "Приказ от 14.08.2020 г. № 831 «Об утверждении требований»",
    }
    assert "old_text" not in second and second["basis_number"] == "762"


def test_offices_go_on_below_their_names_and_blanks_misread_are_no_part_of_them() -> None:
    signed = (
        "ПОЛОЖЕНИЕ\n1. Общие положения\n1.1. Положение вводит учёт.\nСОГЛАСОВАНО:\n"
        "Проректор по учебной и    Т.И. Лапина\nвоспитательной работе\n"
        "Декан факультета    ИЗМЕ    Р.Б. Сомов\nзаочного\nобучения\n"
    )
    people = [(row["name"], row["role"]) for row in values("people", document(signed, "ru", "regulation"))]
    assert people == [
        ("Т.И. Лапина", "Проректор по учебной и воспитательной работе"),
        ("Р.Б. Сомов", "Декан факультета заочного обучения"),
    ]


def test_a_list_that_the_office_beside_it_was_printed_into() -> None:
    printed = "Nơi nhận:\n- Như Điều 2;\n\nKT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n\n- Ban Thanh tra;\n- Lưu: VT.\n"
    assert [r["name"] for r in values("recipients", document(printed))] == ["Như Điều 2", "Ban Thanh tra", "VT"]


def test_a_distribution_list_that_lost_letters() -> None:
    printed = "Nơi nhận:    HIỆU TRƯỞNG\n- Ban Giám hiệu (để\n- Các xưởng (để t/h);\n- ưu: VT, XM.\n"
    rows = values("recipients", document("QUYẾT ĐỊNH\nVề việc mở xưởng\nĐiều 1. Mở xưởng mộc.\n" + printed))
    assert [(row["name"], row.get("purpose")) for row in rows] == [
        ("Ban Giám hiệu", None), ("Các xưởng", "để t/h"), ("VT, XM", "Lưu"),
    ]  # fmt: skip


def test_makers_in_a_table_with_numbers_before_the_names_and_the_office_farther_on() -> None:
    told = "РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ\nПрограмма составлена авторами:\n"
    told += "№\tФамилия, имя, отчество\tУченая степень\tДолжность\n1\tТихая Ольга Игоревна\tкандидат наук\tдоцент\n"
    (maker,) = values("people", document(told, "ru", "syllabus"))
    assert (maker["name"], maker["act"], maker["role"]) == ("Тихая Ольга Игоревна", "developed", "доцент")


def test_a_chair_between_strokes_and_an_office_that_goes_on_in_brackets() -> None:
    stamp = "ЗАТВЕРДЖЕНО\nВченою радою університету\nГолова Вченої ради\n____________ /Ілля ТИХИЙ/\n"
    (chair,) = values("people", document(f"ОСВІТНЬО-ПРОФЕСІЙНА ПРОГРАМА\n{stamp}", "uk", "programme"))
    assert (chair["name"], chair["role"], chair["act"]) == ("Ілля ТИХИЙ", "Голова Вченої ради", "approved")
    lines = (
        "1. Тиха Ольга Миколаївна, доктор наук, завідувач кафедри",
        "(гарант програми);",
        "2. Лугова Олена Ігорівна",
    )
    joined = entries([[Piece(text, 100 * n, 100 * n + len(text), n)] for n, text in enumerate(lines)], "uk")
    assert [entry[0].text for entry in joined] == [f"{lines[0]} {lines[1]}", lines[2]]


def test_a_signature_in_the_column_beside_the_recipients_of_a_text() -> None:
    rows = "***Nơi nhận:***\tKT. HIỆU TRƯỞNG\n- Như Điều 2;\tPHÓ HIỆU TRƯỞNG\n- Ban Thanh tra;\t*(đã ký)*\n"
    printed = f"QUYẾT ĐỊNH\nVề việc mở xưởng\nĐiều 1. Mở xưởng mộc.\n{rows}- Lưu: VT.\t**Bùi Đức Long**\n"
    (signer,) = values("people", document(printed))
    assert (signer["name"], signer["role"], signer["capacity"]) == ("Bùi Đức Long", "PHÓ HIỆU TRƯỞNG", "KT.")


def test_offices_on_two_rows_beside_the_day_of_a_text() -> None:
    rows = "**TỔ TRƯỞNG**\t*Cam Lộ, ngày 20 tháng 8 năm 2023*\n*(Ký)*\t**HIỆU TRƯỞNG**\n\t*(Ký)*\n"
    printed = (
        "(Kèm theo Công văn số 12/SGD ngày 18 tháng 12 năm 2020 của Sở)\nKẾ HOẠCH\nDạy nghề mộc\n1. Nội dung\nMộc.\n"
    )
    made = document(f"{printed}{rows}**Tạ Thị Hiền**\t**Bùi Đức Long**\n", kind="plan")
    signed = values("people", made)
    assert [(r["name"], r["role"], r.get("acted_on")) for r in signed] == [
        ("Tạ Thị Hiền", "TỔ TRƯỞNG", "2023-08-20"),
        ("Bùi Đức Long", "HIỆU TRƯỞNG", "2023-08-20"),
    ]
