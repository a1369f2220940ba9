"""Rules about dates, references and heads: each finds its fault and is silent without it."""

import pytest

from extractors.checks.acts import dates, heads, references
from extractors.checks.figures import blanks
from extractors.checks.text import trust
from tests.extraction_identity.papers import AMENDING, RUSSIAN_RULES
from tests.extraction_identity.reading import all_rows, document

SOUND = AMENDING.replace("12/2024/TT-BGDĐT ngày 10/10/2022", "12/2022/TT-BGDĐT ngày 10/10/2022")


def rules(printed: str, language: str = "vi", kind: str = "decision", *, grave: bool = False) -> list[str]:
    """Return the rules that were broken, in order; `grave`: errors and warnings only."""
    made = document(printed, language, kind)
    rows = all_rows(made)
    found = [f for family in (dates, references, heads) for f in family.check(made, rows)]
    return [f.rule for f in found if not grave or f.severity != "info"]


def test_a_sound_document_raises_nothing() -> None:
    assert rules(SOUND, grave=True) == []


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("ngày 18/01/2022", "ngày 18/01/2024", "date_order"),
        ("ngày 18/01/2022", "ngày 31/02/2022", "date_impossible"),
        ("ngày 18/01/2022", "ngày 18/01/2099", "date_in_future"),
        ("hiệu lực kể từ ngày ký", "hiệu lực kể từ ngày 01/01/2020", "effect_before_document"),
        ("ngày 05 tháng 7 năm 2023", "ngày     tháng 7 năm 2023", "date_incomplete"),
        ("02/2022/TT-BGDĐT", "02/TT-BGDĐT", "citation_number_shape"),
        ("02/2022/TT-BGDĐT", "02/2022/TT-BDGĐT", "citation_number_shape"),
        ("Số: 1023/", "Số:      /", "blank_value"),
        ("QUYẾT ĐỊNH\nSửa", "DỰ THẢO\nQUYẾT ĐỊNH\nSửa", "draft_document"),
        ("QUYẾT ĐỊNH\nSửa", "Dự thảo ngày 12/6/2023\nQUYẾT ĐỊNH\nSửa", "draft_document"),
        ("GS.TS. Lê Quang Thạch\n", "", "signatory_missing"),
        ("Căn cứ Thông tư số 02", ". Thông tư số 02", "basis_incomplete"),
        ("77/QĐ-ĐHSL ngày 02/02/2022 của", "77/QĐ-ĐHSL của", "citation_without_date"),
    ],
)
def test_a_planted_fault_is_found(before: str, after: str, rule: str) -> None:
    assert before in SOUND
    assert rule in rules(SOUND.replace(before, after))
    assert rule not in rules(SOUND)


def test_the_register_supersedes_references() -> None:
    found = rules(RUSSIAN_RULES, "ru", "regulation")
    assert found.count("citation_superseded") == 1
    assert "amendment_without_change" in found


def test_laws_by_article_alone_and_orders_without_number() -> None:
    text = "1. ЗАГАЛЬНІ ПОЛОЖЕННЯ\n1.1. Терміни визначаються Законом України, ст.8.\n"
    text += "1.2. Відповідно до порядку МОН «Про затвердження Порядку визнання результатів» приймаються заяви.\n"
    assert rules(text, "uk", "regulation").count("incomplete_citation") == 2


def test_roman_numerals_with_letters_of_two_scripts() -> None:
    text = "1. ЗАГАЛЬНІ ПОЛОЖЕННЯ\n1.1. Закон України «Про освіту» від 05.09.2017 р. № 2145-VІІІ.\n"
    assert "look_alike_letters" in rules(text, "uk", "regulation")
    assert "look_alike_letters" not in rules(text.replace("VІІІ", "VIII"), "uk", "regulation")


def test_a_latin_sign_of_a_number_is_no_look_alike() -> None:
    order = "ПРИКАЗ\n\nВ соответствии с приказом от 05.08.2020 N 512-ФС приказываю:\n1. Открыть мастерские.\n"
    made = document(order, "ru", "decision")
    assert trust.check(made, all_rows(made)) == []


