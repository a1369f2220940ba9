"""Templates of Vietnamese syllabi: modules of colleges, letters before headings, groups of works, lines of teachers."""

import pytest

from extractors.curriculum import figures
from extractors.curriculum.grids import grids
from extractors.curriculum.heads import activity_of, headed
from extractors.curriculum.own import own, titled
from extractors.people.teachers import read_listed
from extractors.recognising import recognise
from tests.extraction_curriculum.paper import document, rows

CARD = [["Mã học phần", "GEO101"], ["Số tín chỉ", "3"]]


def _syllabus(*blocks):
    return document("ĐỀ CƯƠNG HỌC PHẦN", "Địa chất đại cương", CARD, *blocks)


def _of(found: list[dict], *columns: str) -> list[tuple]:
    return [tuple(row.get(column) for column in columns) for row in found]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Lý thuyết (tiết)", "lecture"),
        ("Số giờ tín chỉ lý thuyết", "lecture"),
        ("Số giờ tín chỉ thực hành/ thảo luận", "practice"),
        ("Tự học (giờ)", "self_study"),
        ("Số tiết", None),
        ("Giờ cao điểm", None),
    ],
)
def test_units_around_an_activity(label: str, kind: str | None) -> None:
    assert activity_of(label) == kind


def test_a_unit_below_a_head_of_doing() -> None:
    made = _syllabus(
        "7. Kế hoạch giảng dạy",
        [
            [("Buổi", 2, 1), ("Nội dung", 2, 1), ("Hoạt động dạy và học", 1, 2)],
            ["Lý thuyết (tiết)", "Tự học (tiết)"],
            ["1", "Khoáng vật", "4", "8"],
            ["2", "Đá magma", "5", ""],
        ],
    )
    assert _of(rows("topics", made), "title", "activity", "hours") == [
        ("Khoáng vật", "lecture", 4),
        ("Khoáng vật", "self_study", 8),
        ("Đá magma", "lecture", 5),
    ]


def test_a_module_of_a_college() -> None:
    made = document(
        "CHƯƠNG TRÌNH MÔ ĐUN",
        "Tên mô đun: Khoan thăm dò",
        "Mã mô đun: MĐ 08",
        "Thời gian thực hiện mô đun: 60 giờ; (Lý thuyết: 20 giờ; Thực hành: 36 giờ; Kiểm tra: 4 giờ)",
        "II. Mục tiêu mô đun",
        "- Về kỹ năng:",
        "+ Vận hành được máy khoan tay đúng quy trình;",
        "III. Nội dung mô đun",
        "1. Mục tiêu của bài:",
        "- Nêu được cấu tạo của mũi khoan.",
    )
    assert titled(made) == "syllabus"
    assert _of(rows("courses", made), "code", "name") == [("MĐ 08", "Khoan thăm dò")]
    told = set(_of(rows("workloads", made), "activity", "hours"))
    assert told == {("total", 60), ("lecture", 20), ("practice", 36), ("exam", 4)}
    assert _of(rows("outcomes", made), "kind", "text") == [("objective", "Vận hành được máy khoan tay đúng quy trình;")]


@pytest.mark.parametrize("line", ["CHƯƠNG TRÌNH CHI TIẾT HỌC PHẦN", "Chương trình mô đun", "BẢN MÔ TẢ HỌC PHẦN"])
def test_names_of_syllabi(line: str) -> None:
    made = document("TRƯỜNG CAO ĐẲNG MỎ", line, "Mã học phần: KT05", kind="other")
    assert recognise(made.text).kind == "syllabus"


def test_letters_before_headings_of_sources() -> None:
    made = _syllabus(
        "5. Học liệu",
        "a. Giáo trình",
        "[1] Lê Văn Cát (2015), Khoáng vật học, NXB Xây dựng.",
        "b) Tài liệu tham khảo",
        "[2] Trần Thị Sỏi (2018), Đá trầm tích, NXB Lao động.",
    )
    assert _of(rows("bibliography", made), "section", "number") == [("main", "1"), ("additional", "2")]


def test_sources_that_are_numbered_by_letters() -> None:
    made = _syllabus("12. Tài liệu học tập", "TL1. Lê Văn Cát (2015), Khoáng vật học.", "[TL2] Trần Sỏi, Đá trầm tích.")
    assert _of(rows("bibliography", made), "number", "text") == [
        ("TL1", "Lê Văn Cát (2015), Khoáng vật học."),
        ("TL2", "Trần Sỏi, Đá trầm tích."),
    ]


