"""Layouts of syllabi and programmes that differ from school to school: hours, matrices, shares, names, short forms."""

from extractors.curriculum.grids import grids
from tests.extraction_curriculum.paper import document, only, programme, reading, rows, syllabus


def test_two_kinds_of_class_stand_side_by_side_in_a_week() -> None:
    made = syllabus(
        "8. Lịch trình",
        [
            ["Tuần", "Nội dung lý thuyết", "Nội dung thực hành"],
            ["1", "Mạch vòng kín", ""],
            ["2", "Bộ lọc thông thấp", "Đo bộ lọc trên bo mạch"],
        ],
    )
    assert only(rows("topics", made), "week", "activity", "title") == [
        ("1", "lecture", "Mạch vòng kín"),
        ("2", "lecture", "Bộ lọc thông thấp"),
        ("2", "practice", "Đo bộ lọc trên bo mạch"),
    ]


def test_hours_of_classes_of_any_kind_without_a_mark() -> None:
    made = syllabus("+ Số giờ trên lớp: 55", "+ Số giờ tự học 145")
    assert only(rows("workloads", made), "activity", "hours") == [("lecture", 55), ("self_study", 145)]


def test_a_label_of_one_activity_is_no_whole() -> None:
    made = syllabus("4. Phân bổ thời gian: Lý thuyết: 26 tiết; Bài tập: 13 tiết; Tự học: 95 giờ")
    assert only(rows("workloads", made), "activity", "hours") == [("lecture", 26), ("practice", 13), ("self_study", 95)]


def test_columns_of_hours_are_told_by_their_sums() -> None:
    made = syllabus(
        "2. Số tiết: Tổng số: 48; trong đó: LT: 29; BT: 19",
        "8. Nội dung chi tiết",
        [
            [("STT", 2, 1), ("Nội dung", 2, 1), ("Số tiết", 1, 2)],
            ["tự", "SE"],
            ["1", "Chương 1. Đập đất đá", "14", "6"],
            ["2", "Chương 2. Cống ngầm", "15", "13"],
            ["", "Tổng cộng", "29", "19"],
        ],
    )
    assert only(rows("topics", made), "activity", "hours") == [
        ("lecture", 14),
        ("practice", 6),
        ("lecture", 15),
        ("practice", 13),
    ]


def test_the_first_week_of_many_is_not_the_course() -> None:
    made = syllabus(
        "6. Lịch trình chung",
        [
            ["Tuần", "Vấn đề", "LT", "Seminar", "TNC"],
            ["1", "1", "3", "1", "2"],
            ["2", "2", "3", "4", "2"],
            ["Tổng", "", "6", "5", "4"],
        ],
    )
    assert only(rows("workloads", made), "activity", "hours") == [("lecture", 6), ("seminar", 5), ("self_study", 4)]


def test_numbers_under_a_series_are_rows_of_a_matrix() -> None:
    made = syllabus(
        "4. Chuẩn đầu ra của học phần",
        [
            ["CLOs", "Chuẩn đầu ra của học phần"],
            ["1", "Ước lượng được nhu cầu nước tưới của vùng"],
            ["2", "Vận hành được trạm bơm cỡ nhỏ an toàn"],
        ],
        "Ma trận tích hợp",
        [["CLOs", "PLO2", "PLO6"], ["1", "S", ""], ["2", "", "H"]],
    )
    assert only(rows("outcome_links", made), "source_code", "target_code", "level") == [
        ("CLO1", "PLO2", "S"),
        ("CLO2", "PLO6", "H"),
    ]


