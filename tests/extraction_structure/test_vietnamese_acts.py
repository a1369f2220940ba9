"""Letters, notices and regulations of Vietnamese schools: headings with a colon, distribution lists, signatures."""

import pytest

from extractors.finding import find
from extractors.tables import citations, documents, forms, people, provisions, recipients, terms

NOTICE = (
    "TRƯỜNG CAO ĐẲNG B\nSố: 12/TB-CĐB\nHà Nội, ngày 02 tháng 3 năm 2024\nTHÔNG BÁO\nVề việc nộp hồ sơ\n"
    "1. Đối tượng áp dụng:\n- Sinh viên năm cuối;\n- Học viên bảo lưu.\n"
    "2. Hồ sơ của sinh viên được quy định như sau:\n- Đơn đề nghị;\n- Bản sao văn bằng.\n"
)


def test_a_short_name_with_a_colon_is_a_heading_and_a_lead_into_a_list_is_text(read):
    rows = {r.get("number"): r for r in provisions.extract(read(NOTICE, kind="notice", language="vi"))}
    assert rows["1"].get("heading") == "Đối tượng áp dụng"
    assert rows["1"].get("text") == "- Sinh viên năm cuối; - Học viên bảo lưu."
    assert rows["2"].get("heading") is None
    assert str(rows["2"].get("text")).startswith("Hồ sơ của sinh viên được quy định như sau:")


@pytest.mark.parametrize(
    ("line", "name", "purpose"),
    [
        ("- Cục Kiểm tra văn bản (Bộ Tư pháp);", "Cục Kiểm tra văn bản (Bộ Tư pháp)", None),
        ("- Ban Giám hiệu (để b/c);", "Ban Giám hiệu", "để b/c"),
        ("- Phòng Truyền thông (đăng website);", "Phòng Truyền thông", "đăng website"),
    ],
)
def test_a_bracket_that_says_whose_part_a_recipient_is_is_no_purpose(read, line, name, purpose):
    document = read(f"{NOTICE}Nơi nhận:\n{line}\n- Lưu: VT.\n", kind="notice", language="vi")
    row = recipients.extract(document)[0]
    assert (row.get("name"), row.get("purpose")) == (name, purpose)


