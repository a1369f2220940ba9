"""Vietnamese signers whose name is lost above a list of names, and titles that end before what is no part of them."""

import pytest

from extractors.arranging import arrange
from extractors.finding import find
from extractors.parsing.headed_parts import headed_parts
from extractors.parsing.lines import printed_lines
from extractors.reading.files.plain import pages_of
from extractors.tables import citations, people

NOTICE = """SỞ GIÁO DỤC VÀ ĐÀO TẠO KHÁNH LÂM
TRƯỜNG THPT ĐỒNG NGUYÊN
Số: 31/TB-THPTĐN

THÔNG BÁO
Về việc niêm yết danh mục sách

Nhà trường thông báo danh mục sách (theo danh mục đính kèm).

Nơi nhận:
- Lưu VT.
KT. HIỆU TRƯỞNG
PHÓ HIỆU TRƯỞNG

DANH MỤC
Sách giáo khoa lớp 10

TT\tMôn\tTên sách\tTên tác giả
1\tToán\tToán 10\tTrần Nam Sơn
2\tVật lí\tVật lí 10\tPhạm Nguyên Thành
3\tHóa học\tHóa học 10\tCao Cự Hùng
4\tNgữ văn\tNgữ văn 10\tLý Thành Thi
5\tSinh học\tSinh học 10\tMai Sỹ Tấn
"""


def test_an_author_in_a_list_below_a_lost_name_signed_nothing(read):
    rows = people.extract(read(NOTICE, language="vi"))
    assert [row.get("role") for row in rows if row.get("act") == "signed"] == ["PHÓ HIỆU TRƯỞNG"]
    assert [row.get("name") for row in rows] == [None]


@pytest.mark.parametrize(("beside", "parts"), [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 0), ("BỘ MÔN VÔ CƠ", 3)])
def test_who_issues_beside_the_motto_heads_no_part(beside, parts):
    pages = pages_of(
        f"TRƯỜNG ĐẠI HỌC SAO    {beside}\n\nKHOA HÓA HỌC\nKhoa mở lớp cho sinh viên năm thứ ba và năm thứ tư.\n\n"
        "THÔNG BÁO\nSinh viên các lớp thực tập tại nhà máy từ tháng mười.\n\n"
        "PHÂN CÔNG\nMỗi nhóm sinh viên có một giảng viên hướng dẫn.\n"
    )
    assert len(headed_parts(printed_lines(arrange(pages), pages), cyrillic=False)) == parts


@pytest.mark.parametrize(
    "tail",
    [
        " (có hiệu lực từ ngày 16/8/2015)",
        " và các quy định khác của pháp luật có liên quan",
        " (sau đây gọi tắt là Thông tư số 58/2015/TT-BGDĐT)",
        " kể từ ngày Quyết định này có hiệu lực",
        "",
    ],
)
def test_a_title_ends_before_its_effect_and_other_rules(read, tail):
    text = (
        "QUYẾT ĐỊNH\nVề việc hỗ trợ\n\nCăn cứ Thông tư số 58/2015/TT-BGDĐT ngày 02/7/2015 của Bộ Giáo dục và Đào tạo "
        f"quy định về chính sách giáo dục{tail};\n\nĐiều 1. Hỗ trợ học viên.\nĐiều 2. Thi hành.\n"
    )
    found = citations.extract(find(read(text, language="vi")))
    assert [(r.get("number"), r.get("title")) for r in found] == [
        ("58/2015/TT-BGDĐT", "quy định về chính sách giáo dục")
    ]
