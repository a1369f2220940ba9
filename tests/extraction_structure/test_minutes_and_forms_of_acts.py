"""Minutes of faculties, blanks in the titles of forms, the city at the edge of a column of a head."""

import pytest

from extractors.heads import read_head
from extractors.heads.pieces import Piece, place_apart
from extractors.people import read_people
from extractors.tables import forms

MINUTES = """TRƯỜNG CAO ĐẲNG BIỂN XANH                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
KHOA CHẾ BIẾN                                   Độc lập - Tự do - Hạnh phúc
                                        Nha Trang, ngày 7 tháng 3 năm 2031

BIÊN BẢN
Họp rà soát giáo trình

Thời gian: 8 giờ 15 phút.
Địa điểm: Phòng 12.

1. Thư ký đọc danh sách giáo trình.

2. Cả khoa nhất trí.

Cuộc họp kết thúc lúc 9 giờ.

NGƯỜI GHI BIÊN BẢN                              CHỦ TỌA

Phạm Thu Hoài                                   Trần Quốc Bảo
"""


def test_a_faculty_issues_its_minutes_and_their_title_ends_before_time_and_place(read):
    head = read_head(read(MINUTES, kind="other", language="vi"))
    assert (head.get("issuer"), head.get("parent_body")) == ("KHOA CHẾ BIẾN", "TRƯỜNG CAO ĐẲNG BIỂN XANH")
    assert head.get("title") == "Họp rà soát giáo trình"


def test_both_who_sign_minutes_are_people(read):
    rows = read_people(read(MINUTES, kind="other", language="vi"))
    assert {(row.get("name"), row.get("role")) for row in rows} == {
        ("Phạm Thu Hoài", "NGƯỜI GHI BIÊN BẢN"),
        ("Trần Quốc Bảo", "CHỦ TỌA"),
    }


def test_the_title_of_a_form_ends_before_its_blank(read):
    document = read(
        "QUY ĐỊNH\n\nĐiều 1. Báo cáo\n\n1. Báo cáo theo Mẫu số 01.\n\n2. Khác.\n\nNơi nhận:\n- Các lớp.\n\n"
        "Mẫu số 01\n\nDANH SÁCH HỌC VIÊN KHÓA ......\n\nKính gửi: Phòng Đào tạo\n\n1. Số người: ..........\n\n"
        "2. Thời gian: ..........\n",
        language="vi",
    )
    assert [(row.get("number"), row.get("title")) for row in forms.extract(document)] == [
        ("1", "DANH SÁCH HỌC VIÊN KHÓA")
    ]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("TRƯỜNG CAO ĐẲNG MAY TP. Thành phố Thủ Đức, ngày 9 tháng 5 năm 2031",
         ["TRƯỜNG CAO ĐẲNG MAY TP.", "Thành phố Thủ Đức, ngày 9 tháng 5 năm 2031"]),
        ("TP. Cao Lãnh, ngày 9 tháng 5 năm 2031", ["TP. Cao Lãnh, ngày 9 tháng 5 năm 2031"]),
    ],
)  # fmt: skip
def test_the_short_word_for_a_city_belongs_to_the_body_where_the_place_has_its_own(line, wanted):
    assert [piece.text for piece in place_apart(Piece(line, 0, len(line), 0))] == wanted
