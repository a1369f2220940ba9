"""A syllabus's tables are mapped by their heads: course, relations, hours, topics, marks, scale, sources."""

from tests.extraction_curriculum.paper import document, rows

WORK_PROGRAMME = document(
    "МІНІСТЕРСТВО ОСВІТИ І НАУКИ УКРАЇНИ",
    "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ",
    "ОК 12 Основи гідравліки",
    "Спеціальність: 192 Будівництво та цивільна інженерія",
    "1. Опис навчальної дисципліни",
    [
        [("Найменування показників", 2, 1), ("Галузь знань", 2, 1), ("Характеристика навчальної дисципліни", 1, 2)],
        ["денна форма навчання", "заочна форма навчання"],
        ["Кількість кредитів – 4", "19 Архітектура та будівництво", ("Обов’язкова", 1, 2)],
        ["Загальна кількість годин – 120", "", ("Семестр", 1, 2)],
        ["", "", "3-й", "3-й"],
        ["", "", ("Лекції", 1, 2)],
        ["", "", "30 год.", "6 год."],
        ["", "", ("Самостійна робота", 1, 2)],
        ["", "", "90 год.", "114 год."],
        ["", "", ("Вид контролю: екзамен", 1, 2)],
    ],
    "4. Структура навчальної дисципліни",
    [
        [("Назви змістових модулів і тем", 4, 1), ("Кількість годин", 1, 6)],
        [("денна форма", 1, 3), ("заочна форма", 1, 3)],
        [("усього", 2, 1), ("у тому числі", 1, 2), ("усього", 2, 1), ("у тому числі", 1, 2)],
        ["л", "с.р.", "л", "с.р."],
        ["1", "2", "3", "4", "5", "6", "7"],
        [("Змістовий модуль 1. Гідростатика", 1, 7)],
        ["Тема 1. Властивості рідин", "60", "14", "46", "60", "2", "58"],
        ["Тема 2. Тиск", "60", "16", "44", "60", "4", "56"],
        ["Усього годин", "120", "30", "90", "120", "6", "114"],
    ],
    "5. Розподіл балів, які отримують студенти",
    [
        [("Поточне тестування", 1, 3), ("Підсумковий тест (екзамен)", 3, 1), ("Сума", 3, 1)],
        [("Змістовий модуль 1", 1, 2), ("Змістовий модуль 2", 1, 1)],
        ["Т1", "Т2", "Т3"],
        ["20", "20", "20", "40", "100"],
    ],
    "6. Рекомендована література",
    "Базова",
    "1. Лоза І. І. Гідравліка у прикладах. Київ: Вежа, 2019. 200 с.",
    "Допоміжна",
    "1. Верес П. П. Насоси. Львів: Обрій, 2018. 90 с.",
    language="uk",
)


def test_the_course_of_a_title_and_a_stacked_card() -> None:
    (course,) = rows("courses", WORK_PROGRAMME)
    assert (course["code"], course["name"], course["credits"]) == ("ОК 12", "Основи гідравліки", 4)
    assert (course["semester"], course["control_form"], course["programme_code"]) == (3, "екзамен", "192")


def test_a_name_behind_its_code_may_end_in_a_figure() -> None:
    text = document(
        "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ", "ОК 7 Вища алгебра 2", "Кількість кредитів: 3", language="uk"
    )
    (course,) = rows("courses", text)
    assert (course["code"], course["name"]) == ("ОК 7", "Вища алгебра 2")


def test_hours_of_two_forms_of_study_stand_apart() -> None:
    found = {(r["activity"], r.get("mode")): r["hours"] for r in rows("workloads", WORK_PROGRAMME)}
    assert found == {
        ("total", None): 120, ("lecture", "денна"): 30, ("lecture", "заочна"): 6,
        ("self_study", "денна"): 90, ("self_study", "заочна"): 114,
    }  # fmt: skip


def test_topics_of_a_table_of_all_activities_are_those_of_the_first_form() -> None:
    found = [(r["activity"], r["title"], r["hours"]) for r in rows("topics", WORK_PROGRAMME)]
    assert found == [
        ("lecture", "Властивості рідин", 14), ("self_study", "Властивості рідин", 46),
        ("lecture", "Тиск", 16), ("self_study", "Тиск", 44),
    ]  # fmt: skip


def test_scores_over_coded_topics() -> None:
    found = [(r.get("period"), r["title"], r["max_score"]) for r in rows("assessments", WORK_PROGRAMME)]
    assert found[0] == ("Змістовий модуль 1", "Т1", 20)
    assert found[-1] == (None, "Підсумковий тест (екзамен)", 40)
    assert len(found) == 4


def test_sources_by_section_with_their_numbers() -> None:
    found = [(r["section"], r["number"]) for r in rows("bibliography", WORK_PROGRAMME)]
    assert found == [("main", "1"), ("additional", "1")]


