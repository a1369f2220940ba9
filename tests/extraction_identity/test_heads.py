"""Heads of documents and the documents table."""

import pytest

from tests.extraction_identity.papers import AMENDING, KAZAKH_RULES, RUSSIAN_RULES, UKRAINIAN_PLAN
from tests.extraction_identity.reading import document, values


def head(printed: str, language: str = "vi", kind: str = "decision") -> dict:
    """Return the row of the document."""
    return values("documents", document(printed, language, kind))[0]


def test_two_columns() -> None:
    row = head(AMENDING)
    assert row["parent_body"] == "BỘ GIÁO DỤC VÀ ĐÀO TẠO"
    assert row["issuer"] == "TRƯỜNG ĐẠI HỌC SÔNG LAM"
    assert (row["number"], row["issued_at"], row["issued_on"]) == ("1023/QĐ-ĐHSL", "Vinh", "2023-07-05")
    assert row["title"].startswith("Sửa đổi, bổ sung một số điều") and row["title"].endswith("năm 2021")
    assert (row["effective_from"], row["applies_to"]) == ("2023-07-05", "sinh viên khóa 2023")


def test_columns_that_a_reader_ran_together() -> None:
    printed = """ĐẠI HỌC QUỐC GIA CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ HẢI VÂN Độc lập - Tự do - Hạnh phúc
TRƯỜNG ĐẠI HỌC BÁCH KHOA
Số: 20/TB-ĐHBK Hải Vân, ngày 17 tháng 10 năm 2023
THÔNG BÁO
Về việc nghỉ lễ
Căn cứ Luật Lao động ngày 20/11/2019;
"""
    row = head(printed, kind="notice")
    assert row["parent_body"] == "ĐẠI HỌC QUỐC GIA THÀNH PHỐ HẢI VÂN"
    assert (row["issuer"], row["number"], row["issued_at"]) == ("TRƯỜNG ĐẠI HỌC BÁCH KHOA", "20/TB-ĐHBK", "Hải Vân")
    assert row["title"] == "Về việc nghỉ lễ"


def test_a_fragment_without_a_head_has_no_day_and_no_issuer() -> None:
    vietnamese = """Điều 4. Trách nhiệm của các đơn vị
1. Phòng Khảo thí lập lịch, trình Hiệu trưởng trước ngày 15 tháng 9 năm 2023.
Điều 5. Hiệu lực thi hành
1. Quy định này có hiệu lực kể từ ngày 01 tháng 10 năm 2023.
"""
    row = head(vietnamese, kind="regulation")
    assert (row.get("issued_on"), row.get("issuer"), row["effective_from"]) == (None, None, "2023-10-01")
    ukrainian = "5. Прикінцеві положення\n5.2. Зміни вносить Вчена рада Університету «Дністровська академія».\n"
    assert "issuer" not in head(ukrainian, "uk", "regulation")


def test_a_name_that_goes_on_behind_a_dash() -> None:
    printed = AMENDING.replace("TRƯỜNG ĐẠI HỌC SÔNG LAM ", "TRƯỜNG ĐẠI HỌC MỎ\n- LUYỆN KIM SÔNG LAM ", 1)
    assert head(printed)["issuer"] == "TRƯỜNG ĐẠI HỌC MỎ - LUYỆN KIM SÔNG LAM"


def test_the_day_of_a_draft_is_not_the_day_of_the_act() -> None:
    blank = AMENDING.replace("ngày 05 tháng 7", "ngày     tháng 7")
    row = head("Dự thảo ngày 12/6/2023\n" + blank)
    assert (row["issued_on"], row["issued_at"]) == ("2023-07", "Vinh")


def test_a_bank_is_above_its_academy() -> None:
    printed = AMENDING.replace("BỘ GIÁO DỤC VÀ ĐÀO TẠO ", "NGÂN HÀNG SÔNG LAM ", 1)
    assert head(printed)["parent_body"] == "NGÂN HÀNG SÔNG LAM"


def test_a_draft_has_no_number_and_only_the_printed_part_of_its_date() -> None:
    printed = AMENDING.replace("Số: 1023/", "Số:      /").replace("ngày 05 tháng 7", "ngày     tháng 7")
    row = head(printed)
    assert "number" not in row
    assert row["issued_on"] == "2023-07"
    assert "effective_from" not in row


