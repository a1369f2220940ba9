"""Cards and title blocks of Vietnamese syllabi and programmes: labels, hours, names, modules, blanks."""

import pytest

from extractors.curriculum.cards.labelled import is_name
from extractors.curriculum.cards.naming import without_english
from extractors.curriculum.cards.own import titled
from extractors.curriculum.hours.parted import counted, parted, whole_before
from extractors.recognising import recognise
from tests.extraction_curriculum.paper import document, only, reading, rows, syllabus


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
    assert [(kind, hours) for kind, hours, _ in counted("30 tiết lý thuyết, 15 tiết thực hành và 90 tiết tự học")] == [
        ("lecture", 30),
        ("practice", 15),
        ("self_study", 90),
    ]
    assert list(counted("vắng quá 3 tiết lý thuyết")) == []


def test_the_whole_before_its_parts() -> None:
    assert whole_before("135 tiết: lý thuyết 45; tự học 90") == 135
    assert whole_before("135 tiết") is None


def test_hours_of_a_card_with_numbered_rows() -> None:
    made = syllabus([["2.5", "Phân phối thời gian", "75 tiết — Lý thuyết: 30; Thực hành: 15; Tự học: 30"]])
    told = set(only(rows("workloads", made), "course_code", "activity", "hours"))
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
    assert only(rows("courses", made), *columns) == [("GEO202", "Địa mạo", 3, 4, "Cơ sở ngành", "Bắt buộc")]


def test_a_card_of_a_programme_with_a_column_of_numbers() -> None:
    card = [
        ["1", "Tên ngành đào tạo", "Địa chất học"],
        ["2", "Trình độ đào tạo", "Đại học"],
        ["3", "Thời gian đào tạo", "4 năm"],
    ]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", card, kind="programme")
    assert only(rows("programmes", made), "name", "level", "duration_years") == [("Địa chất học", "bachelor", 4)]


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
    (row,) = rows("documents", reading(SIGNED))
    assert (row["issuer"], row["issued_at"]) == ("TRƯỜNG ĐẠI HỌC MỎ", "Hà Nội")


def test_the_name_of_the_kind_in_english_is_no_title() -> None:
    made = reading(
        "TRƯỜNG ĐẠI HỌC MỎ\nĐỀ CƯƠNG CHI TIẾT HỌC PHẦN\n(Syllabus)\n1. Tên học phần: Địa tầng học\n2. Số tín chỉ: 3"
    )
    assert only(rows("documents", made), "title") == [("Địa tầng học",)]


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
    assert only(rows("course_relations", made), "code") == [("GEO100",)]
    assert rows("workloads", made) == []


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
    assert only(rows("courses", made), "code", "name") == [("MĐ 08", "Khoan thăm dò")]
    told = set(only(rows("workloads", made), "activity", "hours"))
    assert told == {("total", 60), ("lecture", 20), ("practice", 36), ("exam", 4)}
    assert only(rows("outcomes", made), "kind", "text") == [
        ("objective", "Vận hành được máy khoan tay đúng quy trình;")
    ]


@pytest.mark.parametrize("line", ["CHƯƠNG TRÌNH CHI TIẾT HỌC PHẦN", "Chương trình mô đun", "BẢN MÔ TẢ HỌC PHẦN"])
def test_names_of_syllabi(line: str) -> None:
    made = document("TRƯỜNG CAO ĐẲNG MỎ", line, "Mã học phần: KT05", kind="other")
    assert recognise(made.text).kind == "syllabus"


def test_a_programme_called_by_its_kind() -> None:
    made = document(
        "CHƯƠNG TRÌNH ĐÀO TẠO",
        [["Tên chương trình", "Chương trình giáo dục đại học ngành Địa chất học"], ["Mã ngành", "7440201"]],
        kind="programme",
    )
    assert only(rows("programmes", made), "name", "code") == [("Địa chất học", "7440201")]


def test_labels_behind_a_value_without_a_mark() -> None:
    made = document(
        "ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN", "Tên học phần: Cơ học đá Loại học phần: Bắt buộc", "Mã học phần: …… Số TC: 3"
    )
    assert only(rows("courses", made), "name", "component", "credits", "code") == [("Cơ học đá", "Bắt buộc", 3, None)]