def test_credits_by_activity_are_no_hours() -> None:
    made = document(
        "ĐỀ CƯƠNG MÔN HỌC",
        "Tên môn học: Thạch học",
        "5. Số tín chỉ",
        [["Tổng số", "Lý thuyết", "Thực hành", "Tự học"], ["4", "3", "1", "4"]],
        "6. Phân bổ thời gian",
        [["Tổng số (A)", "Lý thuyết (B)", "Thực hành (C)"], ["75 tiết", "45 tiết", "30 tiết"]],
    )
    assert own(made).course["credits"].value == 4
    assert set(_of(rows("workloads", made), "activity", "hours")) == {("total", 75), ("lecture", 45), ("practice", 30)}


def test_credits_before_their_parts_in_one_line() -> None:
    assert figures.credits("4 Lý thuyết: 3 Thực hành: 1") == 4
    assert figures.credits("4 nhóm tự chọn") is None
    assert figures.credits("4 (Lý thuyết: 40; Tự học: 80)") == 4


def test_relations_in_a_table_and_by_letters() -> None:
    tabled = _syllabus(
        "2. Môn học điều kiện",
        [
            ["STT", "Môn học điều kiện", "Mã môn học"],
            ["1", "Môn tiên quyết\nKhông có", ""],
            ["2", "Môn học song hành\nHóa học", "HOA102"],
        ],
    )
    assert _of(rows("course_relations", tabled), "relation", "name", "code") == [("corequisite", "Hóa học", "HOA102")]
    lettered = _syllabus(
        "c. Môn học trước (A), môn tiên quyết (B), song hành (C)", "Hóa học - 2107002 (C)", "d. Yêu cầu khác: Không"
    )
    assert _of(rows("course_relations", lettered), "relation", "name", "code") == [
        ("corequisite", "Hóa học", "2107002")
    ]


def test_sums_inside_groups_of_works() -> None:
    made = _syllabus(
        "6. Đánh giá môn học",
        [
            ["Thành phần đánh giá", "Bài đánh giá", "Tỷ lệ %"],
            [("A1. Đánh giá quá trình", 3, 1), "A1.1. Nhật ký", "15%"],
            ["A1.2. Bản vẽ", "25%"],
            ["Tổng cộng:", "40%"],
            ["A2. Cuối kỳ", "A2.1. Vấn đáp", "60%"],
        ],
    )
    groups = _of(rows("assessment_periods", made), "period", "weight_percent")
    assert groups[0] == ("A1. Đánh giá quá trình", 40)
    assert _of(rows("assessments", made), "title", "weight_percent") == [
        ("A1.1. Nhật ký", 15),
        ("A1.2. Bản vẽ", 25),
        ("A2.1. Vấn đáp", 60),
    ]


def test_groups_that_span_the_columns_of_words() -> None:
    made = _syllabus(
        "11. Đánh giá sinh viên",
        [
            ["Hình thức KT", "Nội dung", "Tỉ lệ (%)"],
            [("Quá trình", 1, 2), "40"],
            ["Bài tập", "Đọc bản đồ địa chất", "40"],
            [("Cuối kỳ", 1, 2), "60"],
            ["Tự luận", "Toàn bộ nội dung", "60"],
        ],
    )
    assert _of(rows("assessment_periods", made), "period", "weight_percent") == [("Quá trình", 40), ("Cuối kỳ", 60)]
    assert _of(rows("assessments", made), "period", "title") == [("Quá trình", "Bài tập"), ("Cuối kỳ", "Tự luận")]


def test_works_below_a_merged_cell_and_shares_of_outcomes() -> None:
    made = _syllabus(
        "8. Phương pháp đánh giá",
        [
            ["CLOs", "Bài kiểm tra", "Tỷ trọng"],
            ["1", "Thường kỳ", "30%"],
            ["", "Giữa kỳ", "70%"],
            ["2", "Cuối kỳ", "100%"],
        ],
        [
            [("Phương pháp đánh giá", 1, 2), "Tỷ trọng %"],
            [("Lý thuyết", 4, 1), "Thường kỳ:", "30"],
            ["- Đo vẽ", "20"],
            ["- Báo cáo", "10"],
            ["Thi cuối kỳ", "70"],
        ],
    )
    assert _of(rows("assessments", made), "period", "title", "weight_percent") == [
        ("Thường kỳ:", "Đo vẽ", 20),
        ("Thường kỳ:", "Báo cáo", 10),
        (None, "Thi cuối kỳ", 70),
    ]


