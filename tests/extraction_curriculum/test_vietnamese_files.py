"""Tables as Vietnamese files print them: names in two languages, courses listed twice, programmes of an act, scales."""

import pytest

from extractors.curriculum import figures
from extractors.curriculum.cards.forms import ticked
from extractors.heads.pieces import Piece, place_apart
from tests.extraction_curriculum.paper import document, only, rows

PLAN = [
    ["TT", "Mã học phần", "Tên học phần", "Số tín chỉ"],
    ["1", "GEO101", "Địa chất đại cương\nGeneral Geology", "3"],
    ["2", "GEO102", "Khoáng vật học\nMineralogy", "2"],
    ["3", "GEO103", "Bản đồ học\nCartography", "2"],
]


def test_names_in_two_languages_and_courses_listed_again() -> None:
    again = [["STT", "Mã học phần", "Tên học phần", "Số tín chỉ"], ["1", "GEO102", "Khoáng vật học", "2"]]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", PLAN, "Học kỳ 2", again, kind="programme")
    assert only(rows("courses", made), "code", "name", "semester") == [
        ("GEO101", "Địa chất đại cương", None),
        ("GEO102", "Khoáng vật học", 2),
        ("GEO103", "Bản đồ học", None),
    ]


def test_a_name_that_is_broken_over_lines_stays_whole() -> None:
    plan = [
        *PLAN[:1],
        ["1", "GEO101", "Địa chất\nđại cương", "3"],
        ["2", "GEO102", "Nguyên lý\nMarketing", "2"],
        ["3", "GEO103", "Bản đồ học", "2"],
    ]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", plan, kind="programme")
    assert [name for (name,) in only(rows("courses", made), "name")] == [
        "Địa chất đại cương",
        "Nguyên lý Marketing",
        "Bản đồ học",
    ]


def test_bounds_of_grades_in_two_columns() -> None:
    scale = [
        [("Xếp loại", 2, 1), ("Thang điểm 10", 1, 2), ("Thang điểm chữ", 2, 1), ("Thang điểm 4", 2, 1)],
        ["Từ", "Đến"],
        ["Giỏi", "8,5", "10", "A", "4,0"],
        ["Khá", "7,0", "8,4", "B", "3,0"],
        ["Trung bình", "5,5", "6,9", "C", "2,0"],
    ]
    found = rows("grades", document("QUY ĐỊNH", scale, kind="decision"))
    assert only(found, "letter", "min_percent", "max_percent", "points", "label") == [
        ("A", 8.5, 10, 4.0, "Giỏi"),
        ("B", 7.0, 8.4, 3.0, "Khá"),
        ("C", 5.5, 6.9, 2.0, "Trung bình"),
    ]


def test_a_bound_that_lost_its_comma_on_a_scale_of_ten_is_left_out() -> None:
    steps = [["86 - 10", "A"], ["7,1 - 8,5", "B"], ["5,6 - 7,0", "C"], ["4,1 - 5,5", "D"]]
    found = rows("grades", document("QUY ĐỊNH", [["Thang điểm 10", "Điểm chữ"], *steps], kind="decision"))
    assert [(row.get("letter"), row.get("min_percent")) for row in found] == [
        ("A", None), ("B", 7.1), ("C", 5.6), ("D", 4.1),
    ]  # fmt: skip


def test_shares_of_groups_in_a_column_of_their_own() -> None:
    made = document(
        "ĐỀ CƯƠNG HỌC PHẦN",
        "Địa chất đại cương",
        [["Mã học phần", "GEO101"], ["Số tín chỉ", "3"]],
        [
            ["Thành phần đánh giá", "Bài đánh giá", "Phương pháp đánh giá", "Trọng số (%)", "Trọng số thành phần (%)"],
            [("Quá trình", 2, 1), "Chuyên cần", "Điểm danh", "10", ("40", 2, 1)],
            ["Bài tập", "Báo cáo", "30"],
            ["Cuối kỳ", "Thi", "Tự luận", "60", "60"],
        ],
    )
    assert only(rows("assessment_periods", made), "period", "weight_percent") == [("Quá trình", 40), ("Cuối kỳ", 60)]
    assert only(rows("assessments", made), "title", "weight_percent") == [
        ("Chuyên cần", 10),
        ("Bài tập", 30),
        ("Thi", 60),
    ]


def test_topics_whose_numbers_and_hours_were_lost() -> None:
    made = document(
        "CHƯƠNG TRÌNH MÔ ĐUN",
        "Tên mô đun: Khoan thăm dò",
        [
            [("Số TT", 2, 1), ("Tên các bài trong mô đun", 2, 1), ("Thời gian (giờ)", 1, 2)],
            ["Tổng số", "Lý thuyết"],
            ["", "Bài : Máy khoan", "", ""],
            ["", "Bài : Dung dịch khoan", "", ""],
        ],
    )
    assert [title for (title,) in only(rows("topics", made), "title")] == [
        "Bài : Máy khoan",
        "Bài : Dung dịch khoan",
    ]