def test_a_description_ends_where_offices_sign() -> None:
    from extractors.curriculum.courses.described import _CLOSED

    signed = "Trình bày cách đo vẽ. TRƯỞNG KHOA HIỆU TRƯỞNG TS. Lê Cát"
    assert _CLOSED.pattern.split(signed)[0] == "Trình bày cách đo vẽ."


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
    assert only(rows("courses", made), "code", "name") == [("CE012IU", "Cơ học đất")]
    assert only(rows("topics", made), "week", "title") == [("1-2", "Tính chất vật lý của đất"), ("3", "Dòng thấm")]
    assert [row["weight_percent"] for row in rows("assessments", made)] == [40, 60]


def test_letters_before_all_labels_of_a_syllabus() -> None:
    made = syllabus(
        [["a. Số tín chỉ: 2 TC", "Đồ án: "]],
        "c. Phân bổ thời gian:",
        "- Tổng số (TS): 32 tiết. - Lý thuyết (LT): 24 tiết.",
        "- Bài tập (BT): 6 tiết. - Kiểm tra (KT): 2 tiết.",
        "d. Điều kiện đăng ký học phần:",
        "Học phần học trước: Hóa học (11207); Vật lý (11203).",
        "e. Mục đích, yêu cầu của học phần:",
        "f. Mô tả nội dung học phần:",
        "Học phần trình bày cấu tạo của vỏ Trái Đất và các quá trình tạo nên đá và khoáng vật.",
        "k. Giáo trình:",
        "1. Lê An, Địa chất đại cương, Nxb Giáo dục, 2011.",
        "m. Ngày phê duyệt:",
    )
    assert set(only(rows("workloads", made), "activity", "hours")) == {
        *(("total", 32), ("lecture", 24), ("practice", 6), ("exam", 2)),
    }
    assert only(rows("course_relations", made), "name", "code") == [("Hóa học", "11207"), ("Vật lý", "11203")]
    assert only(rows("courses", made), "description")[0][0].startswith("Học phần trình bày")
    assert only(rows("bibliography", made), "text") == [("Lê An, Địa chất đại cương, Nxb Giáo dục, 2011.",)]


def test_the_english_of_a_label_below_it_is_no_value() -> None:
    card = [["Học phần tiên quyết\n(Prerequisites)", "Khoáng vật học (DC1003)"]]
    found = rows("course_relations", syllabus(card))
    assert only(found, "name", "code") == [("Khoáng vật học", "DC1003")]


def test_whether_a_course_is_required_is_not_its_name() -> None:
    lines = "ĐỀ CƯƠNG MÔN HỌC\nĐỊA CHẤT BIỂN\n- Mã môn học: DCB3208\n- Số tín chỉ: 3\n- Môn học: Tự chọn"
    assert only(rows("courses", document(lines)), "name", "component") == [("ĐỊA CHẤT BIỂN", "Tự chọn")]


def test_a_label_that_begins_with_the_word_faculty_names_none() -> None:
    card = [["Tên ngành", "Địa chất học"], ["Mã ngành", "7440201"], ["Khoa phụ trách", "Khoa Trái Đất"]]
    found = rows("programmes", document("BẢN MÔ TẢ CHƯƠNG TRÌNH ĐÀO TẠO", card, kind="programme"))
    assert only(found, "faculty") == [("Khoa Trái Đất",)]


@pytest.mark.parametrize(("told", "semester"), [("năm thứ ba, học kỳ 5", 5), ("năm thứ ba, có 5 nhóm", None)])
def test_the_semester_behind_the_year_of_those_who_study(told: str, semester: int | None) -> None:
    (row,) = rows("courses", syllabus("Mã học phần: TD3107", f"Đối tượng: Sinh viên ngành Trắc địa, {told}"))
    assert row.get("semester") == semester


def test_a_unit_on_two_lines() -> None:
    made = syllabus(
        "- Tên học phần: Cây công nghiệp",
        "- Mã số học phần: NH301",
        "- Khoa phụ trách học phần: Bộ môn Cây trồng, Khoa",
        "Nông học",
        "- Ngành đào tạo: Trồng trọt",
    )
    assert only(rows("programmes", made), "name", "faculty") == [("Trồng trọt", "Khoa Nông học")]


def test_what_is_told_in_another_place_is_no_name() -> None:
    assert not is_name("Phụ lục 1 – Phụ lục 3")
    assert is_name("Phục hồi chức năng")


def test_the_dash_of_the_next_label_is_no_part_of_a_value() -> None:
    (course,) = rows("courses", syllabus("Tên học phần: Nghề gốm", "- Loại học phần: Bắt buộc - Học kỳ: 5"))
    assert (course["component"], course["semester"]) == ("Bắt buộc", 5)