def test_numbers_under_a_series_are_its_codes() -> None:
    made = _syllabus(
        "6. Chuẩn đầu ra của học phần",
        [
            ["CLOs", "Chuẩn đầu ra của môn học", "PLO"],
            ["1", "Nhận biết được các khoáng vật tạo đá", "c"],
            ["2", "Phân loại được các đá magma thường gặp", "d"],
        ],
    )
    assert _of(rows("outcomes", made), "code") == [("CLO1",), ("CLO2",)]


def test_teachers_under_their_heading_and_who_signs_in_a_line() -> None:
    made = _syllabus(
        "3. Giảng viên phụ trách",
        "1. TS. Lê Văn Cát",
        "Email: cat@mo.edu.vn",
        "2. ThS. Trần Thị Hạnh, Bộ môn Khoáng sản",
        "4. Mô tả học phần",
        "Trưởng bộ môn: PGS.TS. Phạm Văn Hùng",
        "Trưởng khoa: kiểm tra đề cương hằng năm",
    )
    found = [(str(r.get("name")), r.get("act"), r.get("role")) for r in read_listed(made)]
    assert found == [
        ("Lê Văn Cát", "teaches", None),
        ("Trần Thị Hạnh", "teaches", None),
        ("Phạm Văn Hùng", "signed", "Trưởng bộ môn"),
    ]


def test_details_of_a_week_are_no_topics() -> None:
    made = _syllabus(
        "10. Nội dung chi tiết",
        [
            ["Tuần", "Nội dung", "Phương pháp đánh giá"],
            [("1-2", 3, 1), "Chương 1: Khoáng vật", ""],
            ["A/ Các nội dung trên lớp: (4)", "Bài tập"],
            ["B/ Các nội dung tự học: (8)", ""],
        ],
    )
    assert [str(t["title"]) for t in rows("topics", made)] == ["Chương 1: Khoáng vật"]


def test_two_columns_of_relations() -> None:
    card = [["Tên ngành đào tạo", "Địa chất học"], ["Mã ngành", "7440201"]]
    made = document(
        "CHƯƠNG TRÌNH ĐÀO TẠO",
        card,
        [
            ["TT", "Mã học phần", "Tên học phần", "TC", "HP tiên quyết", "HP học trước"],
            ["1", "DC101", "Khoáng vật", "3", "", ""],
            ["2", "DC102", "Thạch học", "3", "", "DC101"],
            ["3", "DC103", "Cổ sinh", "2", "DC101", "DC102"],
        ],
        kind="programme",
    )
    assert len(grids(made)) == 2 and headed(grids(made)[1])
    assert _of(rows("course_relations", made), "course_code", "code") == [
        ("DC102", "DC101"),
        ("DC103", "DC101"),
        ("DC103", "DC102"),
    ]


def test_a_programme_called_by_its_kind() -> None:
    made = document(
        "CHƯƠNG TRÌNH ĐÀO TẠO",
        [["Tên chương trình", "Chương trình giáo dục đại học ngành Địa chất học"], ["Mã ngành", "7440201"]],
        kind="programme",
    )
    assert _of(rows("programmes", made), "name", "code") == [("Địa chất học", "7440201")]


def test_labels_behind_a_value_without_a_mark() -> None:
    made = document(
        "ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN", "Tên học phần: Cơ học đá Loại học phần: Bắt buộc", "Mã học phần: …… Số TC: 3"
    )
    assert _of(rows("courses", made), "name", "component", "credits", "code") == [("Cơ học đá", "Bắt buộc", 3, None)]


