"""Letters, notices and regulations of Vietnamese schools: headings with a colon, distribution lists, signatures."""

import pytest

from extractors.finding import find
from extractors.tables import citations, people, provisions, recipients

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
