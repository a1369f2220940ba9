"""Layouts of Vietnamese programmes and syllabi: parts, cards, matrices, rubrics, marks, sources."""

import pytest

from extractors.arranging import arrange
from extractors.curriculum.grids import grids
from extractors.curriculum.naming import without_english
from extractors.curriculum.parted_hours import counted, parted, whole_before
from extractors.curriculum.rubrics import is_rubric
from extractors.parsing import parse
from extractors.reading.plain import pages_of
from extractors.recognising import recognise
from models.page import Source
from tests.extraction_curriculum.paper import document, rows

CARD = [["Mã học phần", "GEO101"], ["Số tín chỉ", "3"]]
HEAD = ["TT", "Mã học phần", "Tên học phần", "Số tín chỉ"]


def _syllabus(*blocks):
    return document("ĐỀ CƯƠNG HỌC PHẦN", "Địa chất đại cương", CARD, *blocks)


def _programme(*blocks):
    card = [["Tên ngành đào tạo", "Địa chất học"], ["Mã ngành", "7440201"]]
    return document("CHƯƠNG TRÌNH ĐÀO TẠO", card, *blocks, kind="programme")


def _read(words: str):
    pages = pages_of(words)
    text = arrange(pages)
    return parse(Source("", "read.txt", "0" * 64, "text/plain", len(words)), text, recognise(text), pages)


def _of(found: list[dict], *columns: str) -> list[tuple]:
    return [tuple(row.get(column) for column in columns) for row in found]


@pytest.mark.parametrize(
    ("label", "value", "hours"),
    [
        ("Giờ tín chỉ (LT/ThH/TH)", "30/15/90", [("lecture", 30), ("practice", 15), ("self_study", 90)]),
        ("Số tín chỉ (LT/TH/Tự học)", "3 (45/0/90)", [("lecture", 45), ("practice", 0), ("self_study", 90)]),
        ("Giờ học (LT/TH)", "45/0/90", []),
        ("Số tín chỉ (LT/TH)", "3 (2-1)", []),
        ("Giờ học (A/B)", "30/15", []),
    ],
)
def test_one_figure_for_several_activities(label: str, value: str, hours: list[tuple]) -> None:
    assert list(parted(label, value)) == hours


def test_hours_counted_in_words() -> None:
    assert list(counted("30 tiết lý thuyết, 15 tiết thực hành và 90 tiết tự học")) == [
        ("lecture", 30),
        ("practice", 15),
        ("self_study", 90),
    ]
    assert list(counted("vắng quá 3 tiết lý thuyết")) == []


def test_the_whole_before_its_parts() -> None:
    assert whole_before("135 tiết: lý thuyết 45; tự học 90") == 135
    assert whole_before("135 tiết") is None


def test_hours_of_a_card_with_numbered_rows() -> None:
    made = _syllabus([["2.5", "Phân phối thời gian", "75 tiết — Lý thuyết: 30; Thực hành: 15; Tự học: 30"]])
    told = set(_of(rows("workloads", made), "course_code", "activity", "hours"))
    assert told == {
        ("GEO101", "total", 75),
        ("GEO101", "lecture", 30),
        ("GEO101", "practice", 15),
        ("GEO101", "self_study", 30),
    }


def test_a_card_with_label_and_value_in_every_cell() -> None:
    made = document(
        "ĐỀ CƯƠNG MÔN HỌC",
        [
            ["Tên môn học: Địa mạo", "Mã môn học: GEO202"],
            ["Số tín chỉ: 3TC (2 LT + 1 TH)", "Học kỳ: 4"],
            ["Khối kiến thức: Cơ sở ngành", "Tính chất: Bắt buộc"],
        ],
    )
    columns = ("code", "name", "credits", "semester", "cycle", "component")
    assert _of(rows("courses", made), *columns) == [("GEO202", "Địa mạo", 3, 4, "Cơ sở ngành", "Bắt buộc")]


def test_a_card_of_a_programme_with_a_column_of_numbers() -> None:
    card = [
        ["1", "Tên ngành đào tạo", "Địa chất học"],
        ["2", "Trình độ đào tạo", "Đại học"],
        ["3", "Thời gian đào tạo", "4 năm"],
    ]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", card, kind="programme")
    assert _of(rows("programmes", made), "name", "level", "duration_years") == [("Địa chất học", "bachelor", 4)]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Địa chất học / Geology", "Địa chất học"),
        ("Cơ học đất — Soil Mechanics", "Cơ học đất"),
        ("Lập trình web - Java", "Lập trình web - Java"),
        ("Soil Mechanics / Geology", "Soil Mechanics / Geology"),
        ("Khí tượng (Meteorology)", "Khí tượng"),
    ],
)
def test_the_english_name_beside(printed: str, name: str) -> None:
    assert without_english(printed)[0] == name