def test_what_an_act_replaces_is_none_of_those_to_whom_it_applies() -> None:
    said = "Điều 2. Quyết định này có hiệu lực từ ngày ký, áp dụng cho các khóa tuyển sinh từ năm 2023 và thay thế"
    printed = AMENDING[: AMENDING.index("Điều 2.")] + said + " Quyết định số 9/QĐ-ĐHSL ngày 4 tháng 3 năm 2019.\n"
    assert head(printed)["applies_to"] == "các khóa tuyển sinh từ năm 2023"


@pytest.mark.parametrize("said", ["Chương trình được áp dụng", "Chương trình đào tạo này áp dụng"])
def test_the_intakes_to_which_a_programme_applies(said: str) -> None:
    printed = AMENDING[: AMENDING.index("Điều 2.")] + f"Điều 2. {said} từ khóa tuyển sinh năm 2023, hai năm rà soát.\n"
    assert head(printed)["applies_to"] == "từ khóa tuyển sinh năm 2023"


def test_of_a_day_and_a_month_by_hand_the_printed_year_is_left() -> None:
    row = head(AMENDING.replace("ngày 05 tháng 7", "ngày     tháng    "))
    assert row["issued_on"] == "2023"


def test_a_handwritten_number_is_taken_from_the_annex_that_prints_it() -> None:
    printed = AMENDING.replace("Số: 1023/", "Số: 4) u3 /")
    annex = "QUY CHẾ\n(Ban hành kèm theo Quyết định số 1023/QĐ-ĐHSL ngày 05 tháng 7 năm 2023)\n"
    assert head(printed + annex)["number"] == "1023/QĐ-ĐHSL"
    assert "number" not in head(printed + annex.replace("1023", "⟦?⟧"))


def test_symbols_whose_word_for_number_was_lost_are_no_part_of_the_issuer() -> None:
    row = head(AMENDING.replace("Số: 1023/", "/"))
    assert row["issuer"] == "TRƯỜNG ĐẠI HỌC SÔNG LAM"
    assert "number" not in row


def test_the_lines_of_a_card_are_no_title() -> None:
    printed = "КОЛЕДЖ СЛОБОЖАНСЬКИЙ\nСИЛАБУС\nДискретна математика\nКод дисципліни: ОК 09\nКількість кредитів: 4\n"
    assert head(printed, "uk", "syllabus")["title"] == "Дискретна математика"


@pytest.mark.parametrize(
    ("printed", "language", "kind", "expected"),
    [
        (
            UKRAINIAN_PLAN,
            "uk",
            "programme",
            {
                "issuer": "Національний університет «Сіверська політехніка»",
                "issued_on": "2022-04-29",
                "effective_from": "2022-05-04",
            },
        ),
        (
            RUSSIAN_RULES,
            "ru",
            "regulation",
            {
                "number": "П-3.4.2-2021",
                "version": "02",
                "title": "Положение о курсовых работах",
                "issued_on": "2021-09-14",
                "effective_from": "2021-10-01",
            },
        ),
        (
            KAZAKH_RULES,
            "kk",
            "regulation",
            {
                "title": "АКАДЕМИЯЛЫҚ АДАЛДЫҚ ТУРАЛЫ ЕРЕЖЕ",
                "issued_at": "Павлодар",
                "issued_on": "2023-08-30",
                "parent_body": "Қазақстан Республикасы Ғылым және жоғары білім министрлігі",
            },
        ),
    ],
)
def test_heads_of_other_languages(printed: str, language: str, kind: str, expected: dict) -> None:
    row = head(printed, language, kind)
    assert {column: row.get(column) for column in expected} == expected


@pytest.mark.parametrize(
    "printed", ["", "\n\n", "a", "Số: / , ngày", "\t\t\n«««", "QUYẾT ĐỊNH\n" * 3, "№ № №", "Điều 1." * 500]
)
@pytest.mark.parametrize("language", ["vi", "uk", "ru", "kk", "en"])
def test_no_text_is_refused(printed: str, language: str) -> None:
    made = document(printed, language, "regulation")
    for table in ("documents", "citations", "people", "recipients", "amendments"):
        values(table, made)