def test_shares_of_groups_before_the_names_of_works() -> None:
    made = syllabus(
        "3. Đánh giá",
        [
            ["Thành phần đánh giá", "Trọng số thành phần", "Bài đánh giá", "Trọng số bài"],
            [("B1. Quá trình", 2, 1), ("35%", 2, 1), "B1.1. Vở thực địa", "20%"],
            ["B1.2. Phỏng vấn", "15%"],
            ["B2. Cuối kỳ", "65%", "B2.1. Tiểu luận", "65%"],
        ],
    )
    assert only(rows("assessments", made), "title", "weight_percent") == [
        ("B1.1. Vở thực địa", 20),
        ("B1.2. Phỏng vấn", 15),
        ("B2.1. Tiểu luận", 65),
    ]


def test_hours_behind_the_credits_of_a_list() -> None:
    made = programme(
        [
            ["TT", "Mã HP", "Tên học phần", "Số TC (LT - BT - TH)"],
            ["1", "GEO205", "Trắc địa đại cương", "3 (31-14-0)"],
            ["2", "GEO316", "Thực tập bản đồ", "2 (0-0-64)"],
        ]
    )
    assert only(rows("workloads", made), "course_code", "activity", "hours") == [
        ("GEO205", "lecture", 31),
        ("GEO205", "practice", 14),
        ("GEO316", "practice", 64),
    ]


def test_short_forms_of_a_table_are_terms() -> None:
    made = syllabus(
        "BẢNG TỪ VIẾT TẮT",
        [["BVTV", "Bảo vệ thực vật"], ["KHCN", "Khoa học công nghệ"], ["NCKH", "Nghiên cứu khoa học"]],
    )
    assert only(rows("terms", made), "term", "definition", "kind") == [
        ("BVTV", "Bảo vệ thực vật", "abbreviation"),
        ("KHCN", "Khoa học công nghệ", "abbreviation"),
        ("NCKH", "Nghiên cứu khoa học", "abbreviation"),
    ]


def test_relations_below_a_heading_of_two_lines_and_a_label_at_the_end_of_a_line() -> None:
    made = document(
        "СИЛАБУС",
        "Назва дисципліни: Гончарство",
        "2. Пререквізити та постреквізити дисципліни (місце у схемі навчання за",
        "відповідною програмою)",
        "Пререквізити: Рисунок, Живопис. Постреквізити:",
        "Скульптура, Кераміка.",
        language="uk",
    )
    told = only(rows("course_relations", made), "relation", "name")
    assert told == [
        ("prerequisite", "Рисунок"),
        ("prerequisite", "Живопис"),
        ("postrequisite", "Скульптура"),
        ("postrequisite", "Кераміка"),
    ]


def test_items_that_lost_their_bullets_end_in_semicolons() -> None:
    made = document(
        "СИЛАБУС",
        "Назва дисципліни: Гончарство",
        "2.3. Очікувані результати навчання",
        "Після вивчення дисципліни студент повинен:",
        "розписувати керамічний посуд відповідно до традицій різних осередків народного гончарства;",
        "добирати поливу до глини;",
        "випалювати вироби у печі.",
        language="uk",
    )
    assert [r["text"][:10] for r in rows("outcomes", made)] == ["розписуват", "добирати п", "випалювати"]


def test_an_english_syllabus_without_tables_of_marks() -> None:
    made = document(
        "SYLLABUS",
        "Course title: Bookbinding",
        "GRADING",
        "Essays - 40%",
        "Fieldwork - 60%",
        "OTHER",
        "Prerequisite: BB 4 and Art 6B (or equivalents).",
        "LECTURE SCHEDULE",
        [["Lecture", "Topic"], ["1", "Paper and board"], ["2-3", "Sewing frames"], ["4", "Gold tooling"]],
        language="en",
    )
    assert only(rows("assessments", made), "title", "weight_percent") == [("Essays", 40), ("Fieldwork", 60)]
    assert [r["code"] for r in rows("course_relations", made)] == ["BB 4", "Art 6B"]
    assert [(r["title"], r.get("hours")) for r in rows("topics", made)][:2] == [
        ("Paper and board", None),
        ("Sewing frames", None),
    ]


