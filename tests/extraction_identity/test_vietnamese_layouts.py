"""Heads and closings of Vietnamese documents as narrow columns and lists of people print them."""

from pathlib import Path

import docx

from extractors.reading import identify, read
from extractors.tables import documents, people
from tests.extraction_curriculum.paper import document as paper
from tests.extraction_structure.conftest import document_of
from tests.samples.steps import outcome

HEAD = (
    "ỦY BAN NHÂN DÂN TỈNH SÔNG HỒNG    CỘNG HÒA XÃ HỘI CHỦ NGHĨA\n"
    "TRƯỜNG CAO ĐẲNG KỸ THUẬT - CÔNG    VIỆT NAM\n"
    "NGHỆ ĐỒNG XUÂN    Độc lập - Tự do - Hạnh phúc\n"
    "Số: 58/QyĐ-CĐKTCN    Đồng Xuân, ngày 14 tháng 3 năm 2023\n"
    "QUY ĐỊNH\nVề việc xét miễn học phần\n"
    "Điều 1. Phạm vi\nQuy định này áp dụng cho sinh viên chính quy của trường.\n"
)


def test_a_broken_title_of_the_state_leaves_the_issuer_whole() -> None:
    (row,) = documents.extract(document_of(HEAD, language="vi"))
    assert row.get("issuer") == "TRƯỜNG CAO ĐẲNG KỸ THUẬT - CÔNG NGHỆ ĐỒNG XUÂN"
    assert row.get("number") == "58/QyĐ-CĐKTCN"


def test_the_name_of_an_issuer_may_end_in_a_short_word_on_a_line_of_its_own(tmp_path: Path) -> None:
    letter = docx.Document()
    cells = letter.add_table(1, 2).rows[0].cells
    cells[0].text = "SỞ Y TẾ TỈNH SÔNG HỒNG\nTRƯỜNG CAO ĐẲNG Y\nTẾ\nSố: 7/QĐ-CĐYT"
    cells[
        1
    ].text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐồng Xuân, ngày 4 tháng 3 năm 2023"
    for line in ("QUYẾT ĐỊNH", "Về việc lập tổ rà soát", "Điều 1. Lập tổ rà soát.", "Điều 2. Các khoa thi hành."):
        letter.add_paragraph(line)
    letter.save(str(tmp_path / "a.docx"))
    (row,) = documents.extract(outcome(source := identify(tmp_path / "a.docx"), read(source)).document)
    assert row.get("issuer") == "TRƯỜNG CAO ĐẲNG Y TẾ"


def test_a_number_stands_below_its_label_where_columns_were_read_one_by_one() -> None:
    parted = HEAD.replace("Số: 58/QyĐ-CĐKTCN    ", "Số:\n\n58/QyĐ-CĐKTCN\n\n")
    assert [row.get("number") for row in documents.extract(document_of(parted, language="vi"))] == ["58/QyĐ-CĐKTCN"]
    cited = parted.replace("58/QyĐ-CĐKTCN", "Sao lục 58/QyĐ-CĐKTCN")
    assert [row.get("number") for row in documents.extract(document_of(cited, language="vi"))] == [None]


def test_the_rest_of_the_state_run_together_is_cut_off_too() -> None:
    (row,) = documents.extract(document_of(HEAD.replace("VIỆT NAM", "VIETNAM"), language="vi"))
    assert row.get("issuer") == "TRƯỜNG CAO ĐẲNG KỸ THUẬT - CÔNG NGHỆ ĐỒNG XUÂN"


def test_a_post_in_the_distribution_list_is_no_signer() -> None:
    closing = (
        "Nơi nhận:    HIỆU TRƯỞNG\n- Ban Giám hiệu;\n- Tổ trưởng chuyên môn;\n- Lưu: VT.\n\n\n    Trần Thị Mai Hương\n"
    )
    rows = people.extract(document_of(HEAD + closing, language="vi"))
    assert [(row.get("name"), row.get("role")) for row in rows] == [("Trần Thị Mai Hương", "HIỆU TRƯỞNG")]


