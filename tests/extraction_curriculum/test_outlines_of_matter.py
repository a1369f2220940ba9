"""Outlines of what a course teaches: their numbers are no provisions, their chapters are topics."""

import pytest

from extractors.parsing import parse
from models.document import Document
from tests.extraction_curriculum.paper import document, rows

OPENING = "1. Thông tin chung về học phần\nSố tín chỉ: 2\n2. Mục tiêu học phần\nHiểu về đất trồng.\n"
CLOSING = "4. Phương pháp dạy học\nThuyết trình.\n5. Đánh giá học phần\nThi viết.\n"


def parsed(*blocks: str | list[list[str]]) -> Document:
    made = document(*blocks)
    return parse(made.source, made.text, made.genre, ())


def numbers(made: Document) -> list[object]:
    return [row.get("number") for row in rows("provisions", made)]


def topics(made: Document) -> list[tuple[object, ...]]:
    return [(r.get("activity"), r["title"], r.get("hours")) for r in rows("topics", made)]


OUTLINES = {
    "chapters": "Chương 1. Đất\n1.1. Hạt\n1.1.1. Sét\nChương 2. Nước\n2.1. Dòng\n",
    "lessons with clauses": "Bài 1: Đất\n1. Mục tiêu\n2. Nội dung\n3. Ôn tập\nBài 2: Nước\n1. Mục tiêu\n2. Nội dung\n",
    "numbers that begin anew": "1. Đất trồng\n1.1. Hạt\n2. Nước tưới\n2.1. Dòng\n",
    "numbers of two parts": "1.1. Đất trồng\n1.2. Hạt giống\n2.1. Dòng chảy\n",
}


@pytest.mark.parametrize("outline", OUTLINES.values(), ids=OUTLINES)
def test_numbers_of_what_is_taught_are_no_provisions(outline: str) -> None:
    made = parsed(f"{OPENING}3. Nội dung chi tiết học phần\n{outline}{CLOSING}")
    assert numbers(made) == ["1", "2", "3", "4", "5"]
    assert rows("provisions", made)[2] == {"number": "3", "heading": "Nội dung chi tiết học phần"}


def test_parts_of_the_contents_stay_provisions() -> None:
    parts = "3.1. Nội dung lý thuyết\nChương 1. Đất\n1.1. Hạt\nChương 2. Nước\n2.1. Dòng\n3.2. Nội dung thực hành\n"
    made = parsed(f"{OPENING}3. Nội dung học phần\n{parts}Bài 1. Đo pH\nBài 2. Lấy mẫu\n{CLOSING}")
    assert numbers(made) == ["1", "2", "3", "3.1", "3.2", "4", "5"]


def test_clauses_below_the_contents_of_a_plan_stay_provisions() -> None:
    told = "II. Nội dung chi tiết\n1. Tổ chức hội thảo\n2. Khảo sát\n"
    made = parsed(f"I. Mục đích\nNâng cao chất lượng.\n{told}III. Kinh phí\nTự lo.\n")
    assert numbers(made) == ["I", "II", "II.1", "II.2", "III"]


def test_chapters_are_topics_with_the_hours_that_stand_with_them() -> None:
    outline = "Chương 1. Đất trồng (6 tiết)\n1.1. Hạt\nChương 2. Nước\ntưới …… 4 tiết\nChương 3. Ôn tập\n"
    made = parsed(f"{OPENING}3. Nội dung chi tiết học phần\n{outline}{CLOSING}")
    assert topics(made) == [
        (None, "Chương 1. Đất trồng", 6),
        (None, "Chương 2. Nước tưới", 4),
        (None, "Chương 3. Ôn tập", None),
    ]


def test_hours_of_several_kinds_stand_with_a_chapter() -> None:
    outline = (
        "Chương 1. Đất (4 tiết LT, 2 tiết BT)\nChương 2. Nước (3 LT, 1 BT)\nChương 3. Gió [LT: 3 tiết; BT: 2 tiết]"
    )
    made = parsed(f"{OPENING}3. Nội dung chi tiết học phần\n{outline}\n{CLOSING}")
    told = [("lecture", 4), ("practice", 2), ("lecture", 3), ("practice", 1), ("lecture", 3), ("practice", 2)]
    assert [(kind, hours) for kind, _, hours in topics(made)] == told