def test_a_name_in_two_languages_one_below_the_other_is_the_first() -> None:
    made = document("ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN", [["Tên học phần", "Đất trồng\nSoil Science"], ["Số tín chỉ", "3"]])
    assert rows("courses", made)[0]["name"] == "Đất trồng"
    card = [["Tên chương trình", "Khoa học đất\nSoil Science"], ["Mã ngành", "7620103"]]
    card += [["Trình độ đào tạo", "Đại học chính quy"]]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", card, kind="programme")
    assert only(rows("programmes", made), "name", "name_en", "mode") == [("Khoa học đất", "Soil Science", "chính quy")]


def test_relations_in_one_cell_stand_apart() -> None:
    told = "Tiên quyết: không\nHọc trước: (BIO101) Sinh học\nSong hành: không"
    made = document("ĐỀ CƯƠNG HỌC PHẦN", [["Tên học phần", "Đất trồng"], ["Điều kiện tham gia", told]])
    assert only(rows("course_relations", made), "relation", "code", "name") == [("prerequisite", "BIO101", "Sinh học")]


def test_hours_of_the_whole_stand_above_those_of_its_kinds() -> None:
    told = "135 tiết\nLý thuyết: 45; Tự học: 90"
    made = document("ĐỀ CƯƠNG HỌC PHẦN", [["Tên học phần", "Đất trồng"], ["Phân phối thời gian", told]])
    assert only(rows("workloads", made), "activity", "hours") == [("total", 135), ("lecture", 45), ("self_study", 90)]


def test_a_caption_may_stand_between_a_plan_and_its_kind() -> None:
    plan = [["Tuần/Thời lượng", "Nội dung", "CĐRMH"], ["1\n(4 tiết)", "Hạt đất", "G1"], ["2-3\n(8 tiết)", "Nước", "G2"]]
    made = document("ĐỀ CƯƠNG HỌC PHẦN", "5. Nội dung môn học", "Thực hành", "Bảng 4", plan)
    assert only(rows("topics", made), "activity", "title", "week", "hours") == [
        ("practice", "Hạt đất", "1", 4),
        ("practice", "Nước", "2-3", 8),
    ]


def test_columns_below_a_heading_that_leaves_out_the_sum_stay_apart() -> None:
    rows_below = [["1", "SOI101", "Hạt đất", "3", "x", "", "."], ["2", "SOI102", "Nước đất", "2", "", "x", "."]]
    made = document("KẾ HOẠCH", [[("Học kỳ 4 (bắt buộc 1, tự chọn 1)", 1, 6), "5"], *rows_below], kind="programme")
    assert [len(row) for row in grids(made)[0].rows] == [7] * 3


def test_rubrics_by_bounds_state_no_outcomes() -> None:
    rubric = [["Mục tiêu môn học", "Từ 9 đến 10", "Từ 7 đến <9", "Từ 5 đến <7", "<5"]]
    rubric += [[code, *["Trình bày được đầy đủ các loại đất trồng."] * 4] for code in ("G1", "G4")]
    made = document("ĐỀ CƯƠNG HỌC PHẦN", "6. Chuẩn đầu ra", rubric)
    assert rows("outcomes", made) == []


def test_codes_broken_in_short_tables_have_the_shape_of_whole_ones_elsewhere() -> None:
    head = ["STT", "Mã học phần", "Tên học phần", "Số tín chỉ"]
    whole = [[str(n), f"SO10{n}DV01", f"Đất {name}", "3"] for n, name in enumerate(("cát", "sét", "phèn"), 1)]
    broken = [["1", "SO201DV0\n1", "Nước ngầm", "3"]]
    made = programme("1. Cơ sở", [head, *whole], "2. Tự chọn", [head, *broken])
    assert [r["code"] for r in rows("courses", made)] == ["SO101DV01", "SO102DV01", "SO103DV01", "SO201DV01"]


