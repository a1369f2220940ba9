"""Parts of course lists known by their numbers alone, works with codes and forms, sources in a table with parts."""

from extractors.curriculum.hours.parted import counted
from extractors.curriculum.outcomes.statements import is_caption
from extractors.heads.vietnamese import read_head
from tests.extraction_curriculum.paper import document, only, programme, rows


def _plan(total: str) -> list:
    return [
        ["STT", "Tên học phần", "Số tín chỉ"],
        ["1.", "Kiến thức giáo dục đại cương", "5"],
        ["1", "Triết học", "3(3,0,6)"],
        ["2", "Toán cao cấp", "2(2,0,4)"],
        ["2.", "Thực tập và tốt nghiệp", total],
        ["3", "Thực tập doanh nghiệp", "5(0,5,10)"],
        ["4", "Khóa luận tốt nghiệp", "10(0,10,20)"],
    ]


def test_a_part_has_the_sum_of_its_courses_and_is_none() -> None:
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", _plan("15"), kind="programme")
    found = [(r["name"], r.get("cycle")) for r in rows("courses", made)]
    assert ("Thực tập doanh nghiệp", "Thực tập và tốt nghiệp") in found
    assert len(found) == 4


def test_a_row_with_other_credits_stays_a_course() -> None:
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", _plan("4"), kind="programme")
    assert "Thực tập và tốt nghiệp" in [r["name"] for r in rows("courses", made)]


def test_works_are_named_by_their_form_where_another_column_has_their_codes() -> None:
    table = [
        ["Thành phần đánh giá", "Bài đánh giá", "Hình thức", "Tỷ lệ (%)"],
        [("A1. Quá trình", 2, 1), "A1.1", "Chuyên cần", "10"],
        ["A1.2", "Bài tập cá nhân", "30"],
        ["A2. Cuối kỳ", "A2.1", "Thi tự luận", "60"],
    ]
    made = document("ĐỀ CƯƠNG HỌC PHẦN", "5. Đánh giá học phần", table, kind="syllabus")
    assert [(r["title"], r["weight_percent"]) for r in rows("assessments", made)] == [
        ("Chuyên cần", 10),
        ("Bài tập cá nhân", 30),
        ("Thi tự luận", 60),
    ]


def test_parts_inside_a_table_of_sources() -> None:
    table = [
        ["TT", "Tên tác giả", "Năm XB", "Tên sách, giáo trình", "NXB"],
        [("Giáo trình chính", 1, 5)],
        ["1", "Trần An", "2018", "Địa chất học", "NXB Giáo dục"],
        [("Sách tham khảo", 1, 5)],
        ["2", "Lê Bình", "2012", "Khoáng vật học", "NXB Khoa học"],
    ]
    made = document(
        "ĐỀ CƯƠNG HỌC PHẦN",
        "Tên học phần: Địa chất",
        "Mã học phần: DC101",
        "7. Tài liệu học tập",
        table,
        kind="syllabus",
    )
    assert [(r["section"], r["number"]) for r in rows("bibliography", made)] == [("main", "1"), ("additional", "2")]


def test_the_code_behind_a_programmes_name_is_no_part_of_the_title() -> None:
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", "Ngành: Địa chất học Mã ngành: 7440201", _plan("15"), kind="programme")
    title = read_head(made).get("title")
    assert title == "Ngành: Địa chất học"


def test_codes_in_two_columns_and_semesters_beside_their_rows() -> None:
    plan = [
        [("Học kỳ", 2, 1), ("Mã học phần", 1, 2), ("Tên học phần", 2, 1), ("Số TC", 2, 1)],
        ["Phần chữ", "Phần số"],
        [("HK1", 2, 1), "TRI", "501", "Triết học", "4"],
        ["ANH", "502", "Tiếng Anh", "3"],
        ["HK2", "DCH", "510", "Địa chất công trình", "3"],
    ]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", plan, kind="programme")
    assert [(r["code"], r["semester"]) for r in rows("courses", made)] == [("TRI501", 1), ("ANH502", 1), ("DCH510", 2)]