@pytest.mark.parametrize(
    ("office", "role", "capacity"),
    [
        ("K/T HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "KT."),
        (
            "TL. HIỆU TRƯỞNG\nTRƯỞNG PHÒNG KHẢO THÍ VÀ\nĐẢM BẢO CHẤT LƯỢNG",
            "TRƯỞNG PHÒNG KHẢO THÍ VÀ ĐẢM BẢO CHẤT LƯỢNG",
            "TL.",
        ),
        ("TUQ. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG", "TUQ."),
    ],
)
def test_the_office_of_who_signs_for_another(read, office, role, capacity):
    tail = f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n{office}\n\n(đã ký)\n\nNguyễn Thị Minh Khai\n"
    document = read(NOTICE + tail, kind="notice", language="vi")
    signed = [r for r in people.extract(document) if r.get("act") == "signed"]
    assert [(r.get("name"), r.get("role"), r.get("capacity")) for r in signed] == [
        ("Nguyễn Thị Minh Khai", role, capacity)
    ]


@pytest.mark.parametrize(
    ("basis", "wanted"),
    [
        (
            "Thực hiện Công văn số 15/SGDĐT-VP ngày 02/02/2024 của Sở Giáo dục và Đào tạo về việc tổng kết năm học,"
            " Trường Đại học B xin báo cáo kết quả như sau:",
            {"issuer": "Sở Giáo dục và Đào tạo", "title": "tổng kết năm học"},
        ),
        (
            "Xét đề nghị của Trưởng phòng Đào tạo tại Tờ trình số 45/TTr-ĐT ngày 01/03/2024 về việc mở lớp,",
            {"issuer": "Trưởng phòng Đào tạo", "title": "mở lớp", "kind": "proposal"},
        ),
        (
            "Căn cứ Công văn số 77/ĐHT-ĐT ngày 05/01/2024 của Đại học T đồng ý cho phép mở ngành;",
            {"issuer": "Đại học T", "title": "đồng ý cho phép mở ngành"},
        ),
        (
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Nhà giáo và Luật Việc làm ngày 22/11/2019;",
            {
                "title": "Luật sửa đổi, bổ sung một số điều của Luật Nhà giáo và Luật Việc làm",
                "issued_on": "2019-11-22",
            },
        ),
        (
            "Căn cứ Nghị định số 45/2010/NĐ-CP ngày 21/4/2010 của Chính phủ quy định về hội (sửa đổi, bổ sung tại"
            " Nghị định số 33/2012/NĐ-CP);",
            {"title": "quy định về hội"},
        ),
        (
            "Căn cứ Nghị định số 7/2013/NĐ-CP ngày 09 tháng 01 năm 2013 của Chính phủ sửa đổi điểm b khoản 13\n"
            "Điều 1 của Nghị định số 31/2011/NĐ-CP;",
            {"title": "sửa đổi điểm b khoản 13 Điều 1 của Nghị định số 31/2011/NĐ-CP"},
        ),
    ],
)
def test_what_a_basis_says_of_an_act(read, basis, wanted):
    words = NOTICE.replace("1. Đối tượng", f"{basis}\n1. Đối tượng", 1)
    rows = citations.extract(find(read(words, kind="notice", language="vi")))
    assert {key: rows[0].get(key) for key in wanted} == wanted


def test_a_new_wording_whose_inner_paragraph_opens_the_quotes_again(read):
    rows = provisions.extract(
        read(
            "QUYẾT ĐỊNH\nĐiều 1. Sửa đổi một số điều của Quy chế\n1. Sửa đổi Điều 24 như sau:\n“Điều 24. Nhập học\n"
            "“1. Trường công bố danh sách.\n2. Người học nộp hồ sơ đúng hạn”.\n2. Bãi bỏ Điều 25.\n"
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n",
            kind="decision",
            language="vi",
        )
    )
    assert [r.get("number") for r in rows] == ["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 2"]


def test_a_letter_without_a_kind_is_titled_by_what_it_is_about(read):
    letter = (
        "ĐẠI HỌC VÙNG C\nTRƯỜNG ĐẠI HỌC B\nSố: 84/ĐHB-ĐT\nHà Nội, ngày 30 tháng 7 năm 2024\n"
        "V/v lịch giảng dạy năm học\n"
        "Kính gửi: Đại học vùng C\nTrường xin báo cáo lịch giảng dạy như phụ lục đính kèm.\n"
    )
    row = documents.extract(read(letter, kind="other", language="vi"))[0]
    assert (row.get("title"), row.get("number")) == ("V/v lịch giảng dạy năm học", "84/ĐHB-ĐT")


def test_a_decree_has_a_title_and_a_day_of_effect(read):
    decree = (
        "CHÍNH PHỦ\nSố: 90/2023/NĐ-CP\nHà Nội, ngày 14 tháng 5 năm 2023\nNGHỊ ĐỊNH\nQuy định mức phụ cấp\n"
        "Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019;\nĐiều 1. Mức phụ cấp\n1. Mức phụ cấp tính theo tháng.\n"
        "Điều 2. Hiệu lực\n1. Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2023.\n"
        "2. Nghị định số 38/2019/NĐ-CP ngày 09 tháng 5 năm 2019 của Chính phủ quy định mức phụ cấp hết hiệu lực kể từ"
        " ngày Nghị định này có hiệu lực.\n"
    )
    document = find(read(decree, language="vi"))
    row = documents.extract(document)[0]
    assert (row.get("title"), row.get("effective_from")) == ("Quy định mức phụ cấp", "2023-07-01")
    old = next(r for r in citations.extract(document) if r.get("number") == "38/2019/NĐ-CP")
    assert (old.get("title"), old.get("relation")) == ("quy định mức phụ cấp", "replaces")


def test_to_whom_a_notice_applies(read):
    words = NOTICE.replace("- Sinh viên năm cuối;\n- Học viên bảo lưu.\n", "Sinh viên chính quy khóa 2024 trở đi.\n")
    assert documents.extract(read(words, kind="notice", language="vi"))[0].get("applies_to") == (
        "Sinh viên chính quy khóa 2024 trở đi"
    )


def test_a_line_of_the_distribution_list_that_goes_on_with_a_capital(read):
    tail = "Nơi nhận:\n- Văn phòng: các Vụ, Trợ lý, Cổng\nTTĐT, các đơn vị trực thuộc;\n- Lưu: VT.\n"
    rows = recipients.extract(read(NOTICE + tail, kind="notice", language="vi"))
    assert [r.get("name") for r in rows] == ["Văn phòng: các Vụ, Trợ lý, Cổng TTĐT, các đơn vị trực thuộc", "VT"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Trường Đại học Sông Mây (ĐHSM) thông báo.", {"ĐHSM": "Trường Đại học Sông Mây"}),
        ("Sinh viên các chương trình đào tạo đại học (CTĐT) của khoa.", {"CTĐT": "chương trình đào tạo"}),
        (
            "Hồ sơ nộp tại Phòng Khảo thí và Đảm bảo chất lượng (KT&ĐBCL).",
            {"KT&ĐBCL": "Khảo thí và Đảm bảo chất lượng"},
        ),
        (
            "Quy định của Đại học Sông Mây (sau đây viết tắt là ĐHSM hoặc Nhà trường).",
            {"ĐHSM": "Đại học Sông Mây", "Nhà trường": "Đại học Sông Mây"},
        ),
        (
            "Mức này áp dụng đối với công chức, người hưởng lương, phụ cấp"
            " (sau đây gọi chung là người hưởng lương, phụ cấp).",
            {"người hưởng lương, phụ cấp": "công chức, người hưởng lương, phụ cấp"},
        ),
    ],
)
def test_short_names_in_brackets(read, sentence, wanted):
    rows = terms.extract(read(f"QUY ĐỊNH\nĐiều 1. Phạm vi\n1. {sentence}\n2. Khác.\n", language="vi"))
    assert {r.get("term"): r.get("definition") for r in rows} == wanted