def test_courses_that_lines_describe_one_below_the_other() -> None:
    told = "học phần cung cấp kiến thức cơ bản về các loại đất trồng ở nước ta."
    lines = [
        f"{n}. {name}\nCấu trúc học phần: 3(2:1:6)\nMô tả học phần: Về {name.lower()}, {told}"
        for n, name in enumerate(("Đất cát", "Đất sét", "Đất phèn"), 1)
    ]
    title = "Chương trình đào tạo trình độ đại học ngành Khoa học đất, mã ngành 7620103"
    made = document("MÔ TẢ CÁC HỌC PHẦN", title, *lines, kind="programme")
    assert only(rows("courses", made), "name", "credits") == [("Đất cát", 3), ("Đất sét", 3), ("Đất phèn", 3)]
    assert all(str(r["description"]).startswith("Về đất") for r in rows("courses", made))
    assert only(rows("programmes", made), "code", "name") == [("7620103", "Khoa học đất")]


def test_descriptions_below_names_with_their_credits_are_those_of_the_list() -> None:
    told = "Trang bị kiến thức cơ bản về các loại đất trồng ở nước ta."
    head = ["STT", "Mã học phần", "Tên học phần", "Số tín chỉ"]
    listed = [[str(n), f"SOI10{n}", name, "2"] for n, name in enumerate(("Đất cát", "Đất sét", "Đất phèn"), 1)]
    cards = [
        f"9.{n}. {name}          Số TC: 2\nĐiều kiện tiên quyết: Không\nTóm tắt nội dung học phần: {told}"
        for n, name in enumerate(("Đất cát", "Đất sét", "Đất phèn"), 1)
    ]
    made = programme("7. Nội dung", [head, *listed], "9. Mô tả các học phần", *cards)
    assert [r.get("description") for r in rows("courses", made)] == [told] * 3


def test_a_town_written_tp_stands_before_its_date() -> None:
    end = "Tp.HCM, ngày 15 tháng 08 năm 2023\n\nTrưởng khoa\n\nNguyễn Văn An\n"
    made = reading(
        f"ĐỀ CƯƠNG MÔN HỌC\n\nHÓA ĐẤT\n\n1. Thông tin chung\n\nSố tín chỉ: 3\n\n2. Phần mềm\n\nKhông.\n\n{end}"
    )
    assert only(rows("documents", made), "issued_on", "issued_at") == [("2023-08-15", "Tp.HCM")]


def test_an_english_specification_with_codes_of_its_own() -> None:
    made = document(
        "PROGRAMME SPECIFICATION",
        [
            [
                "Name and level of final award:",
                "MA Bookbinding and Paper Conservation\nThe MA is compatible with a second cycle degree of Bologna.",
            ],
            ["Language of delivery and assessment:", "English"],
        ],
        "Learning outcomes",
        [
            ["Code", "Outcome"],
            ["KB1", "explain how bindings age"],
            ["KB2", "choose a board for a case"],
            ["SX1", "repair torn paper by hand"],
        ],
        language="en",
        kind="programme",
    )
    (told,) = rows("programmes", made)
    assert (told["name"], told["degree"], told["level"]) == ("MA Bookbinding and Paper Conservation", "MA", "master")
    assert only(rows("outcomes", made), "code", "kind") == [
        ("KB1", "programme_outcome"),
        ("KB2", "programme_outcome"),
        ("SX1", "programme_outcome"),
    ]


def test_a_semester_of_a_late_year_is_no_number_among_all() -> None:
    made = document("СИЛАБУС", "Назва дисципліни: Гончарство", "Рік навчання 4, семестр 2", language="uk")
    assert [r.get("semester") for r in rows("courses", made)] == [None]
    made = document("СИЛАБУС", "Назва дисципліни: Гончарство", "Курс 3 Семестр 6", language="uk")
    assert [r.get("semester") for r in rows("courses", made)] == [6]