def test_posts_in_a_table_of_duties_sign_nothing() -> None:
    table = (
        "STT\tHọ tên\tChức vụ\tNhiệm vụ\n1\tÔng Lê Văn Tám\tHiệu trưởng\tPhụ trách chung\n"
        "2\tBà Vũ Thị Sáu\tTổ trưởng chuyên môn\tPhụ trách hồ sơ\n3\tÔng Đỗ Minh Bảy\tGiáo viên\tPhụ trách lớp\n\n"
    )
    rows = people.extract(document_of(HEAD + table + "Nơi nhận:    HIỆU TRƯỞNG\n- Lưu: VT.\n\n\n    Lê Văn Tám\n"))
    assert [row.get("name") for row in rows if row.get("act") == "signed"] == ["Lê Văn Tám"]


def test_a_broken_title_of_the_state_close_to_the_issuer_is_cut_off() -> None:
    close = HEAD.replace("SÔNG HỒNG    CỘNG HÒA", "SÔNG HỒNG CỘNG HÒA")
    (row,) = documents.extract(document_of(close, language="vi"))
    assert row.get("issuer") == "TRƯỜNG CAO ĐẲNG KỸ THUẬT - CÔNG NGHỆ ĐỒNG XUÂN"


def test_a_date_that_a_narrow_column_broke_is_whole() -> None:
    for broken in ("ngày 14 tháng 3 năm\n2023", "ngày 14 tháng 3\nnăm 2023", "ngày 14\ntháng 3 năm 2023"):
        (row,) = documents.extract(document_of(HEAD.replace("ngày 14 tháng 3 năm 2023", broken), language="vi"))
        assert (row.get("issued_on"), row.get("issued_at")) == ("2023-03-14", "Đồng Xuân")


def test_to_whom_a_syllabus_applies_and_labels_in_english_are_no_title() -> None:
    for label in ("Tên học phần (tiếng Việt)", "Tên học phần / Course name", "Tên môn học (Vietnamese)"):
        words = (
            f"ĐỀ CƯƠNG HỌC PHẦN\n(Áp dụng cho khóa tuyển sinh từ năm 2022)\n{label}\tTrắc địa ảnh\nMã học phần\tTD31\n"
        )
        (row,) = documents.extract(document_of(words, kind="syllabus", language="vi"))
        assert row.get("title") == "Trắc địa ảnh"


def test_a_department_that_numbers_its_plan_issues_it() -> None:
    words = "TRƯỜNG THPT LÊ LAI\nTỔ HÓA - SINH\nSố: 04/KH-THS\nKẾ HOẠCH\nDạy bù\n1. Mục đích\nĐủ tiết.\n"
    (row,) = documents.extract(document_of(words, kind="plan", language="vi"))
    assert (row.get("issuer"), row.get("parent_body")) == ("TỔ HÓA - SINH", "TRƯỜNG THPT LÊ LAI")


def test_titled_names_close_side_by_side_take_the_offices_above_them() -> None:
    words = (
        "ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN\nTÊN HỌC PHẦN: ĐỊA CHẤT BIỂN\nTÊN TIẾNG ANH: MARINE GEOLOGY\n"
        "1. Thông tin chung\nHọc phần bắt buộc.\n\nTRƯỞNG KHOA    TRƯỞNG BỘ MÔN\n\n"
        "Đại tá, TS Nhữ Văn Đạt Thượng tá, TS Kha Vĩnh Tường\n"
    )
    made = document_of(words, language="vi", kind="syllabus")
    assert [(row.get("name"), row.get("role")) for row in people.extract(made)] == [
        ("Nhữ Văn Đạt", "TRƯỞNG KHOA"),
        ("Kha Vĩnh Tường", "TRƯỞNG BỘ MÔN"),
    ]
    (row,) = documents.extract(made)
    assert row.get("title") == "ĐỊA CHẤT BIỂN"


