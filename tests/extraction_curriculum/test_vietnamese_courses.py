"""Lists of courses in Vietnamese programmes: parts, choices, components, relations, codes."""

from extractors.curriculum import figures
from extractors.curriculum.cards.own import own
from extractors.curriculum.grids import grids
from extractors.curriculum.heads import headed
from tests.extraction_curriculum.paper import HEAD, document, only, programme, rows, syllabus


def test_parts_by_roman_numbers_in_the_column_of_codes() -> None:
    made = programme(
        [
            ["Mã MH/MĐ", "Tên môn học, mô đun", "Số tín chỉ"],
            ["I", "Các môn học chung", "5"],
            ["MH 01", "Pháp luật", "2"],
            ["II.1", "Môn học, mô đun cơ sở", "3"],
            ["MĐ 02", "Trắc địa", "3"],
        ]
    )
    assert only(rows("courses", made), "code", "cycle") == [
        ("MH 01", "Các môn học chung"),
        ("MĐ 02", "Môn học, mô đun cơ sở"),
    ]


def test_numbered_parts_under_a_lettered_one() -> None:
    made = programme(
        [
            HEAD,
            ["A", ("KIẾN THỨC ĐẠI CƯƠNG", 1, 2), "4"],
            ["I", ("Các học phần bắt buộc", 1, 2), "2"],
            ["1", "GEO111", "Hóa học", "2"],
            ["II", ("Các học phần tự chọn", 1, 2), "2"],
            ["2", "GEO112", "Sinh học", "2"],
        ]
    )
    assert only(rows("courses", made), "code", "cycle", "component") == [
        ("GEO111", "KIẾN THỨC ĐẠI CƯƠNG", "Các học phần bắt buộc"),
        ("GEO112", "KIẾN THỨC ĐẠI CƯƠNG", "Các học phần tự chọn"),
    ]


def test_a_part_named_above_its_table() -> None:
    made = programme("4.2. Kiến thức cơ sở ngành: 30 tín chỉ", [HEAD, ["1", "GEO121", "Địa tầng", "3"]])
    assert only(rows("courses", made), "code", "cycle") == [("GEO121", "Kiến thức cơ sở ngành")]


def test_a_summary_of_parts_lists_no_courses() -> None:
    made = programme(
        [["STT", "Khối kiến thức", "Số tín chỉ"], ["1", "Giáo dục đại cương", "40"], ["2", "Cơ sở ngành", "30"]]
    )
    assert rows("courses", made) == []


def test_ticked_components_and_numbers_as_codes() -> None:
    made = programme(
        [
            [*HEAD, "HP bắt buộc", "HP tự chọn", "HP học trước"],
            ["1", "001203", "Giải tích 2", "3", "x", "", "001202"],
            ["2", "005107", "Cơ lý thuyết", "2", "", "x", "005105, 005106"],
        ]
    )
    assert only(rows("courses", made), "code", "component") == [("001203", "Bắt buộc"), ("005107", "Tự chọn")]
    assert only(rows("course_relations", made), "course_code", "code") == [
        ("001203", "001202"),
        ("005107", "005105"),
        ("005107", "005106"),
    ]


def test_a_course_named_by_an_abbreviation_heads_no_part() -> None:
    made = programme([HEAD, ["1", "GEO114", "Thạch học", "2"], ["2", "GEO115", "GIS/GPS/RS", "3"]])
    assert only(rows("courses", made), "code", "name") == [("GEO114", "Thạch học"), ("GEO115", "GIS/GPS/RS")]


def test_relations_told_within_one_value() -> None:
    made = syllabus([["Điều kiện tham gia", "Tiên quyết: không — Học trước: (GEO100) Nhập môn — Song hành: không"]])
    assert only(rows("course_relations", made), "relation", "name", "code") == [("prerequisite", "Nhập môn", "GEO100")]


def test_a_choice_within_a_deep_part_keeps_the_part() -> None:
    wide = [("3.1.2. KHỐI KIẾN THỨC CƠ SỞ NGÀNH (7 tín chỉ)", 1, 4)]
    made = programme([HEAD, wide, [("Phần tự chọn: 2/4 tín chỉ", 1, 4)], ["1", "GEO131", "Thạch học", "2"]])
    assert only(rows("courses", made), "cycle", "component") == [("KHỐI KIẾN THỨC CƠ SỞ NGÀNH", "Phần tự chọn")]


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
    assert set(only(rows("workloads", made), "activity", "hours")) == {
        ("total", 75),
        ("lecture", 45),
        ("practice", 30),
    }