def test_a_line_in_capitals_that_begins_with_the_kind_comes_before_a_heading_in_small_letters() -> None:
    made = document(
        "BỘ CÔNG THƯƠNG",
        "TRƯỜNG ĐẠI HỌC ĐỊA CHẤT",
        "CHƯƠNG TRÌNH ĐÀO TẠO THẠC SĨ",
        "NGÀNH: ĐỊA CHẤT HỌC",
        "Khung chương trình đào tạo",
        kind="programme",
    )
    assert read_head(made).get("issuer") == "TRƯỜNG ĐẠI HỌC ĐỊA CHẤT"


def test_hours_behind_their_activities_without_a_colon() -> None:
    assert [
        (kind, hours)
        for kind, hours, _ in counted("4. Phân bổ thời gian: Lý thuyết 30 tiết; thực hành 60 tiết; tự học 110 giờ")
    ] == [
        ("lecture", 30),
        ("practice", 60),
        ("self_study", 110),
    ]
    assert not list(counted("Sinh viên nghỉ 3 tiết, thực hành 2 tiết"))


def test_a_caption_without_a_number_ends_an_outcome() -> None:
    assert is_caption("Bảng đối chiếu chuẩn đầu ra chương trình với học phần")
    assert not is_caption("Bảng điểm")


def test_a_course_is_required_where_its_credits_stand_under_that_head() -> None:
    plan = [
        [("Mã HP", 2, 1), ("Tên học phần", 2, 1), ("Số TC", 2, 1), ("Loại HP", 1, 2)],
        ["Bắt buộc", "Tự chọn"],
        [("I. Khối kiến thức cơ sở: 40 TC (Bắt buộc: 38 TC; Tự chọn: 2 TC)", 1, 5)],
        ["DCH101", "Địa chất đại cương", "3", "3", ""],
        ["DCH102", "Môi trường", "2", "", "2"],
    ]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", plan, kind="programme")
    assert [(r["code"], r["component"], r["cycle"]) for r in rows("courses", made)] == [
        ("DCH101", "Bắt buộc", "Khối kiến thức cơ sở"),
        ("DCH102", "Tự chọn", "Khối kiến thức cơ sở"),
    ]


def test_a_programme_named_in_its_title_alone() -> None:
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO ĐẠI HỌC", "NGÀNH ĐỊA CHẤT HỌC", "Mã ngành: 7440201", kind="programme")
    assert [(r["code"], r["name"]) for r in rows("programmes", made)] == [("7440201", "ĐỊA CHẤT HỌC")]


def test_a_heading_above_a_table_stays_over_the_numbered_groups_in_it() -> None:
    head = ["TT", "Mã học phần", "Tên học phần", "Số tín chỉ"]
    plan = [
        head,
        ["I", ("Các học phần bắt buộc", 1, 2), "5"],
        ["1", "DC3001", "Địa tầng học", "3"],
        ["2", "DC3002", "Cổ sinh vật học", "2"],
        ["II", ("Các học phần tự chọn", 1, 2), "2/4"],
        ["3", "DC3003", "Địa mạo học", "2"],
        ["4", "DC3004", "Trầm tích học", "2"],
    ]
    found = rows("courses", programme("2.3. Khối kiến thức chuyên ngành: 7 tín chỉ", plan))
    assert only(found, "cycle", "component") == [
        *[("Khối kiến thức chuyên ngành", "Các học phần bắt buộc")] * 2,
        *[("Khối kiến thức chuyên ngành", "Các học phần tự chọn")] * 2,
    ]
    assert rows("requirements", programme("2.3. Khối kiến thức chuyên ngành: 7 tín chỉ", plan)) == []


def test_remarks_of_a_plan_of_semesters_say_which_courses_are_required() -> None:
    listed = [
        ["Mã học phần", "Tên học phần", "Số tín chỉ"],
        ["DC3001", "Địa tầng học", "3"],
        ["DC3003", "Địa mạo", "2"],
    ]
    plan = [
        ["TT", "Mã học phần", "Tên học phần", "Số tín chỉ", "Ghi chú"],
        [("HỌC KỲ 5", 1, 5)],
        ["1", "DC3001", "Địa tầng học", "3", "Bắt buộc"],
        ["2", "DC3003", "Địa mạo", "2", "Học ở thực địa"],
    ]
    found = rows("courses", programme("Danh mục học phần", listed, "Kế hoạch đào tạo", plan))
    assert only(found, "semester", "component") == [(5, "Bắt buộc"), (5, None)]