def test_chapters_of_a_part_are_of_its_kind() -> None:
    outline = "A. Phần lý thuyết\nChương 1. Đất\nChương 2. Nước\nB. Phần thực hành\nBài 1. Đo pH\nBài 2. Lấy mẫu\n"
    made = parsed(f"{OPENING}3. Nội dung chi tiết học phần\n{outline}{CLOSING}")
    assert [kind for kind, _, _ in topics(made)] == ["lecture"] * 2 + ["practice"] * 2


def test_a_plan_in_a_table_goes_before_the_outline() -> None:
    plan = [["TT", "Nội dung", "Số tiết"], ["1", "Chương 1. Đất", "6"], ["2", "Chương 2. Nước", "4"]]
    outline = "Chương 1. Đất\n1.1. Hạt\nChương 2. Nước\n2.1. Dòng\n"
    made = parsed(f"{OPENING}3. Nội dung chi tiết học phần\n{outline}4. Kế hoạch giảng dạy\n", plan)
    assert [hours for _, _, hours in topics(made)] == [6, 4]


def test_clauses_of_a_lesson_that_bear_the_number_of_its_section_are_no_provisions() -> None:
    lessons = "Bài 1: Đo đất\n1. Mục tiêu\n2. Nội dung\n2.1. Cắm mốc\n2.2. Kéo thước\nBài 2: Đo nước\n1. Mục tiêu\n"
    made = parsed(f"1. Mục tiêu của mô đun\nBiết đo.\n2. Nội dung chi tiết\n{lessons}3. Đánh giá\nThi.\n")
    assert numbers(made) == ["1", "2", "3"]


def test_the_last_lesson_may_bear_the_number_of_the_section() -> None:
    theory = "".join(f"Bài {n}. Phần {'abc'[n - 1]}\n{n}.1. Mở đầu\n{n}.2. Kết luận\n" for n in (1, 2, 3))
    practice = "3.2. Phần thực hành\nBài 1. Đo pH\nBài 2. Lấy mẫu\n"
    made = parsed(f"{OPENING}3. Nội dung chi tiết học phần\n3.1. Phần lý thuyết\n{theory}{practice}{CLOSING}")
    assert numbers(made) == ["1", "2", "3", "3.1", "3.2", "4", "5"]
    assert [kind for kind, _, _ in topics(made)] == ["lecture"] * 3 + ["practice"] * 2


def test_a_bound_in_an_exercise_is_no_requirement() -> None:
    outline = "Chương 1. Giới hạn\nTìm x để sai số không lớn hơn 5%.\nChương 2. Đạo hàm\n"
    assert not rows("requirements", parsed(f"{OPENING}3. Nội dung chi tiết học phần\n{outline}{CLOSING}"))


def test_chapters_whose_figures_are_lost_keep_their_titles() -> None:
    outline = "A. Lý thuyết\nBài . Đất trồng ( tiết)\nBài . Nước tưới ( tiết)\n"
    made = parsed(f"{OPENING}3. Nội dung chi tiết học phần\n{outline}{CLOSING}")
    assert topics(made) == [("lecture", "Đất trồng", None), ("lecture", "Nước tưới", None)]


@pytest.mark.parametrize(
    ("outline", "told"),
    [
        ("1. Đất trồng (6 tiết)\n1.1. Hạt\n2. Nước tưới (4 tiết)\n", [("Đất trồng", 6), ("Nước tưới", 4)]),
        (
            "Chương 1. Đất\nSố tiết: 6 (LT: 4; BT: 2)\nChương 2. Nước\nSố tiết: 4\n",
            [("Chương 1. Đất", 6), ("Chương 2. Nước", 4)],
        ),
        (
            "3.1. Chương 1. Đất (3 tiết)\n3.2. Chương 2. Nước (5 tiết)\n",
            [("Chương 1. Đất", 3), ("Chương 2. Nước", 5)],
        ),
        ("Chương 1. Đất (4/2/0)\nChương 2. Nước (3/1/2)\n", [("Chương 1. Đất", None), ("Chương 2. Nước", None)]),
    ],
)
def test_hours_stand_with_their_chapters(outline: str, told: list[tuple[str, int | None]]) -> None:
    made = parsed(f"{OPENING}3. Nội dung chi tiết học phần\n{outline}{CLOSING}")
    assert [(title, hours) for _, title, hours in topics(made)] == told
    assert numbers(made) == ["1", "2", "3", "4", "5"]