def test_a_plan_whose_hours_are_blank() -> None:
    made = _syllabus(
        "Nội dung chi tiết của học phần",
        [
            [("Tên chương mục", 2, 1), ("Phân phối số tiết", 1, 3)],
            ["TS", "LT", "TH"],
            ["Chương 1. Ứng suất", "", "", ""],
            ["Chương 2. Biến dạng", "", "", ""],
            ["Tổng số tiết", "", "", ""],
        ],
    )
    assert _of(rows("topics", made), "title", "hours") == [("Chương 1. Ứng suất", None), ("Chương 2. Biến dạng", None)]
    assert rows("workloads", made) == []


def test_sources_parted_by_language() -> None:
    made = _syllabus(
        "8. Tài liệu học tập",
        "Tiếng Việt",
        "1. Lê Văn Cát (2015), Cơ học đá, NXB Xây dựng.",
        "Tài liệu tiếng Anh:",
        "2. Brady B. (2004), Rock Mechanics, Springer.",
    )
    assert _of(rows("bibliography", made), "number", "text") == [
        ("1", "Lê Văn Cát (2015), Cơ học đá, NXB Xây dựng."),
        ("2", "Brady B. (2004), Rock Mechanics, Springer."),
    ]


def test_objectives_that_a_sentence_leads_to() -> None:
    made = _syllabus(
        "4. Mục tiêu của học phần",
        "Học xong học phần này, người học có thể:",
        "O1. Nhận biết các dạng phá hủy của khối đá.",
        "O2. Tính toán độ bền nén của mẫu đá.",
    )
    assert _of(rows("outcomes", made), "code", "text") == [
        ("O1", "Nhận biết các dạng phá hủy của khối đá."),
        ("O2", "Tính toán độ bền nén của mẫu đá."),
    ]


def test_a_number_before_the_kind_of_activity_above_a_plan() -> None:
    made = _syllabus(
        "VI. Nội dung học phần",
        "1. Lý thuyết",
        [["STT", "Tên bài", "Số tiết"], ["1", "Đứt gãy", "4"], ["2", "Nếp uốn", "6"]],
        "2. Thực hành lâm sàng",
        [["STT", "Nội dung", "Số tiết"], ["1", "Đo thế nằm", "8"], ["2", "Vẽ mặt cắt", "8"]],
    )
    assert [t["activity"] for t in rows("topics", made)] == ["lecture", "lecture", "practice", "practice"]


def test_a_description_ends_where_offices_sign() -> None:
    from extractors.curriculum.described import _CLOSED

    assert _CLOSED.split("Trình bày cách đo vẽ. TRƯỞNG KHOA HIỆU TRƯỞNG TS. Lê Cát")[0] == "Trình bày cách đo vẽ."


@pytest.mark.parametrize("name", ["PGS.TS.KTS. Lê Quân", "BSCKII. Lê Quân", "Thạc sĩ Lê Quân"])
def test_titles_of_other_callings(name: str) -> None:
    from normalizers.values.names import parse_person

    person = parse_person(name)
    assert person is not None and person.name == "Lê Quân"


def test_half_a_head_is_no_heading() -> None:
    """`Mục tiêu của chương` is what a line end leaves of `Mục tiêu của chương trình đào tạo`."""
    from extractors.curriculum.wording import lexicon

    assert lexicon("subjects.tsv").exact("Mục tiêu của chương") is None


def test_labels_in_two_languages() -> None:
    made = document(
        "ĐỀ CƯƠNG MÔN HỌC / COURSE SYLLABUS",
        [["Tên môn học / Course name", "Cơ học đất"], ["Mã môn học / Course ID", "CE012IU"]],
        "5. Kế hoạch giảng dạy / Lesson plan",
        [
            ["Tuần / Week", "Chủ đề / Topic", "CLO"],
            ["1-2", "Tính chất vật lý của đất", "CLO1"],
            ["3", "Dòng thấm", "CLO2"],
        ],
        "6. Đánh giá / Assessment plan",
        [
            ["Loại đánh giá / Assessment type", "Tỷ lệ (%) / Weight", "CLO1", "CLO2", "CLO3"],
            ["Bài tập / Homework", "40", "20%", "", ""],
            ["Thi cuối kỳ / Final exam", "60", "30%", "20%", "10%"],
        ],
    )
    assert _of(rows("courses", made), "code", "name") == [("CE012IU", "Cơ học đất")]
    assert _of(rows("topics", made), "week", "title") == [("1-2", "Tính chất vật lý của đất"), ("3", "Dòng thấm")]
    assert [row["weight_percent"] for row in rows("assessments", made)] == [40, 60]