def test_statements_whose_numbers_begin_anew_go_on_under_their_heading() -> None:
    goals = "1.2. Mục tiêu cụ thể\n1) Có kiến thức vững chắc về đất trồng.\n2) Lấy đất theo mẫu 12. Biết phân tích."
    stated = "2. Chuẩn đầu ra của chương trình\n1. Kiến thức\n1.1. Áp dụng kiến thức về đất trồng\n2. Kỹ năng"
    more = "2.1. Lập luận và giải quyết vấn đề về đất\n2.2. Thử nghiệm và khám phá tri thức\n3. Nội dung chương trình"
    made = programme("1. Mục tiêu đào tạo", goals, stated, more)
    assert only(rows("outcomes", made), "kind", "code", "text") == [
        ("objective", None, "Có kiến thức vững chắc về đất trồng."),
        ("objective", None, "Lấy đất theo mẫu 12. Biết phân tích."),
        ("programme_outcome", "1.1", "Áp dụng kiến thức về đất trồng"),
        ("programme_outcome", "2.1", "Lập luận và giải quyết vấn đề về đất"),
        ("programme_outcome", "2.2", "Thử nghiệm và khám phá tri thức"),
    ]


def test_blocks_and_outlines_of_courses_are_neither_courses_nor_aims() -> None:
    blocks_of = [["Khối kiến thức", "Tín chỉ", "Ghi chú"], ["Toán và khoa học", "32", ""], ["Cơ sở ngành", "48", ""]]
    listed = [["TT", "Mã học phần", "Tên học phần", "Số tín chỉ"], ["1", "SOI101", "Đất cát", "3"]]
    aim = "SOI101 Đất cát\nKhối lượng: 3(2-1-0-6)\nMục tiêu: Cung cấp kiến thức cơ bản về đất cát ven biển."
    made = programme("3.1. Cấu trúc", blocks_of, "3.2. Danh mục", listed, "4. Mô tả học phần", aim)
    assert only(rows("courses", made), "code", "name") == [("SOI101", "Đất cát")]
    assert rows("outcomes", made) == []


def test_a_bracket_that_a_scan_read_as_a_figure_is_no_part_of_a_sources_number() -> None:
    works = [f"[{n} Lê Chi, Đất trồng {n[0]}, NXB Nông nghiệp, 2014." for n in ("1]", "2]", "31", "4]")]
    made = syllabus("4. Tài liệu tham khảo", *works)
    assert [r["number"] for r in rows("bibliography", made)] == ["1", "2", "3", "4"]


def test_a_code_printed_by_its_levels_is_that_of_the_catalogue() -> None:
    name = "Tên chương trình: Chương trình đào tạo Tiến sĩ ngành Khoa học đất"
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO TIẾN SĨ", name, "Mã số: 9 62 01 03", kind="programme")
    assert only(rows("programmes", made), "code", "name") == [("9620103", "Khoa học đất")]


def test_a_course_about_software_is_no_list_of_sources() -> None:
    table = [["STT", "Họ và tên", "Email"], ["1", "Lê Chi", "chi@vd.edu.vn"], ["2", "Đỗ Dung", "dung@vd.edu.vn"]]
    made = document("ĐỀ CƯƠNG CHI TIẾT", "HỌC PHẦN: KIẾN TRÚC PHẦN MỀM", "1. Thông tin về các giảng viên:", table)
    assert rows("bibliography", made) == []


def test_a_school_is_no_faculty_and_a_speciality_has_its_code() -> None:
    told = "Tên chuyên ngành: Khoa học đất\nMã số chuyên ngành đào tạo: 9620103.01"
    made = programme(f"{told}\nĐơn vị đào tạo: Trường Đại học Nông nghiệp")
    assert "faculty" not in rows("programmes", made)[0]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO TIẾN SĨ", told, kind="programme")
    assert only(rows("programmes", made), "code", "name") == [("9620103.01", "Khoa học đất")]