def test_credits_before_their_parts_in_one_line() -> None:
    assert figures.credits("4 Lý thuyết: 3 Thực hành: 1") == 4
    assert figures.credits("4 nhóm tự chọn") is None
    assert figures.credits("4 (Lý thuyết: 40; Tự học: 80)") == 4


def test_relations_in_a_table_and_by_letters() -> None:
    tabled = syllabus(
        "2. Môn học điều kiện",
        [
            ["STT", "Môn học điều kiện", "Mã môn học"],
            ["1", "Môn tiên quyết\nKhông có", ""],
            ["2", "Môn học song hành\nHóa học", "HOA102"],
        ],
    )
    assert only(rows("course_relations", tabled), "relation", "name", "code") == [("corequisite", "Hóa học", "HOA102")]
    lettered = syllabus(
        "c. Môn học trước (A), môn tiên quyết (B), song hành (C)", "Hóa học - 2107002 (C)", "d. Yêu cầu khác: Không"
    )
    assert only(rows("course_relations", lettered), "relation", "name", "code") == [
        ("corequisite", "Hóa học", "2107002")
    ]


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
    assert only(rows("course_relations", made), "course_code", "code") == [
        ("DC102", "DC101"),
        ("DC103", "DC101"),
        ("DC103", "DC102"),
    ]


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
    assert only(rows("programmes", made), "code", "name", "level") == [("8440201", "Địa chất học", "master")]
    parts = only(rows("courses", made), "code", "cycle", "component")
    assert parts[2] == ("DIAC509", "Thực địa và đề án", None)
    assert parts[0][2] == "Tự chọn"


def test_codes_with_a_point_or_letters_behind() -> None:
    made = syllabus("Học phần học trước: Kỹ thuật số (DKH02.2); Giải tích (MA001IU)")
    assert only(rows("course_relations", made), "name", "code") == [
        ("Kỹ thuật số", "DKH02.2"),
        ("Giải tích", "MA001IU"),
    ]


def test_credits_of_electives_in_one_merged_cell_and_conditions_that_are_no_courses() -> None:
    head = [*HEAD, "Bắt buộc", "Tự chọn", "Học phần tiên quyết"]
    made = programme(
        [
            head,
            ["1", "GEO101", "Địa chất đại cương", "3", "3", "", ""],
            ["2", "GEO102", "Khoáng vật học", "2", "", ("2", 2, 1), "GEO101"],
            ["3", "GEO103", "Bản đồ học", "2", "", "GEO101"],
            ["4", "GEO499", "Khóa luận tốt nghiệp", "9", "9", "", "≥ 95 TC"],
        ]
    )
    assert only(rows("courses", made), "code", "component") == [
        ("GEO101", "Bắt buộc"),
        ("GEO102", "Tự chọn"),
        ("GEO103", "Tự chọn"),
        ("GEO499", "Bắt buộc"),
    ]
    assert only(rows("course_relations", made), "course_code", "code") == [("GEO102", "GEO101"), ("GEO103", "GEO101")]


def test_a_matrix_lists_the_courses_that_no_other_table_lists() -> None:
    made = programme(
        [
            [*HEAD, "PLO1", "PLO2", "PLO3"],
            ["1", "GEO101", "Địa chất đại cương", "3", "H", "", "L"],
            ["2", "GEO102", "Khoáng vật học", "2", "", "M", ""],
        ]
    )
    assert only(rows("courses", made), "code", "credits") == [("GEO101", 3), ("GEO102", 2)]


def test_heads_in_two_languages_without_a_mark_between_and_a_semester_said_twice() -> None:
    made = document(
        "CHƯƠNG TRÌNH ĐÀO TẠO",
        "NGÀNH ĐỊA CHẤT HỌC (GEOLOGY) - MÃ NGÀNH: 7440201",
        [
            [("Mã HP Code", 2, 1), ("Tên học phần Course title", 2, 1), ("Số TC Credits", 2, 1)]
            + [("Học kỳ Semester", 2, 1), ("Phân bổ số tín chỉ theo học kỳ", 1, 2)],
            ["1", "2"],
            ["GEO101", "Địa chất đại cương", "3", "II", "3", ""],
            ["GEO102", "Khoáng vật học", "2", "II", "", "2"],
        ],
        kind="programme",
    )
    assert only(rows("courses", made), "code", "semester") == [("GEO101", 2), ("GEO102", 2)]
    assert only(rows("programmes", made), "code", "name", "name_en") == [("7440201", "ĐỊA CHẤT HỌC", "GEOLOGY")]