VIETNAMESE = document(
    "ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN",
    "- Tên học phần: Cơ học đất",
    "- Mã học phần: CKT205",
    "- Số tín chỉ: 3 (2-1-6)",
    "- Các học phần tiên quyết: Vật lý đại cương (VLD101), Toán cao cấp",
    "- Học phần song hành: Không",
    "+ Nghe giảng lý thuyết: 30 tiết",
    "+ Tự học: 105 giờ",
    "(Hướng dẫn: mô tả ngắn gọn nội dung",
    "của học phần trong năm câu)",
    "2. Nội dung và kế hoạch giảng dạy",
    [
        ["Tuần", "Nội dung", "Số tiết", "Tài liệu"],
        [("Lý thuyết", 1, 4)],
        ["1-2", "Tổng quan về đất xây dựng", "6", "[1]"],
        ["3", "Ứng suất trong nền", "3", "[1], [2]"],
        ["", "Tổng", "9", ""],
    ],
    "6. Đánh giá học phần",
    [
        ["Thành phần đánh giá", "Bài đánh giá", "Trọng số (%)"],
        [("A1. Quá trình", 2, 1), "Chuyên cần", "10"],
        ["Bài tập nhóm", "30"],
        ["A2. Cuối kỳ", "Thi tự luận", "60"],
    ],
    language="vi",
)


def test_lines_of_a_card_with_a_parted_credit() -> None:
    (course,) = rows("courses", VIETNAMESE)
    assert (course["name"], course["code"], course["credits"]) == ("Cơ học đất", "CKT205", 3)
    assert "description" not in course


def test_relations_of_a_line_and_none_where_it_says_none() -> None:
    found = [(r["relation"], r["name"], r.get("code")) for r in rows("course_relations", VIETNAMESE)]
    assert found == [("prerequisite", "Vật lý đại cương", "VLD101"), ("prerequisite", "Toán cao cấp", None)]


def test_a_topic_that_begins_like_a_sum_is_a_topic() -> None:
    found = [(r["week"], r["title"], r["hours"], r["activity"]) for r in rows("topics", VIETNAMESE)]
    assert found == [("1-2", "Tổng quan về đất xây dựng", 6, "lecture"), ("3", "Ứng suất trong nền", 3, "lecture")]


def test_weights_under_a_merged_period() -> None:
    found = [(r["period"], r["title"], r["weight_percent"]) for r in rows("assessments", VIETNAMESE)]
    assert found == [
        ("A1. Quá trình", "Chuyên cần", 10), ("A1. Quá trình", "Bài tập nhóm", 30), ("A2. Cuối kỳ", "Thi tự luận", 60)
    ]  # fmt: skip


def test_a_scale_with_look_alike_letters_and_merged_labels() -> None:
    scale = document(
        [
            [
                ("Сума балів за всі види навчальної діяльності", 2, 1),
                ("Оцінка ЄКТС", 2, 1),
                ("Оцінка за національною шкалою", 1, 2),
            ],
            ["для екзамену", "для заліку"],
            ["90 – 100", "А", "відмінно", ("зараховано", 3, 1)],
            ["82-89", "В", ("добре", 2, 1)],
            ["74-81", "С"],
        ],
        language="uk",
    )
    found = [(r["letter"], r["min_percent"], r["max_percent"], r["label"]) for r in rows("grades", scale)]
    assert found == [("A", 90, 100, "відмінно"), ("B", 82, 89, "добре"), ("C", 74, 81, "добре")]


def test_a_regulation_sets_out_no_course() -> None:
    made = document("Tên học phần: Toán", "Mã học phần: TOA101", "Số tín chỉ: 3", kind="regulation")
    assert rows("courses", made) == [] and rows("programmes", made) == []


def test_a_blank_form_is_no_data() -> None:
    made = document(
        "ĐỀ CƯƠNG HỌC PHẦN", "Tên học phần: ........", "Mã học phần: ____", "Số tín chỉ: …", kind="syllabus"
    )
    assert rows("courses", made) == []


def _bound(name: str, hours: str) -> tuple[str | list[list[str]], ...]:
    return (
        "Рабочая программа дисциплины",
        name,
        "Общая трудоемкость: 1 з.е.",
        [["Виды занятий", "Часы"], ["Лекции", hours], ["Самостоятельная работа", "20"]],
    )


def test_a_bundle_is_taken_apart_at_its_titles() -> None:
    bundle = document(*_bound("Ботаника", "16"), *_bound("Зоология", "18"), language="ru")
    assert [r["name"] for r in rows("courses", bundle)] == ["Ботаника", "Зоология"]
    assert [r["hours"] for r in rows("workloads", bundle)] == [16, 20, 18, 20]
