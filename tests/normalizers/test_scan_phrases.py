"""Phrases that acts share, borders of tables and lone letters in scans."""

import pytest

from models.edits import Edit, apply
from normalizers.garble.scans.marks import mark_changes, text_changes
from normalizers.garble.scans.numbers import number_changes
from normalizers.garble.scans.phrases import phrase_changes
from normalizers.repair import repair

SCAN = """CỌNG HÒA XÃ HỌI CHỦ NGHĨA VIỆT NAM
Căn cứ Quyêt định số 15/2020/NĐ-CP của Chính phủ về việc tồ chức và hoạt động của Trường Đại học Mỏ Đồng Nai;
Căn cứ Quy chế tồ chức và hoạt động, được sửa đồi, bồ sung;
Quyêt định này có hiệu lực kế từ ngày ký.
"""


def changed(changes, text):
    edits = []
    for start, before, after, _ in changes:
        assert text[start:].startswith(before)
        if not any(start < edit.end and edit.start < start + len(before) for edit in edits):
            edits.append(Edit(start, start + len(before), before, after, "test"))
    return apply(text, sorted(edits, key=lambda edit: edit.start))


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("CỌNG HÒA XÃ HỌI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Độc lâp - Tự đo — Hạnh phùc", "Độc lập - Tự do — Hạnh phúc"),
        ("Đặc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),  # one word of what is always the same
        ("Dọc lập - Tư đo - Hạnh phức", "Độc lập - Tự do - Hạnh phúc"),
        ("Đặc tập - Tự do - Hạnh phúc", "Đặc tập - Tự do - Hạnh phúc"),  # two
        ("bổ sung một số điểm", "bổ sung một số điểm"),
        ("sửa đôi, bô\nsung một sô điều của Luật", "sửa đổi, bổ\nsung một số điều của Luật"),
        ("Chủ tịch Uỷ ban nhân dân tỉnh", "Chủ tịch Uỷ ban nhân dân tỉnh"),
        ("các văn bằng liên quan", "các văn bằng liên quan"),
        ("CƠ CẤU TỎ CHƯC", "CƠ CẤU TỔ CHỨC"),
        ("cơ cấu. Tổ chức", "cơ cấu. Tổ chức"),
        ("phòng hiệu trưởng", "phòng hiệu trưởng"),
        ("PHÓ VIEN TRƯỞNG", "PHÓ VIEN TRƯỞNG"),  # the institute lost its marks
        ("THONG BAO", "THÔNG BÁO"),
        ("Về việc\nQUYET ĐINH:\nĐiều 1", "Về việc\nQUYẾT ĐỊNH:\nĐiều 1"),
        ("theo ké hoach, QUY CHE 43", "theo ké hoach, QUY CHE 43"),
    ],
)
def test_phrases_are_known_by_their_letters(read: str, printed: str) -> None:
    assert changed(phrase_changes(read), read) == printed


def test_borders_of_tables_are_no_signs() -> None:
    read = "5 | Khảo sát | 2 |\n| 6 | Thiết kế |G1.1\n7 | Kiểm thử | 3"
    assert changed(text_changes(read), read) == "5 Khảo sát 2\n6 Thiết kế G1.1\n7 Kiểm thử 3"
    few = "P(A|B) = 0,5 | trang 3"
    assert changed(text_changes(few), few) == few


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("€) Không nộp hồ sơ;", "c) Không nộp hồ sơ;"),
        ("ä) Không nộp hồ sơ;", "a) Không nộp hồ sơ;"),
        ("à, thế à) rồi", "à, thế à) rồi"),
        ("trong 0] tuần, hệ số l,5", "trong 01 tuần, hệ số 1,5"),
        ("tại khoản Ï Điều 7", "tại khoản 1 Điều 7"),
        ("mục I của Chương I, 1", "mục I của Chương I, 1"),
        ("ngày 2ó tháng 9", "ngày 26 tháng 9"),
        ("cấp ó0 ghế, từ 4 đến ó người", "cấp 60 ghế, từ 4 đến 6 người"),
        ("ngày 9 tháng TÔ năm 2031, tháng TÔI năm 2031", "ngày 9 tháng 10 năm 2031, tháng TÔI năm 2031"),
        ("số 48/2032/T1-BYT, số 48/2032/T1-SYT", "số 48/2032/TT-BYT, số 48/2032/T1-SYT"),
        ("con ó bay từ tổ đến ó kia", "con ó bay từ tổ đến ó kia"),
        ("học kỳ H, quý HI, Chương IL và Chương Il, quý II", "học kỳ II, quý III, Chương II và Chương Il, quý II"),
        ("TRƯƠNG THPT HAI BÀ TRƯNG, ÔNG TRƯƠNG", "TRƯỜNG THPT HAI BÀ TRƯNG, ÔNG TRƯƠNG"),
        ("H2ó và có 3 ó", "H2ó và có 3 ó"),
        ("Thông tr liên tịch số 7/2015/TTLT-BYT", "Thông tư liên tịch số 7/2015/TTLT-BYT"),
        ("Thông báo số 7/TB-BYT, Thông tin số 4", "Thông báo số 7/TB-BYT, Thông tin số 4"),
        ("Thông báo số 12/TTR-SGD", "Thông báo số 12/TTR-SGD"),
        ("học tại Là Nội, xem Là Nội dung", "học tại Hà Nội, xem Là Nội dung"),
        ("Nợi nhận:", "Nơi nhận:"),
        ("Chỉ phí khác, chỉ tiết kiệm được", "Chi phí khác, chỉ tiết kiệm được"),
        ("xem chỉ tiết tại đây, liên kết chặt chế", "xem chi tiết tại đây, liên kết chặt chẽ"),
        ("TI lệ nhập học, cách xử ÍÝ đơn", "Tỉ lệ nhập học, cách xử lý đơn"),
        ("HỌC VIẸỆN TRÍ Í TUỆ, LÝ Ý NGHĨA", "HỌC VIỆN TRÍ TUỆ, LÝ Ý NGHĨA"),
        ("- Tổ kho (giữ) .", "- Tổ kho (giữ) ."),
        ("giá l24.000 đồng |24.000", "giá 124.000 đồng |24.000"),
        ("TRƯỜNG PHÒNG VẬT TƯ", "TRƯỞNG PHÒNG VẬT TƯ"),
        ("điều oề kho, 0ận tải, 1,0ận", "điều về kho, vận tải, 1,0ận"),
        ("'Tổng số phiếu", "Tổng số phiếu"),
        ("gọi 'Tổng kho' là", "gọi 'Tổng kho' là"),
        ("CÔNG VĂN ĐẾN Ề", "CÔNG VĂN ĐẾN"),
        ("họp tại thành phố H ồ", "họp tại thành phố H ồ"),  # a word that fell in two
        ("- Lưu; VT, ĐT.", "- Lưu: VT, ĐT."),
        ("TRƯỜNG PHÒNG CHỐNG CHÁY", "TRƯỜNG PHÒNG CHỐNG CHÁY"),
        ("môn LÝ luận văn học, LÝ THƯỜNG KIỆT", "môn Lý luận văn học, LÝ THƯỜNG KIỆT"),
    ],
)
def test_letters_that_stand_alone(read: str, printed: str) -> None:
    assert changed(mark_changes(read), read) == printed