def test_parts_by_roman_numbers_in_the_column_of_codes() -> None:
    made = _programme(
        [
            ["Mã MH/MĐ", "Tên môn học, mô đun", "Số tín chỉ"],
            ["I", "Các môn học chung", "5"],
            ["MH 01", "Pháp luật", "2"],
            ["II.1", "Môn học, mô đun cơ sở", "3"],
            ["MĐ 02", "Trắc địa", "3"],
        ]
    )
    assert _of(rows("courses", made), "code", "cycle") == [
        ("MH 01", "Các môn học chung"),
        ("MĐ 02", "Môn học, mô đun cơ sở"),
    ]


def test_numbered_parts_under_a_lettered_one() -> None:
    made = _programme(
        [
            HEAD,
            ["A", ("KIẾN THỨC ĐẠI CƯƠNG", 1, 2), "4"],
            ["I", ("Các học phần bắt buộc", 1, 2), "2"],
            ["1", "GEO111", "Hóa học", "2"],
            ["II", ("Các học phần tự chọn", 1, 2), "2"],
            ["2", "GEO112", "Sinh học", "2"],
        ]
    )
    assert _of(rows("courses", made), "code", "cycle", "component") == [
        ("GEO111", "KIẾN THỨC ĐẠI CƯƠNG", "Các học phần bắt buộc"),
        ("GEO112", "KIẾN THỨC ĐẠI CƯƠNG", "Các học phần tự chọn"),
    ]


def test_a_part_named_above_its_table() -> None:
    made = _programme("4.2. Kiến thức cơ sở ngành: 30 tín chỉ", [HEAD, ["1", "GEO121", "Địa tầng", "3"]])
    assert _of(rows("courses", made), "code", "cycle") == [("GEO121", "Kiến thức cơ sở ngành")]


def test_a_summary_of_parts_lists_no_courses() -> None:
    made = _programme(
        [["STT", "Khối kiến thức", "Số tín chỉ"], ["1", "Giáo dục đại cương", "40"], ["2", "Cơ sở ngành", "30"]]
    )
    assert rows("courses", made) == []


def test_ticked_components_and_numbers_as_codes() -> None:
    made = _programme(
        [
            [*HEAD, "HP bắt buộc", "HP tự chọn", "HP học trước"],
            ["1", "001203", "Giải tích 2", "3", "x", "", "001202"],
            ["2", "005107", "Cơ lý thuyết", "2", "", "x", "005105, 005106"],
        ]
    )
    assert _of(rows("courses", made), "code", "component") == [("001203", "Bắt buộc"), ("005107", "Tự chọn")]
    assert _of(rows("course_relations", made), "course_code", "code") == [
        ("001203", "001202"),
        ("005107", "005105"),
        ("005107", "005106"),
    ]


def test_relations_told_within_one_value() -> None:
    made = _syllabus([["Điều kiện tham gia", "Tiên quyết: không — Học trước: (GEO100) Nhập môn — Song hành: không"]])
    assert _of(rows("course_relations", made), "relation", "name", "code") == [("prerequisite", "Nhập môn", "GEO100")]


RUBRIC = [
    ["Tiêu chí", "CLO", "Kém (0%)", "Đạt (50%)", "Tốt (100%)"],
    ["Chuyên cần", "CLO1", "Vắng trên bảy buổi học", "Vắng ba buổi học", "Đi học đủ mọi buổi"],
    ["Hợp tác", "CLO1", "Không tham gia nhóm", "Làm phần được giao", "Chủ động nhận thêm việc"],
]


def test_a_rubric_states_no_outcomes() -> None:
    made = _syllabus("Chuẩn đầu ra của học phần", [["CLO1", "Mô tả được các loại đá thường gặp"]], "Rubric", RUBRIC)
    assert is_rubric(grids(made)[-1], "vi")
    assert _of(rows("outcomes", made), "code", "text") == [("CLO1", "Mô tả được các loại đá thường gặp")]