def test_the_title_of_a_form_between_its_label_and_the_motto(read):
    words = (
        "QUY ĐỊNH\nĐiều 1. Hồ sơ\n1. Đơn theo mẫu tại Phụ lục I.\n2. Văn bản khác.\nĐiều 2. Hiệu lực\nTừ ngày ký.\n"
        "\fPhụ lục I\n(Kèm theo Quyết định số 19/QĐ-ĐHB ngày 08/9/2021 của Hiệu trưởng\nTrường Đại học B)\n"
        "MẪU ĐƠN ĐĂNG KÝ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Kính gửi: Phòng Đào tạo\nHọ và tên: ..............................\nLớp: ..............................\n"
    )
    rows = forms.extract(read(words, kind="regulation", language="vi"))
    assert [(r.get("number"), r.get("title"), r.get("addressee")) for r in rows] == [
        ("I", "MẪU ĐƠN ĐĂNG KÝ", "Phòng Đào tạo")
    ]


def test_the_first_blanks_below_a_label_are_of_its_form(read):
    words = (
        "QUY ĐỊNH\nĐiều 1. Hồ sơ\n1. Nộp đơn theo Mẫu số 02.\n2. Văn bản khác.\nĐiều 2. Hiệu lực\nTừ ngày ký.\n"
        "\fMẫu số 02\nĐƠN XIN HOÃN THI\nKính gửi: Phòng Khảo thí Trường Cao đẳng B\n"
        "Họ và tên: .................... Lớp: .................\nMôn thi: ..............................\n"
        "Tôi xin hoãn thi vì: ..............................\n"
    )
    (row,) = forms.extract(read(words, kind="regulation", language="vi"))
    assert (row.get("addressee"), row.get("provision")) == ("Phòng Khảo thí Trường Cao đẳng B", "Điều 1.1")


def test_a_list_without_dashes_up_to_the_file_copy(read):
    tail = "Nơi nhận:\nNhư trên;\nĐăng bảng tin;\nLưu: VT.\n"
    rows = recipients.extract(read(NOTICE + tail, kind="notice", language="vi"))
    assert [(r.get("name"), r.get("purpose")) for r in rows] == [
        ("Như trên", None),
        ("Đăng bảng tin", None),
        ("VT", "Lưu"),
    ]


def test_the_number_of_an_act_at_the_start_of_a_line_is_no_clause(read):
    words = (
        "QUYẾT ĐỊNH\nĐiều 1. Thay thế một số cụm từ của Thông tư số\n06/2031/TT-BXD\n1. Thay cụm từ thứ nhất.\n"
        "2. Bỏ cụm từ thứ hai.\nĐiều 2. Hiệu lực\nTừ ngày ký.\n"
    )
    rows = provisions.extract(read(words, kind="decision", language="vi"))
    assert [r.get("number") for r in rows] == ["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 2"]


def test_the_caption_of_a_table_is_no_text(read):
    words = "QUY ĐỊNH\nĐiều 1. Mức\n\nTính theo Bảng 1:\n\nBảng 1. Mức thu\n\n| TT | Mức |\n| 1 | cao |\n| 2 | vừa |\n"
    (row,) = provisions.extract(read(f"{words}\n", kind="regulation", language="vi"))
    assert row.get("text") == "Tính theo Bảng 1:"