def test_an_amended_law_is_known_by_its_title() -> None:
    read = "sửa đổi, bồ\n$19 mội sô điều của Luật Thư viện"
    assert changed(text_changes(read), read) == "sửa đổi, bồ\nsung mội sô điều của Luật Thư viện"


def test_phrases_are_put_right_in_scans_only() -> None:
    assert repair(SCAN).text.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n")
    quoted = "Ông ấy viết nhầm là phó hiệu trường trong bài báo.\nHôm nay trời đẹp, chúng tôi đi học.\n"
    assert repair(quoted).text == quoted


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("lúc 8 giờ L5 phút", "lúc 8 giờ 15 phút"),
        ("ngày 11 tháng LI năm 2030", "ngày 11 tháng 11 năm 2030"),
        ("ngày 0ï tháng 3", "ngày 01 tháng 3"),
        ("8 giờ L9L phút, tháng L4 năm 2030", "8 giờ L9L phút, tháng L4 năm 2030"),  # no month is
    ],
)
def test_ones_of_days_months_and_minutes(read: str, printed: str) -> None:
    assert changed(number_changes(read, lambda name: name), read) == printed


def test_a_given_name_is_not_made_another_one() -> None:
    named = "Thư ký: bà Tạ Thúy Ngân ghi\nVõ Thị Hường Giang, Bao bì thực phẩm\n"
    assert repair(SCAN + named).text.endswith(named)


def test_a_word_in_capitals_stays_in_capitals() -> None:
    assert "MỤC ĐÍCH, YÊU CẦU" in repair(SCAN + "I. MỤC ĐÍCH, VÊU CẦU\n").text


def test_a_joint_circular_is_known_though_its_last_letter_is_a_figure() -> None:
    read = "Thông tư liên tịch số 7/2015/TTL1-BYT-BTC"
    assert changed(number_changes(read, lambda name: name), read) == "Thông tư liên tịch số 7/2015/TTLT-BYT-BTC"


def test_a_short_name_that_nobody_knows_keeps_its_letters() -> None:
    page = SCAN + "SỞ GIÁO DỤC VÀ ĐÀO TẠO\nCăn cứ Quyết định số 4528/QĐ-SGDĐT ngày 17 tháng 2 năm 2023;\n"
    assert "4528/QĐ-SGDĐT ngày" in repair(page).text


def test_a_heading_ends_the_recitals() -> None:
    read = "Căn cứ Luật Thư viện;\nCăn cứ Luật Giá:\nCăn cứ Luật Thuế;\nQUYẾT ĐỊNH:\nĐiều 1. Như sau:\nCăn cứ đó,\n"
    assert changed(text_changes(read), read) == read.replace("Giá:", "Giá;")


def test_a_department_is_no_ministry() -> None:
    text = "GIÁM ĐỐC SỞ LAO ĐỌNG - THƯƠNG BINH VÀ XÃ HỘI"
    assert changed(phrase_changes(text), text) == text.replace("ĐỌNG", "ĐỘNG")
    cut = "Thành phố H Chí Minh"
    assert changed(phrase_changes(cut), cut) == "Thành phố Hồ Chí Minh"


def test_a_name_in_english_has_no_marks() -> None:
    for text in ("Tư tưởng Hồ Chí Minh - Ho Chi Minh's Ideology", "the University of Ho Chi Minh City"):
        assert list(phrase_changes(text)) == []
    assert [change[2] for change in phrase_changes("đoàn Ho Chi Minh của xã")] == ["Hồ", "Chí"]