def test_lines_of_works_in_groups() -> None:
    made = _syllabus(
        "5. Đánh giá học phần",
        "5.1. Thang điểm: 10",
        "5.2. Điểm quá trình (40%):",
        "- Nhật ký thực địa: 15%",
        "- Tiểu luận: 25%",
        "5.3. Thi kết thúc học phần: 60% (hình thức thi: vấn đáp)",
    )
    assert _of(rows("assessments", made), "period", "title", "weight_percent") == [
        ("Điểm quá trình", "Nhật ký thực địa", 15),
        ("Điểm quá trình", "Tiểu luận", 25),
        (None, "Thi kết thúc học phần", 60),
    ]


@pytest.mark.parametrize(("last", "works"), [("0,6", [40, 60]), ("3", [40])])
def test_coefficients_are_shares_only_as_fractions(last: str, works: list[int]) -> None:
    made = _syllabus(
        "V. Kiểm tra, đánh giá",
        [["Thành phần", "Nội dung đánh giá", "Hệ số"], ["Quá trình", "Đo vẽ", "0,4"], ["Điểm thi", "Tự luận", last]],
    )
    assert [row["weight_percent"] for row in rows("assessments", made) if "weight_percent" in row] == works


def test_a_column_of_kinds_tells_the_section_of_a_source() -> None:
    made = _syllabus(
        "VI. Tài liệu học tập",
        [
            ["TT", "Tên tài liệu", "Loại tài liệu"],
            ["1", "Lê Văn Cát, Cơ học đất, NXB Xây dựng, 2012", "Giáo trình chính"],
            ["2", "Trần Sỏi, Bài tập cơ học đất, NXB Lao động, 2014", "Tài liệu tham khảo"],
        ],
        "Hà Nội, ngày 15 tháng 9 năm 2020",
    )
    assert _of(rows("bibliography", made), "section", "number") == [("main", "1"), ("additional", "2")]


def test_a_lettered_part_ends_what_may_be_chosen() -> None:
    made = document(
        "CHƯƠNG TRÌNH ĐÀO TẠO TRÌNH ĐỘ THẠC SĨ",
        [["Tên ngành", "Địa chất học (Geology)"], ["Mã số", "8440201"]],
        [
            ["STT", "Mã học phần", "Tên học phần", "Số TC"],
            [("B. Kiến thức cơ sở ngành", 1, 3), "6"],
            [("Tự chọn (chọn 01 trong 02 học phần)", 1, 3), "3"],
            ["1", "DIAC505", "Địa mạo", "3"],
            ["2", "DIAC506", "Cổ sinh", "3"],
            [("C. Thực địa và đề án", 1, 3), "9"],
            ["3", "DIAC509", "Đề án", "9"],
        ],
        kind="programme",
    )
    assert _of(rows("programmes", made), "code", "name", "level") == [("8440201", "Địa chất học", "master")]
    parts = _of(rows("courses", made), "code", "cycle", "component")
    assert parts[2] == ("DIAC509", "Thực địa và đề án", None)
    assert parts[0][2] == "Tự chọn"


def test_codes_with_a_point_or_letters_behind() -> None:
    made = _syllabus("Học phần học trước: Kỹ thuật số (DKH02.2); Giải tích (MA001IU)")
    assert _of(rows("course_relations", made), "name", "code") == [
        ("Kỹ thuật số", "DKH02.2"),
        ("Giải tích", "MA001IU"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "titles"),
    [
        ("Loại điểm", "Hình thức", ["Chuyên cần", "Thi kết thúc"]),
        ("Hình thức đánh giá", "Phương pháp", ["Chuyên cần", "Thi kết thúc"]),
        ("Thành phần", "Hình thức", ["Điểm danh", "Tự luận"]),
    ],
)
def test_how_a_work_is_graded_is_not_its_name(first: str, second: str, titles: list[str]) -> None:
    made = _syllabus(
        "7. Kiểm tra, đánh giá",
        [
            ["TT", first, second, "Trọng số"],
            ["1", "Chuyên cần", "Điểm danh", "20%"],
            ["2", "Thi kết thúc", "Tự luận", "80%"],
        ],
    )
    assert [row["title"] for row in rows("assessments", made)] == titles