def test_programmes_that_an_act_lists() -> None:
    table = [
        ["STT", "Ngành đào tạo thạc sĩ", "Mã học phần", "Tên học phần bổ sung", "Số tín chỉ"],
        ["1", ("Địa chất học\n(mã số 8440201)", 2, 1), "GEO101", "Địa chất đại cương", "3"],
        ["2", "GEO102", "Khoáng vật học", "2"],
    ]
    made = document("QUYẾT ĐỊNH", table, kind="decision")
    assert only(rows("programmes", made), "code", "name", "level") == [("8440201", "Địa chất học", "master")]


def test_programmes_of_an_older_catalogue_with_their_years() -> None:
    table = [
        ["TT", "Mã ngành", "Tên ngành", "Số tín chỉ", "Thời gian đào tạo"],
        ["1", "52440201", "Địa chất học", "57", "1,5 năm"],
    ]
    made = document("QUYẾT ĐỊNH", table, kind="decision")
    assert only(rows("programmes", made), "code", "name", "level", "total_credits", "duration_years") == [
        ("52440201", "Địa chất học", "bachelor", 57, 1.5)
    ]


def test_the_programme_that_a_decision_enacts() -> None:
    words = (
        "Điều 1. Ban hành kèm theo Quyết định này Chương trình đào tạo trình độ đại học\n"
        "ngành Địa chất học, mã số 7440201, hình thức đào tạo chính quy."
    )
    made = document("QUYẾT ĐỊNH", words, kind="decision")
    assert only(rows("programmes", made), "code", "name", "level", "mode") == [
        ("7440201", "Địa chất học", "bachelor", "chính quy")
    ]


def test_majors_in_which_others_graduated_are_no_programmes() -> None:
    table = [["STT", "Ngành tốt nghiệp", "Mã ngành"], ["1", "Địa lý học", "7310501"]]
    assert rows("programmes", document("QUYẾT ĐỊNH", table, kind="decision")) == []


def test_courses_beside_certificates_need_no_credits() -> None:
    table = [
        ["TT", "Chứng chỉ", "Mã học phần", "Tên học phần", "Điểm công nhận"],
        ["1", "IELTS 4.5", "ENG101", "Tiếng Anh 1", "8,0"],
        ["2", "TOEIC 450", "ENG101", "Tiếng Anh 1", "8,0"],
    ]
    made = document("QUYẾT ĐỊNH", table, kind="decision")
    assert only(rows("courses", made), "code", "name") == [("ENG101", "Tiếng Anh 1")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("TRƯỜNG ĐẠI HỌC KHOA HỌC XÃ Huế, ngày 27 tháng 3 năm 2023", 2),
        ("TRƯỜNG ĐẠI HỌC KHOA HỌC TP. Hồ Chí Minh, ngày 27 tháng 3 năm 2023", 2),
        ("Hà Nội, ngày 27 tháng 3 năm 2023", 1),
        ("TRƯỜNG ĐẠI HỌC KHOA HỌC XÃ HỘI", 1),
    ],
)
def test_place_and_date_beside_a_body(text: str, parts: int) -> None:
    found = place_apart(Piece(text, 0, len(text), 0))
    assert len(found) == parts
    assert " ".join(piece.text for piece in found) == text
    assert text[found[-1].start : found[-1].end] == found[-1].text


def _syllabus(*blocks):
    card = [["Mã học phần", "GEO101"], ["Số tín chỉ", "3"]]
    return document("ĐỀ CƯƠNG HỌC PHẦN", "Địa chất đại cương", card, *blocks)


def test_a_card_with_boxes_and_a_name_in_each_language() -> None:
    card = [
        ["Tên môn học (Course name):", "Tiếng Việt: Địa chất đại cương\nTiếng Anh: General Geology"],
        ["Mã môn học:", "GEO101"],
        ["Khối kiến thức:", "☐ Đại cương ☒ Cơ sở ngành ☐ Chuyên ngành"],
        ["Giảng viên biên soạn:", "ThS. Đỗ Thị Minh Phụng\nEmail: phung@example.edu.vn"],
        ["Số tín chỉ:", "3"],
    ]
    made = document("ĐỀ CƯƠNG MÔN HỌC", "Địa chất đại cương", card)
    assert only(rows("courses", made), "name", "cycle") == [("Địa chất đại cương", "Cơ sở ngành")]
    assert only(rows("people", made), "name", "act") == [("Đỗ Thị Minh Phụng", "developed")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("☐ Bắt buộc ☑ Tự chọn", "Tự chọn"),
        ("[x] Bắt buộc [ ] Tự chọn", "Bắt buộc"),
        ("☒ Bắt buộc ☒ Tự chọn", None),
        ("☐ Bắt buộc ☐ Tự chọn", None),
        ("Bắt buộc", None),
    ],
)
def test_the_ticked_option(text: str, said: str | None) -> None:
    assert ticked(text) == said