def test_a_rare_family_name_behind_a_degree_signs() -> None:
    closing = "Nơi nhận:    HIỆU TRƯỞNG\n- Lưu: VT.\n\n\n    GS.TS. Hạ Quang Trứ\n"
    rows = people.extract(document_of(HEAD + closing, language="vi"))
    assert [(row.get("name"), row.get("role")) for row in rows] == [("Hạ Quang Trứ", "HIỆU TRƯỞNG")]


def test_a_part_of_a_rare_name_that_is_a_name_itself_is_not_all_of_it() -> None:
    closing = "Nơi nhận:    HIỆU TRƯỞNG\n- Lưu: VT.\n\n\n    TS. Mông Văn Pao\n"
    rows = people.extract(document_of(HEAD + closing, language="vi"))
    assert [row.get("name") for row in rows] == ["Mông Văn Pao"]


def test_a_name_that_blank_lines_and_the_title_of_the_state_parted_is_one() -> None:
    lines = ["TRƯỜNG CAO ĐẲNG KỸ THUẬT", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", "", "CÔNG NGHỆ ĐỒNG XUÂN", "",
             "Độc lập - Tự do - Hạnh phúc", ""]  # fmt: skip
    (row,) = documents.extract(document_of("\n".join(lines) + HEAD[HEAD.index("\nSố:") :], language="vi"))
    assert row.get("issuer") == "TRƯỜNG CAO ĐẲNG KỸ THUẬT CÔNG NGHỆ ĐỒNG XUÂN"


def test_an_office_that_signs_for_another_stands_beside_a_third() -> None:
    cells = [["TL. HIỆU TRƯỞNG\nTRƯỞNG KHOA", "TRƯỞNG BỘ MÔN"], ["Lê Văn Tám", "Trần Thị Mai Hương"]]
    found = people.extract(paper("ĐỀ CƯƠNG HỌC PHẦN", "Địa chất đại cương", "1. Mục tiêu", "Hiểu về đất đá.", cells))
    assert [(row.get("name"), row.get("role"), row.get("capacity")) for row in found] == [
        ("Lê Văn Tám", "TRƯỞNG KHOA", "TL."),
        ("Trần Thị Mai Hương", "TRƯỞNG BỘ MÔN", None),
    ]


def test_names_of_bodies_in_english_below_their_own_are_left_out() -> None:
    head = [["BỘ CÔNG THƯƠNG\nMINISTRY OF INDUSTRY AND TRADE\nTRƯỜNG ĐẠI HỌC SÔNG HỒNG\nSONG HONG UNIVERSITY", ""]]
    (row,) = documents.extract(paper(head, "ĐỀ CƯƠNG HỌC PHẦN", "Địa chất đại cương", "1. Mục tiêu", "Hiểu về đá."))
    assert (row.get("issuer"), row.get("parent_body")) == ("TRƯỜNG ĐẠI HỌC SÔNG HỒNG", "BỘ CÔNG THƯƠNG")


def test_the_programme_of_a_course_is_not_its_title() -> None:
    made = paper("ĐỀ CƯƠNG HỌC PHẦN", "NGÀNH ĐÀO TẠO: ĐỊA CHẤT HỌC", "1. Tên học phần: Địa mạo học", "2. Số tín chỉ: 3")
    (row,) = documents.extract(made)
    assert row.get("title") == "Địa mạo học"