def test_a_caption_in_bold_leaves_no_empty_row(read):
    words = "1. Mục tiêu\n\n**Bảng 1: Mức thu**\n\n| TT | Mức |\n| 1 | cao |\n| 2 | vừa |\n\n2. Học liệu\n\nSách in.\n"
    found = provisions.extract(read(words, kind="syllabus", language="vi"))
    assert [(row.get("number"), row.get("heading")) for row in found] == [("1", "Mục tiêu"), ("2", "Học liệu")]


def test_notes_below_a_table_and_capitals_above_an_article_are_no_clauses_of_it(read):
    document = read(
        "QUY ĐỊNH\n\nĐiều 1. Phạm vi\n\n1. Văn bản này nói về học bổng.\n\n2. Mức học bổng theo bảng:\n\n"
        "| TT | Loại | Mức (1) |\n| 1 | Giỏi | cao |\n| 2 | Khá | vừa |\n\n(1) Mức tính theo tháng.\n\n"
        "Điều 2. Kỳ hạn\n\nChi trả theo học kỳ.\n\nTHU HỒI HỌC BỔNG\n\nĐiều 3. Trường hợp\n\nBuộc thôi học.\n",
        language="vi",
    )
    found = [(section.number, section.heading is not None) for section in document.sections]
    kept = [("Điều 1", True), ("Điều 1.1", False), ("Điều 1.2", False), ("Điều 2", True)]
    assert found == [*kept, (None, True), ("Điều 3", True)]


def test_clauses_go_on_below_the_notes_of_a_table(read):
    document = read(
        "QUY ĐỊNH\n\nPhụ lục 1\nMỨC THU\n\nI. Hệ chính quy\n\n1) Lớp đại trà\n\nMức thu chung.\n\n2) Lớp riêng\n\n"
        "| Lớp | Môn chung (1) Tin học | Môn khác |\n| Quốc tế (QT) (2) | 70 | 90 |\n| Tiên tiến | 60 | 80 |\n\n"
        "(1) Các môn thuộc khối đại cương.\n"
        "(2) Lớp quốc tế nộp thêm phí ghi danh của trường\nđối tác theo năm.\n\n3) Lớp liên kết\n\nTheo hợp đồng.\n",
        language="vi",
    )
    printed = [document.text.body(s.marker) for s in document.sections if s.marker]
    assert printed == ["Phụ lục 1", "I.", "1)", "2)", "3)"]


def test_an_article_after_a_note_in_brackets_and_a_gap_is_kept(read):
    document = read(
        "QUY ĐỊNH\n\nĐiều 1. Phạm vi\nVăn bản này nói về thư viện.\n"
        "(Điều này có nội dung liên quan đến Điều 6 của quy chế chung)\nĐiều 9. Hiệu lực\nCó hiệu lực từ ngày ký.\n",
        language="vi",
    )
    assert [section.number for section in document.sections] == ["Điều 1", "Điều 9"]


def test_thanks_that_close_a_letter_belong_to_no_clause(read):
    document = read(
        "CÔNG VĂN\n\n1. Các khoa rà soát phòng máy.\n\n2. Các khoa gửi danh sách.\n\nTrân trọng cảm ơn./.\n",
        language="vi",
    )
    last = document.sections[-1]
    assert last.number == "2" and "Trân trọng" not in document.text.body(last.text[-1])


def test_a_deputy_minister_signs_for_the_minister(read):
    document = read(
        "BỘ GIÁO DỤC VÀ ĐÀO TẠO\n\nTHÔNG TƯ\nQuy định về học bổng\n\nĐiều 1. Hiệu lực\nCó hiệu lực từ ngày ký.\n\n"
        "                    KT. BỘ TRƯỞNG\n                    THỨ TRƯỞNG\n\n\n                    Trần Văn Minh\n",
        language="vi",
    )
    assert [(row.get("name"), row.get("capacity")) for row in people.extract(document)] == [("Trần Văn Minh", "KT.")]


@pytest.mark.parametrize(
    ("joined", "kind"),
    [("hợp nhất Luật Thủy lợi", "law"), ("hợp nhất Nghị định về thủy lợi", "decree"), ("", "regulation")],
)
def test_a_consolidated_text_is_of_the_kind_of_what_it_consolidates(read, joined, kind):
    act = f"Văn bản hợp nhất số 12/VBHN-BTL ngày 03/4/2021 của Bộ Thủy lợi {joined}"
    words = f"QUYẾT ĐỊNH\nCăn cứ {act};\nĐiều 1. Nay giao.\n"
    rows = citations.extract(find(read(words, kind="decision", language="vi")))
    assert [row.get("kind") for row in rows] == [kind]
