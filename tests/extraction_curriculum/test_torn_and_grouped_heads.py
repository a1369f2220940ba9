"""Heads that a page's end tore, aims in columns of groups, what names several programmes, years of title pages."""

from tests.extraction_curriculum.paper import document, only, programme, reading, rows, syllabus

HEAD = [["TT", "Tên môn", "Mã số", "Số tín chỉ", "Số tiết", "Mã số"]]
REST = [
    ["", "học/học phần", "", "", "LT", "BT", "TH", "môn học tiên quyết"],
    ["1", "Địa chất", "GEOL 701", "3", "30", "15", "0", ""],
    ["2", "Thạch học", "GEOL 702", "4", "40", "10", "10", "GEOL 701"],
]


def test_a_head_that_the_end_of_a_page_tore_heads_the_table_on_the_next() -> None:
    made = programme("Khung chương trình", HEAD, REST)
    assert only(rows("courses", made), "code", "name", "credits") == [
        ("GEOL 701", "Địa chất", 3), ("GEOL 702", "Thạch học", 4),
    ]  # fmt: skip
    assert only(rows("course_relations", made), "course_code", "code") == [("GEOL 702", "GEOL 701")]
    hours = [row for row in only(rows("workloads", made), "course_code", "activity", "hours") if row[0] == "GEOL 702"]
    assert hours == [("GEOL 702", "lecture", 40), ("GEOL 702", "practice", 10), ("GEOL 702", "practice", 10)]


def test_a_short_table_above_another_is_no_torn_head() -> None:
    parts = [["TT", "Khối kiến thức", "Số tín chỉ"]]
    made = programme("Khung chương trình", parts, "Danh mục học phần", [*REST[:0], *REST])
    assert not [row for row in rows("courses", made) if row.get("name") == "Khối kiến thức"]


def test_aims_in_columns_of_their_groups_are_objectives() -> None:
    table = [
        ["Kiến thức", "Kỹ năng", "Thái độ"],
        [
            "- Nêu được nguồn gốc đá.\n- Kể được mười khoáng vật.",
            "- Đọc được bản đồ địa chất.",
            "- Cẩn thận khi đo đạc.",
        ],
    ]
    assert only(rows("outcomes", syllabus("IV. Mục tiêu của học phần", table)), "kind", "text") == [
        ("objective", "Nêu được nguồn gốc đá."),
        ("objective", "Kể được mười khoáng vật."),
        ("objective", "Đọc được bản đồ địa chất."),
        ("objective", "Cẩn thận khi đo đạc."),
    ]


def test_a_course_for_several_branches_names_no_programme_of_its_own() -> None:
    made = document(
        "ĐỀ CƯƠNG HỌC PHẦN", "TRẮC ĐỊA", "(Dùng cho các ngành: Địa chất, Bản đồ)", [["Mã học phần", "TD01"]]
    )
    assert not rows("programmes", made)
    assert only(rows("documents", made), "title") == [("TRẮC ĐỊA",)]


def test_the_last_line_of_a_title_page_dates_the_paper() -> None:
    printed = (
        "TRƯỜNG ĐẠI HỌC MỎ\nCHƯƠNG TRÌNH ĐÀO TẠO\nNGÀNH: ĐỊA CHẤT HỌC\nMÃ NGÀNH: 7440201\nThành phố Lào Cai, năm 2023\n"
    )
    (row,) = rows("documents", reading(printed + "1. Mục tiêu\nĐào tạo cử nhân địa chất.\n"))
    assert (row.get("issued_on"), row.get("issued_at")) == ("2023", "Thành phố Lào Cai")


def test_the_school_year_below_the_kind_is_no_title() -> None:
    made = document("ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN", "NĂM HỌC 2022-2023", "THẠCH HỌC", [["Mã học phần", "TH01"]])
    assert only(rows("documents", made), "title") == [("THẠCH HỌC",)]


def test_classes_over_the_net_are_hours_of_their_plan() -> None:
    table = [["Nội dung", "LT", "Online", "Tự học"], ["Khoáng vật", "3", "1", "8"], ["Đá magma", "6", "2", "16"]]
    found = only(rows("topics", syllabus("4. Nội dung học phần", table)), "activity", "title", "hours")
    assert [row for row in found if row[1] == "Đá magma"] == [
        ("lecture", "Đá magma", 6), ("lecture", "Đá magma", 2), ("self_study", "Đá magma", 16),
    ]  # fmt: skip
