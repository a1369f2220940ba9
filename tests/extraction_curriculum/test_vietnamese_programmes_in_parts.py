"""Vietnamese programmes and syllabi: parts by numbered headings, short names, relations by figures, lost figures."""

from tests.extraction_curriculum.paper import HEAD, document, only, programme, reading, rows, syllabus


def test_a_numbered_heading_within_a_part_is_the_part_of_the_list_below_it() -> None:
    made = programme(
        "5.1. Kiến thức giáo dục đại cương",
        "5.1.1. Khoa học tự nhiên và xã hội",
        [HEAD, ["1", "GEO111", "Hóa học", "2"]],
        "6.1. Tài liệu của thư viện",
        "6.1.1. Sách của khoa",
        [HEAD, ["1", "GEO112", "Sinh học", "2"]],
    )
    assert only(rows("courses", made), "code", "cycle") == [
        ("GEO111", "Khoa học tự nhiên và xã hội"),
        ("GEO112", None),
    ]


def test_a_numbered_heading_is_within_no_row_of_a_table_above_it() -> None:
    sums = [["TT", "Khối kiến thức", "Số tín chỉ"], ["6", "Kiến thức chuyên ngành", "12"], ["7", "Thực tập", "8"]]
    made = programme("Cơ cấu chương trình", sums, "6.2. Bảng học phần", [HEAD, ["1", "GEO111", "Hóa học", "2"]])
    assert only(rows("courses", made), "code", "cycle") == [("GEO111", None)]


def test_a_name_with_letters_for_words_is_the_course_that_was_listed() -> None:
    plan = ["TT", "Mã học phần", "Tên học phần", "Số tín chỉ", "Học kỳ"]
    made = programme(
        [
            HEAD,
            ["1", "200301", "Nhập môn ngành khoáng sản và địa chất công trình", "2"],
            ["2", "200302", "Khoáng vật", "2"],
        ],
        [plan, ["1", "200301", "Nhập môn ngành KS&ĐCCT", "2", "1"], ["2", "200302", "Thạch học", "2", "2"]],
    )
    assert only(rows("courses", made), "code", "name", "semester") == [
        ("200301", "Nhập môn ngành khoáng sản và địa chất công trình", 1),
        ("200302", "Khoáng vật", None),
        ("200302", "Thạch học", 2),
    ]


def test_a_code_of_figures_names_what_goes_before_once() -> None:
    head = [*HEAD, "Học phần học trước"]
    made = programme([head, ["1", "200301", "Khoáng vật", "2", ""], ["2", "200302", "Thạch học", "2", "200301"]])
    assert only(rows("course_relations", made), "course_code", "name", "code") == [("200302", "Khoáng vật", "200301")]


def test_columns_with_shares_of_a_statement_make_it() -> None:
    table = [
        ["STT", "Động từ hành động", "Nội dung thực hiện", "Ngữ cảnh thực hiện"],
        ["PLO 1", "Lập", "các bản đồ địa chất", "ở vùng núi."],
        ["PLO 2", "Đọc", "các mặt cắt địa chất", "của mỏ đá."],
    ]
    assert only(rows("outcomes", programme("2. Chuẩn đầu ra", table)), "code", "text") == [
        ("PLO 1", "Lập các bản đồ địa chất ở vùng núi."),
        ("PLO 2", "Đọc các mặt cắt địa chất của mỏ đá."),
    ]


def test_a_choice_between_two_works_describes_none_of_them() -> None:
    made = programme(
        "Sinh viên chọn một trong hai hình thức sau:",
        "- Thực tập mỏ: 6 tín chỉ",
        "- Làm khóa luận về địa chất vùng (khi được khoa đồng ý): 6 tín chỉ",
        [HEAD, ["1", "GEO451", "Thực tập mỏ", "6"]],
    )
    assert only(rows("courses", made), "code", "description") == [("GEO451", None)]


def test_blank_items_and_items_with_a_unit_end_no_list_of_hours() -> None:
    made = syllabus(
        "- Giờ đối với các hoạt động:\n• Nghe giảng lý thuyết: 30\n• Thảo luận: 06",
        "• Thực hành: 12 tiết (ở xưởng)\n• Hoạt động theo nhóm:\n• Tự học: 80",
    )
    assert only(rows("workloads", made), "activity", "hours") == [
        ("lecture", 30), ("seminar", 6), ("practice", 12), ("self_study", 80),
    ]  # fmt: skip


def test_the_number_of_a_source_may_have_letters_in_its_cell() -> None:
    made = syllabus(
        "6. Tài liệu tham khảo",
        [["TT", "Tên tài liệu", "Tình trạng"], ["TL1", "Trần A, Khoáng vật học, NXB B, 2009.", "Có ở thư viện"]],
    )
    assert only(rows("bibliography", made), "number", "text") == [("TL1", "Trần A, Khoáng vật học, NXB B, 2009.")]


def test_what_lost_its_figures_keeps_its_words() -> None:
    made = reading(
        "ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN\nTên học phần: Khoáng vật học\n\n. Chuẩn đầu ra của học phần\n"
        "CLO.  Trình bày được tính chất của khoáng vật.\nCLO.  Nhận biết được các loại đá.\n\n"
        ". Đánh giá kết quả học tập\n"
        "Thành phần đánh giá      Bài đánh giá        Trọng số\n"
        "Đánh giá quá trình       Chuyên cần             %\n"
        "                         Bài tập ở mỏ           %\n"
        "Đánh giá cuối kỳ         Thi vấn đáp            %\n"
    )
    assert [row["text"] for row in rows("outcomes", made)] == [
        "Trình bày được tính chất của khoáng vật.",
        "Nhận biết được các loại đá.",
    ]
    assert only(rows("assessments", made), "title", "weight_percent") == [
        ("Chuyên cần", None), ("Bài tập ở mỏ", None), ("Thi vấn đáp", None),
    ]  # fmt: skip


def test_a_degree_tells_a_name_of_two_syllables() -> None:
    made = document("Nơi nhận:\n- Lưu: VT.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "TS. Tùng Bách", kind="decision")
    assert [row.get("name") for row in rows("people", made)] == ["Tùng Bách"]


def test_contents_under_a_heading_of_outcomes_are_no_topics() -> None:
    table = [
        ["", "Nội dung", "Đáp ứng CĐR CTĐT"],
        ["Kiến thức", "4.1.1. Nắm được quy trình đo vẽ địa chất", "K5"],
        ["Kỹ năng", "4.2.1. Vẽ được bản đồ địa chất của mỏ", "S1"],
    ]
    assert rows("topics", syllabus("4. Chuẩn đầu ra", table)) == []
    timed = [[*row, hours] for row, hours in zip(table, ("Số tiết", "4", "6"), strict=True)]
    assert len(rows("topics", syllabus("4. Chuẩn đầu ra", timed))) == 2