def test_a_centre_below_its_school_issues_the_plan_whose_text_begins_below_the_title() -> None:
    plan = (
        "TRƯỜNG ĐẠI HỌC SÔNG BẠC    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TT THƯ VIỆN - HỌC LIỆU    Độc lập - Tự do - Hạnh phúc\n"
        "Số: 14/KH-TVHL    Bạc Liêu, ngày 03 tháng 3 năm 2031\nKẾ HOẠCH\nKiểm kê sách năm 2031\n"
        "Trường Đại học Sông Bạc tổ chức kiểm kê sách năm 2031 theo kế hoạch như sau:\nI. Mục đích\nĐếm sách.\n"
    )
    (row,) = documents.extract(document_of(plan, kind="plan", language="vi"))
    assert row.get("title") == "Kiểm kê sách năm 2031"
    assert (row.get("issuer"), row.get("parent_body")) == ("TT THƯ VIỆN - HỌC LIỆU", "TRƯỜNG ĐẠI HỌC SÔNG BẠC")


def test_an_act_says_of_itself_first_to_whom_it_applies_and_then_since_when() -> None:
    act = HEAD.replace("Điều 1", "Điều 2").replace("Quy định này", "Quy định này có hiệu lực từ ngày 02/5/2023;")
    turned = HEAD.replace("của trường.", "của trường; có hiệu lực từ ngày 02/5/2023.")
    for printed in (act, turned):
        (row,) = documents.extract(document_of(printed, language="vi"))
        assert row.get("effective_from") == "2023-05-02"


def test_the_name_of_a_school_stands_on_three_lines_and_who_decides_behind_the_kind() -> None:
    head = (
        "ĐẠI HỌC QUỐC GIA MIỀN ĐÔNG\nTRƯỜNG ĐẠI HỌC\n\nKHOA HỌC VÀ ỨNG DỤNG\n\nSố: 12/QĐ-KHƯD\n\n"
        "QUYẾT ĐỊNH CỦA HIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC\nVề việc mở lớp ban đêm\n\nHIỆU TRƯỞNG\n\nQUYẾT ĐỊNH\n\n"
        "Điều 1. Mở lớp ban đêm tại cơ sở 2 của Trường.\nĐiều 2. Các khoa thi hành Quyết định này.\n"
    )
    (row,) = documents.extract(document_of(head, language="vi"))
    assert row.get("issuer") == "TRƯỜNG ĐẠI HỌC KHOA HỌC VÀ ỨNG DỤNG"
    assert row.get("parent_body") == "ĐẠI HỌC QUỐC GIA MIỀN ĐÔNG"
    assert row.get("title") == "Về việc mở lớp ban đêm"


def test_a_lone_word_for_a_department_ends_the_name_of_a_place_above() -> None:
    head = "BỘ Y TẾ\nTRƯỜNG ĐẠI HỌC Y DƯỢC HẢI\nPHÒNG\nKHOA DƯỢC\nĐỀ CƯƠNG HỌC PHẦN\nBÀO CHẾ\n"
    (row,) = documents.extract(document_of(head, language="vi", kind="syllabus"))
    assert (row.get("issuer"), row.get("parent_body")) == ("TRƯỜNG ĐẠI HỌC Y DƯỢC HẢI PHÒNG", "BỘ Y TẾ")


def test_an_office_and_its_deputy_on_one_line_and_a_number_without_a_colon() -> None:
    made = document_of(
        "SỞ GIÁO DỤC TỈNH A\nTRƯỜNG THPT SÔNG CẦU\nSố 15/QĐ-THPTSC\nSông Cầu, ngày 4 tháng 5 năm 2022\nQUYẾT ĐỊNH\n"
        "Về việc khen thưởng\nQUYẾT ĐỊNH:\nĐiều 1. Khen thưởng ba học sinh.\n"
        "KT. HIỆU TRƯỞNG PHÓ HIỆU TRƯỞNG\n\nLê Thị Hoa\n"
    )
    (head,) = documents.extract(made)
    assert (head.get("number"), head.get("issuer")) == ("15/QĐ-THPTSC", "TRƯỜNG THPT SÔNG CẦU")
    (signer,) = people.extract(made)
    assert [signer.get(c) for c in ("name", "role", "capacity")] == ["Lê Thị Hoa", "PHÓ HIỆU TRƯỞNG", "KT."]