def test_the_aim_of_a_chapter_is_none_of_the_course() -> None:
    outline = "Chương 1. Đất\nMục tiêu: Phân biệt được các loại đất trồng.\n1.1. Hạt\nChương 2. Nước\n2.1. Dòng\n"
    made = parsed(f"{OPENING}3. Nội dung chi tiết học phần\n{outline}{CLOSING}", [["Mã học phần", "GEO101"]])
    assert [row["text"] for row in rows("outcomes", made)] == ["Hiểu về đất trồng."]


def test_what_a_syllabus_is_called_announces_no_outline() -> None:
    outline = "3. Nội dung chi tiết học phần\nPhần 1: Đất trồng\n- Hạt\nPhần 2: Nước tưới\n- Dòng\n"
    made = parsed(f"ĐỀ CƯƠNG CHI TIẾT\nHỌC PHẦN: THỔ NHƯỠNG\n{OPENING}{outline}{CLOSING}")
    assert numbers(made) == ["1", "2", "3", "4", "5"]


def test_a_section_of_a_syllabus_may_end_with_a_colon_above_its_parts() -> None:
    told = "3. Hình thức tổ chức dạy học:\n3.1. Phân bổ lịch trình\nMười tuần.\n3.2. Lịch trình cụ thể\nTheo khoa.\n"
    long = "4. Chính sách đối với học phần và các yêu cầu khác của giảng viên:\n- Đi học đủ.\n"
    headings = [r.get("heading") for r in rows("provisions", parsed(f"{OPENING}{told}{long}"))]
    assert headings[2] == "Hình thức tổ chức dạy học"
    assert headings[-1] == "Chính sách đối với học phần và các yêu cầu khác của giảng viên"


@pytest.mark.parametrize(
    ("language", "contents", "outline", "after"),
    [
        ("uk", "Зміст навчальної дисципліни", "Розділ 1. Ґрунт\nТема 1. Глина", "Навчальні матеріали та ресурси"),
        ("ru", "Содержание дисциплины", "Раздел 1. Почва\nТема 1. Глина", "Методические указания"),
        ("kk", "Пәннің мазмұны", "1 бөлім. Топырақ\nТақырып 1. Саз", "Бағалау тәртібі"),
    ],
)
def test_parts_of_what_is_taught_in_other_languages(language: str, contents: str, outline: str, after: str) -> None:
    made = document(f"1. Мета\nОдна.\n2. {contents}\n{outline}\nТема 2. Пісок\n3. {after}\nТекст.", language=language)
    assert numbers(parse(made.source, made.text, made.genre, ())) == ["1", "2", "3"]


def test_a_topic_that_goes_on_below_is_whole_where_titles_end_in_a_stop() -> None:
    made = document(
        "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ\nГРУНТОЗНАВСТВО\n"
        "1. Зміст дисципліни\nТема 1.1. Склад і будова ґрунтів у\nлісовій зоні.\nТема 1.2. Волога в ґрунті.\n"
        "Тема 1.3. Повітря в ґрунті.\nТема 1.4. Тепло в ґрунті.\n"
        "Тема 1.5. Методи добору зразків та опис\nҐрунтового профілю.\nСамостійна робота передбачена.\n"
    )
    assert [row["title"].rstrip(".") for row in rows("topics", made)] == [
        "Склад і будова ґрунтів у лісовій зоні",
        "Волога в ґрунті",
        "Повітря в ґрунті",
        "Тепло в ґрунті",
        "Методи добору зразків та опис Ґрунтового профілю",
    ]
