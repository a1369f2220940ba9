"""Sources of Vietnamese syllabi: sections, letters, languages, tables of works."""

from tests.extraction_curriculum.paper import document, only, rows, syllabus


def test_a_table_of_works_is_a_list_of_sources() -> None:
    made = syllabus(
        "Giáo trình, tài liệu tham khảo",
        [
            ["TT", "Tên giáo trình, tài liệu", "Tác giả", "Nhà xuất bản", "Năm xuất bản"],
            ["1", "Địa chất cấu tạo", "Lê An", "Nxb Giáo dục", "2010"],
        ],
    )
    assert only(rows("bibliography", made), "number", "text") == [("1", "Địa chất cấu tạo, Lê An, Nxb Giáo dục, 2010")]


def test_the_next_section_is_no_source() -> None:
    made = syllabus(
        "7. Tài liệu học tập",
        "[1]. Lê An, Địa chất cấu tạo, Nxb Giáo dục, 2010.",
        "[2]. Trần Bình, Khoáng vật học, Nxb Giáo dục, 2012.",
        "8. Trang thiết bị của phòng học",
        "Máy chiếu và mẫu đá.",
    )
    assert only(rows("bibliography", made), "number", "text") == [
        ("1", "Lê An, Địa chất cấu tạo, Nxb Giáo dục, 2010."),
        ("2", "Trần Bình, Khoáng vật học, Nxb Giáo dục, 2012."),
    ]


def test_letters_before_headings_of_sources() -> None:
    made = syllabus(
        "5. Học liệu",
        "a. Giáo trình",
        "[1] Lê Văn Cát (2015), Khoáng vật học, NXB Xây dựng.",
        "b) Tài liệu tham khảo",
        "[2] Trần Thị Sỏi (2018), Đá trầm tích, NXB Lao động.",
    )
    assert only(rows("bibliography", made), "section", "number") == [("main", "1"), ("additional", "2")]


def test_sources_that_are_numbered_by_letters() -> None:
    made = syllabus("12. Tài liệu học tập", "TL1. Lê Văn Cát (2015), Khoáng vật học.", "[TL2] Trần Sỏi, Đá trầm tích.")
    assert only(rows("bibliography", made), "number", "text") == [
        ("TL1", "Lê Văn Cát (2015), Khoáng vật học."),
        ("TL2", "Trần Sỏi, Đá trầm tích."),
    ]


def test_sources_parted_by_language() -> None:
    made = syllabus(
        "8. Tài liệu học tập",
        "Tiếng Việt",
        "1. Lê Văn Cát (2015), Cơ học đá, NXB Xây dựng.",
        "Tài liệu tiếng Anh:",
        "2. Brady B. (2004), Rock Mechanics, Springer.",
    )
    assert only(rows("bibliography", made), "number", "text") == [
        ("1", "Lê Văn Cát (2015), Cơ học đá, NXB Xây dựng."),
        ("2", "Brady B. (2004), Rock Mechanics, Springer."),
    ]


def test_a_column_of_kinds_tells_the_section_of_a_source() -> None:
    made = syllabus(
        "VI. Tài liệu học tập",
        [
            ["TT", "Tên tài liệu", "Loại tài liệu"],
            ["1", "Lê Văn Cát, Cơ học đất, NXB Xây dựng, 2012", "Giáo trình chính"],
            ["2", "Trần Sỏi, Bài tập cơ học đất, NXB Lao động, 2014", "Tài liệu tham khảo"],
        ],
        "Hà Nội, ngày 15 tháng 9 năm 2020",
    )
    assert only(rows("bibliography", made), "section", "number") == [("main", "1"), ("additional", "2")]


def test_a_table_of_textbooks_lists_works_outside_syllabi() -> None:
    table = [
        ["TT", "Môn", "Tên sách", "Tên tác giả", "Nhà xuất bản"],
        ["1", "Toán", "Toán 8", "Lê Văn Ba", "Sao Mai"],
        ["2", "- Lịch sử", "- Lịch sử 8", "- Trần Thị Tư", "- Sao Mai"],
    ]
    found = rows("bibliography", document("DANH MỤC", table, kind="notice"))
    assert only(found, "number", "text") == [
        ("1", "Toán, Toán 8, Lê Văn Ba, Sao Mai"),
        ("2", "Lịch sử, Lịch sử 8, Trần Thị Tư, Sao Mai"),
    ]
    assert not rows("bibliography", document("DANH MỤC", table, kind="programme"))


def test_sources_whose_numbers_lost_their_figures_stand_apart() -> None:
    made = syllabus("Tài liệu học tập", "[ ] Lê An, Đá và khoáng vật, NXB Mỏ.", "[ ] Trần Bá, Địa tầng học, NXB Mỏ.")
    assert only(rows("bibliography", made), "number", "text") == [
        (None, "Lê An, Đá và khoáng vật, NXB Mỏ."),
        (None, "Trần Bá, Địa tầng học, NXB Mỏ."),
    ]


def test_sources_that_bear_letters_in_brackets() -> None:
    made = syllabus("9. Tài liệu học tập", "[GT1] Lê Văn Cát (2015), Khoáng vật học.", "[VB2] Luật Địa chất năm 2024.")
    assert only(rows("bibliography", made), "number", "text") == [
        ("GT1", "Lê Văn Cát (2015), Khoáng vật học."),
        ("VB2", "Luật Địa chất năm 2024."),
    ]