def test_works_beside_the_outcomes_that_they_prove() -> None:
    table = [
        ["Thành phần đánh giá [1]", "CĐRMH (Gx) [2]", "Tỷ lệ (%) [3]"],
        ["Quá trình", "G1.1, G1.2", "30%"],
        ["Cuối kỳ", "G1.2, G2.1", "70%"],
    ]
    made = _syllabus("6. Đánh giá môn học", table)
    assert only(rows("assessments", made), "title", "weight_percent") == [("Quá trình", 30), ("Cuối kỳ", 70)]


def test_prerequisites_by_the_number_in_the_list() -> None:
    plan = [
        ["STT", "Mã số HP", "Tên học phần", "Số tín chỉ", "HP tiên quyết (STT)"],
        ["1", "GEO101", "Địa chất đại cương", "3", ""],
        ["2", "GEO102", "Khoáng vật học", "2", "1"],
        ["3", "GEO103", "Thạch học", "2", "1, 2"],
        ["4", "GEO104", "Bản đồ học", "2", "9"],
    ]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", plan, kind="programme")
    assert only(rows("course_relations", made), "course_code", "code") == [
        ("GEO102", "GEO101"),
        ("GEO103", "GEO101"),
        ("GEO103", "GEO102"),
    ]


def test_members_of_a_council() -> None:
    table = [
        ["TT", "Họ và tên", "Đơn vị công tác", "Nhiệm vụ"],
        ["1", "PGS.TS. Trần Văn Quang", "Trường Đại học A", "Chủ tịch"],
        ["2", "TS. Phan Như Thúc", "Trường Đại học B", "Ủy viên thư ký ="],
    ]
    made = document("QUYẾT ĐỊNH", table, kind="decision")
    assert only(rows("people", made), "name", "role", "act") == [
        ("Trần Văn Quang", "Chủ tịch", None),
        ("Phan Như Thúc", "Ủy viên thư ký", None),
    ]


def test_people_of_a_list_who_have_no_part_in_a_council_are_left_out() -> None:
    table = [
        ["TT", "Họ và tên", "Chức vụ"],
        ["1", "Trần Văn Quang", "Hiệu trưởng"],
        ["2", "Phan Như Thúc", "Giảng viên"],
        ["3", "Lê Thị Hồng", "Giảng viên"],
    ]
    assert rows("people", document("QUYẾT ĐỊNH", table, kind="decision")) == []


def test_lists_side_by_side() -> None:
    plan = [
        [("TT", 2, 1), ("Học kỳ 1", 1, 3), ("Học kỳ 2", 1, 3)],
        ["Mã HP", "Tên học phần", "Số TC", "Mã HP", "Tên học phần", "Số TC"],
        ["1", "GEO101", "Địa chất đại cương", "3", "GEO201", "Thạch học", "2"],
        ["2", "GEO102", "Khoáng vật học", "2", "GEO202", "Bản đồ học", "2"],
    ]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", plan, kind="programme")
    assert sorted(only(rows("courses", made), "code", "credits", "semester")) == [
        ("GEO101", 3, 1),
        ("GEO102", 2, 1),
        ("GEO201", 2, 2),
        ("GEO202", 2, 2),
    ]


def test_aims_and_outcomes_in_one_table() -> None:
    table = [
        ["Mục tiêu/CĐR", "Mô tả mục tiêu/Chuẩn đầu ra của học phần", "CĐR được phân bổ"],
        ["[1]", "[2]", "[3]"],
        ["M1", "Nắm vững các khái niệm về nội lực", ""],
        ["M1.1", "Vẽ được biểu đồ nội lực của dầm", "[2.1]"],
    ]
    made = _syllabus("3. MỤC TIÊU VÀ CHUẨN ĐẦU RA CỦA HỌC PHẦN", table)
    assert only(rows("outcomes", made), "code", "kind") == [("M1", "objective"), ("M1.1", "course_outcome")]


def test_credits_with_their_parts_and_hours_below() -> None:
    assert figures.credits("3(2-1-0-6) - Lý thuyết: 30 tiết - Bài tập: 15 tiết") == 3
    assert figures.credits("30 tiết") is None


def test_semesters_over_lists_side_by_side_and_below_each_other() -> None:
    heads = ["TT", "Mã HP", "Tên học phần", "TC"]
    plan = [
        [("Học kỳ 1", 1, 4), ("Học kỳ 2", 1, 4)],
        [*heads, *heads],
        ["1", "GEO101", "Địa chất đại cương", "3", "1", "GEO201", "Thạch học", "2"],
        [("Học kỳ 3", 1, 4), ("Học kỳ 4", 1, 4)],
        [*heads, *heads],
        ["1", "GEO301", "Khoáng sản", "3", "1", "GEO401", "Bản đồ học", "2"],
    ]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", plan, kind="programme")
    assert only(rows("courses", made), "code", "semester") == [
        ("GEO101", 1),
        ("GEO201", 2),
        ("GEO301", 3),
        ("GEO401", 4),
    ]