def test_the_place_above_the_last_signatures_of_a_programme_that_an_order_dates() -> None:
    words = (
        "TRƯỜNG ĐẠI HỌC SÔNG LƯƠNG\nCHƯƠNG TRÌNH ĐÀO TẠO\nNGÀNH: ĐỊA CHẤT HỌC\n"
        "(Ban hành kèm theo Quyết định số 12/QĐ-ĐHSL ngày 05 tháng 7 năm 2023)\n1. Mục tiêu\nĐào tạo cử nhân.\n"
        "Trà Lũng, ngày 05 tháng 7 năm 2023\nHIỆU TRƯỞNG\n"
    )
    row = head(words, kind="programme")
    assert (row["issued_on"], row["issued_at"]) == ("2023-07-05", "Trà Lũng")


def test_a_kazakh_order_takes_effect_on_its_own_day_and_names_its_issuer_whole() -> None:
    printed = """Қазақстан Республикасы
Ғылым және жоғары білім министрлігі
«ТОРҒАЙ УНИВЕРСИТЕТІ»
КеАҚ
БҰЙРЫҚ
2024 жылғы 6 мамыр № 31-Ө
Жатақхана туралы
1. Тізім бекітілсін.
2. Бұйрық қол қойылған күнінен бастап күшіне енеді.
"""
    row = head(printed, "kk")
    assert row["parent_body"] == "Қазақстан Республикасы Ғылым және жоғары білім министрлігі"
    assert (row["issuer"], row["effective_from"]) == ("«ТОРҒАЙ УНИВЕРСИТЕТІ» КеАҚ", "2024-05-06")


def test_the_day_of_a_meeting_is_none_of_the_invitation() -> None:
    head = "TRƯỜNG ĐẠI HỌC HẠ LONG\n\nGIẤY MỜI HỌP\n\nKính mời: Hội đồng khoa\n"
    (row,) = values("documents", document(f"{head}Thời gian: 8h00 ngày 14/6/2024\nĐịa điểm: Phòng 2\n", kind="notice"))
    assert "issued_on" not in row


def test_a_sentence_about_days_or_a_building_is_no_date_or_number_of_a_notice() -> None:
    told = "Thân gửi các bạn sinh viên\n\nVăn phòng khoa nhận đơn từ ngày 4/9/2023 đến ngày 15/9/2023.\n"
    (row,) = values("documents", document(told, kind="notice"))
    assert "issued_on" not in row
    (row,) = values("documents", document("УВАГА!\n\n12 травня у корпусі № 3 не буде води.\n", "uk", "notice"))
    assert "number" not in row
    (row,) = values(
        "documents", document("ОБЪЯВЛЕНИЕ\n\nПересдача по физике – 28.01.2025, корпус № 2\n", "ru", "notice")
    )
    assert "number" not in row and "issued_on" not in row
    (row,) = values("documents", document("LỊCH NGHỈ\n\nĐi học lại ngày 10/02/2025.\n", kind="notice"))
    assert "issued_on" not in row


def test_requisites_of_a_form_stand_between_the_kind_and_the_subject() -> None:
    made = document(
        "Учреждение образования\n«Припятский институт рыбоводства»\n\nПОЛОЖЕНИЕ\n18.02.2013 № 01-12\nг. Пинск\n\n"
        "УТВЕРЖДЕНО\nПриказ ректора института\nот 18.02.2013 № 82\n\nо порядке выдачи\nдневников практики\n\n"
        "1. Общие положения\n1.1. Дневник выдаётся один раз.\n",
        "ru",
        "regulation",
    )
    (own,) = values("documents", made)
    assert (own["number"], own["issued_at"]) == ("01-12", "Пинск")
    assert own["title"] == "ПОЛОЖЕНИЕ о порядке выдачи дневников практики"


def test_a_kind_and_an_institution_that_go_on_below_their_lines_are_whole() -> None:
    printed = """Міністерство освіти і науки України
Зарічний державний університет імені
Олени Гайової
Факультет технологій
РОБОЧА ПРОГРАМА ВИБІРКОВОЇ НАВЧАЛЬНОЇ
ДИСЦИПЛІНИ (СИЛАБУС)
«Дизайн текстилю»
Рік навчання 3, семестр 1
"""
    row = head(printed, "uk", "syllabus")
    assert row["issuer"] == "Зарічний державний університет імені Олени Гайової"
    assert row["title"] == "Дизайн текстилю"
