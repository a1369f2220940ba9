"""Planted faults are found, sound documents raise nothing."""

from importlib import import_module

import pytest

from extractors.checks.figures import sums, totals
from extractors.checks.teaching import codes, sources
from extractors.tables import assessments, number, topics, workloads
from models.document import Document
from models.rows import Finding, Row
from tests.extraction_curriculum.paper import document

TABLES = (
    "programmes", "outcomes", "outcome_links", "courses", "workloads", "topics", "assessment_periods", "assessments",
    "bibliography",
)  # fmt: skip


def findings(made: Document) -> list[Finding]:
    rows: list[Row] = []
    for table in TABLES:
        rows += number(import_module(f"extractors.tables.{table}").extract(made))
    return [f for family in (sums, codes, sources) for f in family.check(made, tuple(rows))]


def rules(made: Document) -> set[str]:
    return {finding.rule for finding in findings(made)}


def syllabus(
    *,
    credits: str = "3",
    lecture: str = "30",
    first: str = "20",
    printed: str = "30",
    score: str = "40",
    weight: str = "60",
    source: str = "1, 2",
) -> Document:
    """Return a Kazakh syllabus whose sums hold, but for what an argument changes."""
    return document(
        "ТОПЫРАҚТАНУ",
        "Жұмыс оқу бағдарламасы (силлабус)",
        "Пәннің коды: TOP2201",
        f"Кредиттер саны: {credits}",
        "1.7 Пәннің еңбек сыйымдылығы",
        [["Жұмыс түрлері", "сағат"], ["Дәрістер", lecture], ["СӨЖ", "60"]],
        "2.1 Тақырыптық жоспар",
        [
            ["№", "Тақырып", "Сағат", "Әдебиетке сілтеме"],
            ["Дәрістік сабақтар", "", "", ""],
            ["1", "Топырақтың құрамы мен қасиеттері", first, source],
            ["2", "Топырақты қорғау", "10", "1"],
            ["БАРЛЫҒЫ", "", printed, ""],
        ],
        "3 БІЛІМДІ БАҒАЛАУ",
        [
            ["Кезең", "Тапсырма түрі", "Балл саны (max)", "Жиыны"],
            ["1-й аралық бақылау", "1 жұмыс", "60", "0-100"],
            ["", "Тест", score, ""],
        ],
        [["Component", "Weight (%)"], ["Report", "40"], ["Examination", weight]],
        "5.1 Негізгі әдебиет",
        "1. Оспанов Т. Топырақтану. Павлодар, 2019.",
        "2. Ермеков Б. Егіншілік. Астана, 2020.",
        language="kk",
    )


def test_a_sound_syllabus_raises_nothing() -> None:
    assert findings(syllabus()) == []


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ({"first": "18"}, "topic_hours_sum"),
        ({"printed": "32"}, "topic_hours_sum"),
        ({"lecture": "28"}, "topic_hours_sum"),
        ({"credits": "5"}, "credit_norm"),
        ({"score": "30"}, "period_score_sum"),
        ({"weight": "50"}, "weight_sum"),
        ({"source": "1, 7"}, "source_reference_missing"),
    ],
)
def test_a_planted_fault_of_a_syllabus_is_found(fault: dict[str, str], rule: str) -> None:
    assert rule in rules(syllabus(**fault))


def test_a_norm_that_the_document_states_comes_first() -> None:
    made = document(
        "ĐỀ CƯƠNG HỌC PHẦN", "Tên học phần: Thủy văn", "Mã học phần: THV210", "Số tín chỉ: 2",
        "1 tín chỉ = 45 giờ", "- Lý thuyết: 30 tiết", "- Tự học: 60 giờ",
    )  # fmt: skip
    assert "credit_norm" not in rules(made)


def test_a_document_without_a_year_may_follow_the_norm_before_the_last() -> None:
    card = [
        "ĐỀ CƯƠNG HỌC PHẦN",
        "Tên học phần: Thủy văn",
        "Mã học phần: THV210",
        "Số tín chỉ: 2",
        "- Lý thuyết: 30 giờ",
    ]
    for alone, wrong in (("60", False), ("70", False), ("80", True)):
        assert ("credit_norm" in rules(document(*card, f"- Tự học: {alone} giờ"))) is wrong


