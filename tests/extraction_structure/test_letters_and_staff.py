"""Letters below a section, staff in numbered lines, short forms a gap apart, what stands in cells of plans."""

from tests.extraction_curriculum.paper import only, reading, rows

PRINTED = """ĐỀ CƯƠNG HỌC PHẦN
ĐỊA CHẤT BIỂN
BẢNG TỪ VIẾT TẮT
BT    Bài tập
CĐR    Chuẩn đầu ra
GV    Giảng viên
Nxb    Nhà xuất bản
1. THÔNG TIN VỀ GIẢNG VIÊN
1. TS. Lê Thị An – GVC, Trưởng Bộ môn
Điện thoại: 024.35550101
2. PGS.TS. Trần Văn Bình – GVCC
Điện thoại: 024.35550102
2. HỌC PHẦN TIÊN QUYẾT
Không có.
3. HỌC LIỆU
A. GIÁO TRÌNH
1. Lê Thị An, Địa chất biển, Nxb. Giáo dục, 2019.
B. TÀI LIỆU THAM KHẢO
1. Trần Văn Bình, Trầm tích, Nxb. Giáo dục, 2020.
4. CHÍNH SÁCH
Theo quy chế hiện hành.
"""


def test_letters_stand_below_the_section_that_they_part_and_staff_are_no_sections() -> None:
    found = only(rows("provisions", reading(PRINTED)), "number", "heading")
    assert ("2", "HỌC PHẦN TIÊN QUYẾT") in found and ("4", "CHÍNH SÁCH") in found
    assert not [heading for _, heading in found if heading and "Trần Văn Bình – GVCC" in heading]


def test_short_forms_and_meanings_a_wide_gap_apart_are_terms() -> None:
    assert only(rows("terms", reading(PRINTED)), "term", "definition") == [
        ("BT", "Bài tập"), ("CĐR", "Chuẩn đầu ra"), ("GV", "Giảng viên"), ("Nxb", "Nhà xuất bản"),
    ]  # fmt: skip