def test_texts_below_lines_that_name_listed_courses_with_their_credits() -> None:
    listed = [
        ["Mã học phần", "Tên học phần", "Số tín chỉ"],
        ["DC3001", "Địa tầng học", "3"],
        ["DC3003", "Địa mạo", "2"],
    ]
    lines = (
        "5. Mô tả học phần\n5.1. Địa tầng học (3 tín chỉ)\n"
        "Học phần giới thiệu các phương pháp phân chia địa tầng.\n"
        "5.2. Địa mạo (4 tín chỉ)\nHọc phần trình bày các dạng địa hình và quá trình tạo ra chúng."
    )
    found = rows("courses", programme("Danh mục học phần", listed, lines))
    assert only(found, "description") == [("Học phần giới thiệu các phương pháp phân chia địa tầng.",), (None,)]


def test_parts_named_without_the_word_knowledge() -> None:
    head = ["Mã học phần", "Tên học phần", "Số tín chỉ"]
    made = programme(
        "E.1. Giáo dục đại cương", [head, ["DC1001", "Toán cao cấp", "3"]],
        "E.2. Cơ sở ngành", [head, ["DC2001", "Địa tầng học", "3"]],
        "F. Kế hoạch học tập", [head, ["DC3001", "Thực địa", "2"]],
    )  # fmt: skip
    assert only(rows("courses", made), "cycle") == [("Giáo dục đại cương",), ("Cơ sở ngành",), (None,)]


def test_descriptions_beside_the_names_of_listed_courses_and_credits_with_the_mark_of_a_note() -> None:
    plan = [
        ["TT", "Mã HP", "Tên học phần", "Số TC"],
        ["1", "DM101", "Địa mạo học", "3 (a)"],
        ["2", "TH102", "Thạch học", "2*"],
    ]
    told = [["TT", "Học phần", "Mô tả"], ["1", "Thạch học", "Giới thiệu thành phần và cấu tạo của các loại đá."]]
    found = rows("courses", programme(plan, "Ghi chú: (a) học trong hè.", told))
    assert only(found, "credits") == [(3,), (2,)]
    assert only(found, "description") == [(None,), ("Giới thiệu thành phần và cấu tạo của các loại đá.",)]


def test_cards_of_a_programme_describe_its_courses_and_are_of_none_alone() -> None:
    names = ["Địa mạo học", "Thạch học", "Khoáng vật học"]
    plan = [["TT", "Mã HP", "Tên học phần", "Số TC", "Học phần học trước"]]
    plan += [[str(n), f"DC10{n}", name, "3", "DC101" if n == 3 else ""] for n, name in enumerate(names, 1)]
    told = "Học phần giới thiệu đối tượng và phương pháp của ngành học này."
    cards = [
        [["Mã học phần", f"DC10{n}"], ["Số tín chỉ", "3"], ["Học phần học trước", names[0]], ["Mô tả", told]]
        for n in (1, 2, 3)
    ]
    blocks = [block for n, card in enumerate(cards, 1) for block in (f"{n}. {names[n - 1].upper()}", card)]
    made = programme(plan, "Đề cương tóm tắt các học phần", *blocks)
    assert only(rows("courses", made), "description") == [(told,)] * 3
    assert only(rows("course_relations", made), "course_code", "code") == [("DC103", "DC101")]


def test_a_head_whose_marks_were_misread() -> None:
    plan = [["TT", "Mã HP", "Tên học phần", "Số TC", "Học kỹ"], ["1", "DM101", "Địa mạo học", "3", "2"]]
    assert only(rows("courses", programme(plan)), "semester") == [(2,)]


def test_a_course_that_lost_its_code_stays_where_its_row_is_full() -> None:
    listed = [[f"ОК {n}", f"Дисципліна {name}", "4", "залік"] for n, name in enumerate("абвгд", 1)]
    listed[3][0] = ""
    table = [["Код", "Освітні компоненти", "Кредити ЄКТС", "Форма контролю"], *listed]
    block = ["", "Дисципліни за вибором", "12", ""]
    made = document("ОСВІТНЯ ПРОГРАМА", [*table, block], kind="programme", language="uk")
    assert only(rows("courses", made), "code", "name")[2:] == [
        ("ОК 3", "Дисципліна в"),
        (None, "Дисципліна г"),
        ("ОК 5", "Дисципліна д"),
    ]