def test_a_total_of_the_classes_alone_is_found() -> None:
    made = document(
        "СИЛАБУС", "Назва дисципліни: Ботаніка", "Шифр дисципліни: ВВ2.1.03", "Обсяг навчального навантаження",
        [["Загальна кількість годин", "36 год."], ["Лекційні заняття", "36 год."], ["Самостійна робота", "54 год."]],
        language="uk",
    )  # fmt: skip
    assert "workload_total" in rules(made)


def programme(*codes_: str, matrix: str = "PLO2", total: str = "") -> Document:
    """Return a programme with outcomes of the given codes and a mapping table."""
    words = ["nước sạch cho vùng núi cao", "đập nhỏ bằng đất đầm", "kênh tưới tự chảy", "bản đồ lũ quét ven suối"]
    stated = [f"{code}: Thiết kế được {words[n % 4]} số {n}." for n, code in enumerate(codes_)]
    mapped = [["Mã", "Nội dung chuẩn đầu ra", "PLO"], ["CLO1", "Đo được lưu lượng của một con suối.", matrix]]
    return document(
        "CHƯƠNG TRÌNH ĐÀO TẠO", "Tên chương trình: Thủy lợi", "Mã ngành: 7580202", f"Tổng số tín chỉ: {total}",
        "2. Chuẩn đầu ra chương trình đào tạo", *stated, "3. Chuẩn đầu ra học phần", mapped, kind="programme",
    )  # fmt: skip


def test_sound_codes_raise_nothing() -> None:
    assert rules(programme("PLO1", "PLO2", "PLO3", "PI1.1", "PI2.1", total="120")) == set()


@pytest.mark.parametrize(
    ("made", "rule"),
    [
        (programme("PLO1", "PLO2", "PLO4"), "missing_outcome_code"),
        (programme("PLO1", "PLO2", "PLO2", "PLO3"), "duplicate_outcome_code"),
        (programme("PLO1", "PLO2", "PLO3", "PI5.1"), "indicator_without_outcome"),
        (programme("PLO1", "PLO2", "PLO3", matrix="PLO6"), "undefined_outcome"),
    ],
)
def test_a_planted_fault_of_codes_is_found(made: Document, rule: str) -> None:
    assert rule in rules(made)


def test_a_syllabus_may_quote_two_of_many() -> None:
    assert "missing_outcome_code" not in rules(programme("PLO10", "PLO14"))


def test_a_code_of_another_shape_is_found() -> None:
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", "Tên chương trình: Thủy lợi", "Mã ngành: 75802", kind="programme")
    assert "programme_code_shape" in rules(made)


@pytest.mark.parametrize(("code", "wrong"), [("7580202", False), ("7580202-01", False), ("8580202", True)])
def test_the_code_is_of_the_level_of_the_programme(code: str, *, wrong: bool) -> None:
    told = ("Tên chương trình: Thủy lợi", f"Mã ngành: {code}", "Trình độ đào tạo: Đại học")
    assert ("programme_code_shape" in rules(document("CHƯƠNG TRÌNH ĐÀO TẠO", *told, kind="programme"))) is wrong


def _courses(*listed: tuple[str, str], total: str) -> Document:
    table = [["Mã HP", "Tên học phần", "Số TC"], *([c, f"Môn {c}", n] for c, n in listed)]
    return document(
        "CHƯƠNG TRÌNH ĐÀO TẠO", "Tên chương trình: Thủy lợi", "Mã ngành: 7580202", f"Tổng số tín chỉ: {total} tín chỉ",
        table, kind="programme",
    )  # fmt: skip


def test_credits_of_the_courses_make_the_total() -> None:
    listed = [(f"THL10{n}", "10") for n in range(9)]
    assert "credits_sum" not in rules(_courses(*listed, total="90"))
    assert "credits_sum" in rules(_courses(*listed, total="92"))


def test_a_letter_among_the_digits_of_a_course_code_is_found() -> None:
    listed = [(f"THL10{n}", "10") for n in range(8)]
    assert "course_code_shape" in rules(_courses(*listed, ("THL1O9", "10"), total="90"))