@pytest.mark.parametrize(
    ("printed", "language", "told"),
    [
        ("ПОЛОЖЕННЯ\n\n1. Схвалено радою 31 вересня 2023 року.\n", "uk", True),
        ("ПОЛОЖЕНИЕ\n\n1. По закону от 30 февраля 2012 г.\n", "ru", True),
        ("ПОЛОЖЕНИЕ\n\n1. По закону от 29 февраля 2012 г.\n", "ru", False),
        ("KẾ HOẠCH\n\n1. Nộp trước 31/9/2023.\n", "vi", True),
        ("KẾ HOẠCH\n\n1. Nộp trước 10/13/2023.\n", "vi", True),
        ("REGULATIONS\n\n1. Due by 10/13/2023.\n", "en", False),
        ("KẾ HOẠCH\n\n1. Xem mục 31.9.2023 và bảng 40/13/2023.\n", "vi", False),
    ],
)
def test_days_that_are_on_no_calendar(printed: str, language: str, told: bool) -> None:
    made = document(printed, language, "regulation")
    assert ("date_impossible" in {f.rule for f in dates.check(made, all_rows(made))}) is told


def test_a_blank_before_a_unit_in_a_clause_is_told() -> None:
    rule = "QUY ĐỊNH\nVề xưởng\n\nĐiều 1. Thời hạn\n1. Khoa trả lời trong {} ngày.\n2. Khác.\n"
    for words, told in (("……", ["blank_value"]), ("05", [])):
        made = document(rule.format(words), "vi", "regulation")
        assert [f.rule for f in blanks.check(made, all_rows(made))] == told


def test_a_letter_among_the_figures_of_the_number_is_told() -> None:
    order = "TRƯỜNG ĐẠI HỌC HẠ LONG\nSố: {}/QĐ-ĐHHL\nHạ Long, ngày 4 tháng 5 năm 2023\n\nQUYẾT ĐỊNH\nVề việc mở lớp\n"
    for number, told in (("2l4", ["low_confidence_value"]), ("214", [])):
        made = document(order.format(number))
        assert [f.rule for f in trust.check(made, all_rows(made)) if f.table_name == "documents"] == told


@pytest.mark.parametrize(
    ("printed", "language", "kind", "wrong"),
    [
        ("УТВЕРЖДАЮ\nРектор\n_________ Д.И. Орлов\n«14» марта 2031 г.\nПОЛОЖЕНИЕ\n", "ru", "regulation", False),
        ("УТВЕРЖДАЮ\nРектор\n_________\n«14» марта 2031 г.\nПОЛОЖЕНИЕ\n", "ru", "regulation", True),
        ("УТВЕРЖДАЮ\nРектор\n_________\n«___» _______ 20__ г.\nПОЛОЖЕНИЕ\n", "ru", "regulation", False),
        ("ПРИКАЗ\n1. Открыть мастерские.\nРектор\t\tД.И. Орлов\n", "ru", "decision", False),
        ("ПРИКАЗ\n1. Открыть мастерские.\nРектор\n", "ru", "decision", True),
        ("CHƯƠNG TRÌNH ĐÀO TẠO\n1. Mục tiêu đào tạo\nHIỆU TRƯỞNG\nLê Quang Thạch\n", "vi", "programme", False),
        ("CHƯƠNG TRÌNH ĐÀO TẠO\n1. Mục tiêu đào tạo\nHIỆU TRƯỞNG\n", "vi", "programme", True),
        ("QUY ĐỊNH\nĐiều 1. Chung\nHIỆU TRƯỞNG\nPhụ lục 1\nDANH MỤC\n", "vi", "regulation", True),
        ("QUY ĐỊNH\nĐiều 1. Chung\nHIỆU TRƯỞNG\nLê Văn An\nPhụ lục 1\nDANH MỤC\n", "vi", "regulation", False),
    ],
)
def test_an_office_without_a_name(printed: str, language: str, kind: str, *, wrong: bool) -> None:
    assert ("signatory_missing" in rules(printed, language, kind)) is wrong


@pytest.mark.parametrize(("day", "wrong"), [("05/7/2023", False), ("01/9/2023", True)])
def test_what_is_enclosed_takes_effect_with_its_decision(day: str, *, wrong: bool) -> None:
    enclosed = f"{SOUND}\nQUY ĐỊNH\nĐiều 1. Quy định này có hiệu lực kể từ ngày {day}.\n"
    assert ("effect_differs" in rules(enclosed)) is wrong