def test_indicators_beside_a_matrix_are_links() -> None:
    stated = [["CLO1", "Mô tả được các loại đá thường gặp"], ["CLO2", "Phân tích được mẫu khoáng vật đơn giản"]]
    matrix = [["CLO", "PLO2", "PLO5", "PI"], ["CLO1", "R", "", "PI 2.1"], ["CLO2", "", "M", "PI 5.1 · PI 5.2"]]
    made = _syllabus("Chuẩn đầu ra của học phần", stated, "Ma trận", matrix)
    assert set(_of(rows("outcome_links", made), "source_code", "target_code", "level")) == {
        ("CLO1", "PLO2", "R"),
        ("CLO2", "PLO5", "M"),
        ("CLO1", "PI 2.1", None),
        ("CLO2", "PI 5.1", None),
        ("CLO2", "PI 5.2", None),
    }


def test_legends_and_captions_are_no_outcomes() -> None:
    made = _programme(
        "Chuẩn đầu ra của chương trình đào tạo",
        "- Vận dụng được kiến thức địa chất vào khảo sát thực địa.",
        "Bảng 3. Ma trận đóng góp của các học phần vào chuẩn đầu ra",
        "Ghi chú: I - Giới thiệu; R - Củng cố; M - Thành thạo.",
    )
    assert _of(rows("outcomes", made), "text") == [("Vận dụng được kiến thức địa chất vào khảo sát thực địa.",)]


def test_groups_of_works_have_no_bullet() -> None:
    made = _syllabus(
        [
            ["Thành phần và phương pháp", "Trọng số (%)"],
            ["Quá trình", "40"],
            ["- Bài thực địa", "25"],
            ["- Chuyên cần", "15"],
            ["Cuối kỳ", "60"],
            ["- Thi viết", "60"],
        ]
    )
    assert _of(rows("assessment_periods", made), "period", "weight_percent") == [("Quá trình", 40), ("Cuối kỳ", 60)]
    assert _of(rows("assessments", made), "period", "title", "weight_percent") == [
        ("Quá trình", "Bài thực địa", 25),
        ("Quá trình", "Chuyên cần", 15),
        ("Cuối kỳ", "Thi viết", 60),
    ]


def test_rules_beside_works_are_not_their_titles() -> None:
    made = _syllabus(
        [
            ["TT", "Điểm thành phần", "Quy định", "Trọng số"],
            ["1", "Điểm chuyên cần", "Số tiết tham dự", "10%"],
            ["2", "Điểm thi", "Thi viết", "90%"],
        ]
    )
    assert _of(rows("assessments", made), "title", "weight_percent") == [("Điểm chuyên cần", 10), ("Điểm thi", 90)]


def test_titles_stand_beside_their_chapters() -> None:
    made = _syllabus(
        "Kế hoạch giảng dạy",
        [["Chương", "Nội dung", "Số tiết"], ["Chương 1", "Khoáng vật", "6"], ["Chương 2", "Đá magma", "9"]],
    )
    assert _of(rows("topics", made), "title", "hours") == [("Khoáng vật", 6), ("Đá magma", 9)]


def test_a_matrix_of_contents_is_no_plan() -> None:
    plan = [["Tuần", "Nội dung", "Số tiết"], ["1", "Khoáng vật", "6"], ["2", "Đá magma", "9"]]
    matrix = [["Nội dung", "Số tiết", "CLO1", "CLO2"], ["Khoáng vật", "6", "x", ""], ["Đá magma", "9", "", "x"]]
    assert len(rows("topics", _syllabus("Kế hoạch giảng dạy", plan, "Ma trận", matrix))) == 2


def test_a_table_of_works_is_a_list_of_sources() -> None:
    made = _syllabus(
        "Giáo trình, tài liệu tham khảo",
        [
            ["TT", "Tên giáo trình, tài liệu", "Tác giả", "Nhà xuất bản", "Năm xuất bản"],
            ["1", "Địa chất cấu tạo", "Lê An", "Nxb Giáo dục", "2010"],
        ],
    )
    assert _of(rows("bibliography", made), "number", "text") == [("1", "Địa chất cấu tạo, Lê An, Nxb Giáo dục, 2010")]


def test_the_next_section_is_no_source() -> None:
    made = _syllabus(
        "7. Tài liệu học tập",
        "[1]. Lê An, Địa chất cấu tạo, Nxb Giáo dục, 2010.",
        "[2]. Trần Bình, Khoáng vật học, Nxb Giáo dục, 2012.",
        "8. Trang thiết bị của phòng học",
        "Máy chiếu và mẫu đá.",
    )
    assert _of(rows("bibliography", made), "number", "text") == [
        ("1", "Lê An, Địa chất cấu tạo, Nxb Giáo dục, 2010."),
        ("2", "Trần Bình, Khoáng vật học, Nxb Giáo dục, 2012."),
    ]