def work_programme(*, total: str, contact: str) -> Document:
    """Return a Russian work programme whose row of hours has contact hours that no activity stands for."""
    return document(
        "РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ", "Почвоведение", "Общая трудоемкость 3 з.е.",
        [
            ["Семестр", "Зачётные единицы", "Всего", "Лекции", "Лабораторные", "Практические",
             "Самостоятельная работа", "Контактная работа в период аттестации", "Контроль"],
            ["5", "3", total, "16", "0", "32", "24", contact, "33,65"],
        ],
        language="ru",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("total", "contact", "told"),
    [("108", "2,35", False), ("108", "3,35", True), ("118", "2,35", True), ("108,65", "2,35", True)],
)
def test_contact_hours_of_an_examination_belong_to_the_total(total: str, contact: str, told: bool) -> None:
    found = rules(work_programme(total=total, contact=contact))
    assert ("workload_total" in found) is told


def test_weights_that_are_not_all_read_make_no_sum() -> None:
    made = document(
        "Module: Soil science",
        "Assessment",
        [["Component", "Weight (%)"], ["Report", "40"], ["Class test", "see notes"], ["Examination", "50 per cent"]],
        language="en",
    )
    assert [row.get("weight_percent") for row in assessments.extract(made)] == [40, None, 50]
    assert "weight_sum" not in rules(made)


def test_hours_of_a_week_are_none_of_the_course() -> None:
    made = document(
        "РОБОЧА ПРОГРАМА",
        "ҐРУНТОЗНАВСТВО",
        "Опис навчальної дисципліни",
        [["Показники", "Денна форма"], ["Тижневих годин: лекцій – 2, самостійної роботи – 5", "Лекції: 30 год."]],
        language="uk",
    )
    assert [(row.get("activity"), row.get("hours")) for row in workloads.extract(made)] == [("lecture", 30)]


def test_hours_of_an_examination_below_the_others_belong_to_the_total() -> None:
    hours = [["Вид работы", "Часы"], ["Лекции", "20"], ["Самостоятельная работа", "52"], ["Экзамен", "36"]]
    made = document("РАБОЧАЯ ПРОГРАММА", "Почвоведение", "Объем", [*hours, ["Итого", "108"]], language="ru")
    assert "workload_total" not in rules(made)
    made = document("РАБОЧАЯ ПРОГРАММА", "Почвоведение", "Объем", [*hours, ["Итого", "118"]], language="ru")
    assert "workload_total" in rules(made)


def test_a_total_of_one_kind_of_hours_that_its_rows_do_not_make() -> None:
    plan = [["Tuần", "Nội dung", "Lý thuyết", "Thực hành"], ["1", "Khoáng vật", "6", "4"], ["2", "Đá magma", "9", "4"]]
    made = document("ĐỀ CƯƠNG", "Kế hoạch giảng dạy", [*plan, ["", "Tổng", "17", "8"]])
    rows = tuple(number(topics.extract(made)))
    assert [told.rule for told in totals.check(made, rows)] == ["table_total"]
    made = document("ĐỀ CƯƠNG", "Kế hoạch giảng dạy", [*plan, ["", "Tổng", "15", "8"]])
    assert totals.check(made, rows) == []


def test_a_plain_list_of_outcomes_and_indicators_is_no_torn_matrix() -> None:
    made = document(
        "CHƯƠNG TRÌNH ĐÀO TẠO",
        "Chuẩn đầu ra",
        "PLO1: Vận dụng kiến thức địa chất.",
        "PLO2: Lập bản đồ địa chất.",
        "PI1.1: Phân loại khoáng vật.",
        "PI1.2: Phân loại đá.",
        "PI2.1: Đo vẽ ngoài trời.",
        kind="programme",
    )
    assert "table_columns_out_of_order" not in rules(made)


def test_hours_in_class_are_not_the_whole() -> None:
    line = "Общая трудоемкость: 2 ЗЕТ (72 часа), контактная работа – 34 ч, из них лекции – 14 ч, практические – 20 ч."
    made = document("РАБОЧАЯ ПРОГРАММА", "Почвоведение", "Объем дисциплины", line, language="ru")
    said = {row.get("activity"): row.get("hours") for row in workloads.extract(made)}
    assert said["total"] == 72
    made = document("РАБОЧАЯ ПРОГРАММА", "Объем", line.partition(", ")[2], "Тема (0 °C – 90 °C)", language="ru")
    assert not {"total", "seminar"} & {row.get("activity") for row in workloads.extract(made)}