def test_descriptions_beside_names_with_their_codes() -> None:
    words = "Học phần giới thiệu các khoáng vật tạo đá và cách nhận ra chúng."
    made = programme(
        [HEAD, ["1", "GEO102", "Khoáng vật học", "2"], ["2", "GEO103", "Bản đồ học", "2"]],
        [["TT", "Học phần", "Mô tả tóm tắt nội dung học phần"], ["1", "Khoáng vật học (GEO102)", words]],
    )
    assert only(rows("courses", made), "code", "description") == [("GEO102", words), ("GEO103", None)]


def test_semesters_that_begin_again_in_every_year() -> None:
    made = programme(
        [
            [("Mã HP", 3, 1), ("Tên học phần", 3, 1), ("Số TC", 3, 1), ("Phân bổ theo năm học", 1, 4)],
            [("Năm thứ nhất", 1, 2), ("Năm thứ hai", 1, 2)],
            ["HK 1", "HK 2", "HK 1", "HK 2"],
            [("Các học phần ngành", 1, 2), "5", "", "", "", ""],
            ["GEO101", "Địa chất đại cương", "3", "", "x", "", ""],
            ["GEO102", "Khoáng vật học", "2", "", "", "x", ""],
        ]
    )
    assert only(rows("courses", made), "code", "semester", "cycle") == [
        ("GEO101", 2, "Các học phần ngành"),
        ("GEO102", 3, "Các học phần ngành"),
    ]


def test_credits_and_hours_in_one_cell_and_a_matrix_below_the_list() -> None:
    made = programme(
        [
            ["Mã học phần", "Tên học phần", "Số tín chỉ/số tiết", "Học kỳ"],
            ["GEO101", "Địa chất đại cương", "3/54", "1"],
            ["GEO102", "Thực tập khoáng vật", "2/90", "2"],
        ],
        [["Học phần", "PI1.1", "PI1.2", "PI2.1"], ["GEO101", "2", "3", ""]],
    )
    assert only(rows("courses", made), "code", "credits") == [("GEO101", 3), ("GEO102", 2)]
    assert only(rows("workloads", made), "course_code", "activity", "hours") == [
        ("GEO101", "total", 54),
        ("GEO102", "total", 90),
    ]


def test_numbered_parts_over_codes_and_names_and_a_thesis() -> None:
    made = programme(
        [
            ["TT", "Mã HP", "Tên học phần", "Số TC"],
            ["1", ("Chuyên đề", 1, 2), "3"],
            ["1.1", "CD11", "Trầm tích luận", "3"],
            ["2", ("Luận án", 1, 2), "70"],
            ["2.1", "LA11", "Luận án tiến sĩ", "70"],
        ]
    )
    assert only(rows("courses", made), "code", "credits", "cycle") == [
        ("CD11", 3, "Chuyên đề"),
        ("LA11", 70, "Luận án"),
    ]


def test_a_cell_under_several_heads_begins_a_part_of_the_list() -> None:
    made = programme(
        "6.3. Kiến thức chuyên ngành (5 tín chỉ)",
        [
            ["TT", "Mã HP", "Tên học phần", "Số TC", "LT", "TH"],
            ["", ("Học phần bắt buộc (3 tín chỉ)", 1, 5)],
            ["1", "DC301", "Địa mạo", "3", "45", "0"],
            ["", ("Học phần tự chọn (chọn 2 trong 4 tín chỉ)", 1, 5)],
            ["2", "DC311", "Cổ sinh", "2", "30", "0"],
            ["3", "DC312", "Viễn thám", "2", "30", "0"],
        ],
    )
    assert only(rows("courses", made), "code", "component") == [
        ("DC301", "Học phần bắt buộc"),
        ("DC311", "Học phần tự chọn"),
        ("DC312", "Học phần tự chọn"),
    ]


def test_practice_and_theses_are_a_part_of_a_programme() -> None:
    made = programme(
        "6.4. Thực tập và đồ án tốt nghiệp (8 tín chỉ)",
        [["Mã HP", "Tên học phần", "Số TC"], ["DC401", "Thực tập", "3"], ["DC402", "Đồ án", "5"]],
    )
    assert {row.get("cycle") for row in rows("courses", made)} == {"Thực tập và đồ án tốt nghiệp"}


def test_the_small_letter_of_a_code_stays_with_it() -> None:
    made = syllabus([["Học phần tiên quyết", "WED201c, SWE102"]])
    assert only(rows("course_relations", made), "code") == [("WED201c",), ("SWE102",)]