def test_staff_of_a_programme_teach() -> None:
    made = _programme(
        [
            ["STT", "Họ và tên", "Năm sinh", "Học hàm, học vị"],
            ["1", "Nguyễn Văn An", "1978", "PGS.TS"],
            ["2", "Trần Thị Bình", "1980", "TS"],
        ]
    )
    assert _of(rows("people", made), "name", "act") == [("Nguyễn Văn An", "teaches"), ("Trần Thị Bình", "teaches")]


SIGNED = """Ký bởi: Trường Đại học Mỏ
Cơ quan: Trường Đại học Mỏ
Ngày ký: 14-08-2023 16:05:22 +07:00
BỘ GIÁO DỤC VÀ ĐÀO TẠO    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRƯỜNG ĐẠI HỌC MỎ    Độc lập - Tự do - Hạnh phúc
Số: 12/QĐ-ĐHM    Hà Nội, ngày 14 tháng 8 năm 2023
QUYẾT ĐỊNH
Về việc ban hành chương trình đào tạo
Điều 1. Ban hành.
"""


def test_an_electronic_signature_over_the_head() -> None:
    (row,) = rows("documents", _read(SIGNED))
    assert (row["issuer"], row["issued_at"]) == ("TRƯỜNG ĐẠI HỌC MỎ", "Hà Nội")


def test_the_name_of_the_kind_in_english_is_no_title() -> None:
    made = _read(
        "TRƯỜNG ĐẠI HỌC MỎ\nĐỀ CƯƠNG CHI TIẾT HỌC PHẦN\n(Syllabus)\n1. Tên học phần: Địa tầng học\n2. Số tín chỉ: 3"
    )
    assert _of(rows("documents", made), "title") == [("Địa tầng học",)]


def test_objectives_in_groups_under_their_heading() -> None:
    made = _syllabus(
        "3. Mục tiêu của môn học",
        "3.1. Kiến thức",
        "- Trình bày được nguồn gốc của các loại đá.",
        "3.2. Kỹ năng",
        "- Đọc được bản đồ địa chất tỉ lệ lớn.",
        "4. Học liệu",
    )
    assert _of(rows("outcomes", made), "kind", "text") == [
        ("objective", "Trình bày được nguồn gốc của các loại đá."),
        ("objective", "Đọc được bản đồ địa chất tỉ lệ lớn."),
    ]


def test_the_level_behind_an_outcome_is_none_of_its_words() -> None:
    made = _programme("Chuẩn đầu ra (PLO)", "- PLO 1. Đọc được bản đồ địa chất (TĐNL 3.0);")
    assert _of(rows("outcomes", made), "code", "text") == [("PLO 1", "Đọc được bản đồ địa chất;")]


def test_a_choice_within_a_deep_part_keeps_the_part() -> None:
    wide = [("3.1.2. KHỐI KIẾN THỨC CƠ SỞ NGÀNH (7 tín chỉ)", 1, 4)]
    made = _programme([HEAD, wide, [("Phần tự chọn: 2/4 tín chỉ", 1, 4)], ["1", "GEO131", "Thạch học", "2"]])
    assert _of(rows("courses", made), "cycle", "component") == [("KHỐI KIẾN THỨC CƠ SỞ NGÀNH", "Phần tự chọn")]


def test_a_matrix_with_the_courses_outcomes_over_its_columns() -> None:
    stated = [["CLO1", "Mô tả được các loại đá thường gặp"], ["CLO2", "Phân tích được mẫu khoáng vật đơn giản"]]
    matrix = [["PLO", "CLO1", "CLO2"], ["PLO3", "H", ""], ["PLO5", "", "L"]]
    made = _syllabus("Chuẩn đầu ra của học phần", stated, "Ma trận", matrix)
    assert set(_of(rows("outcome_links", made), "source_code", "target_code", "level")) == {
        ("CLO1", "PLO3", "H"),
        ("CLO2", "PLO5", "L"),
    }


def test_blanks_of_a_card_stay_blank() -> None:
    made = document(
        "ĐỀ CƯƠNG HỌC PHẦN",
        [
            ["Tên học phần", "Địa mạo", "Mã học phần", "GEO202"],
            ["Môn học tiên quyết", "Nhập môn (GEO100)", "Số tín chỉ", ""],
            ["Số tiết", "… tiết", "Học kỳ", ""],
        ],
    )
    assert rows("courses", made) == [{"name": "Địa mạo", "code": "GEO202"}]
    assert _of(rows("course_relations", made), "code") == [("GEO100",)]
    assert rows("workloads", made) == []
