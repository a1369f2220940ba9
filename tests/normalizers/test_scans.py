"""Codes, dates and dirt in scans: put right where their grammar proves it, and only in documents seen to be scans."""

import pytest

from models.edits import Edit, apply
from normalizers.garble.scans.marks import mark_changes, telltales, text_changes
from normalizers.garble.scans.numbers import label_changes, list_changes, number_changes
from normalizers.repair import repair

SCAN = """Căn cứ Quyêt định số 15/2020/NĐ-CP của Chính phủ về việc tồ chức và hoạt động của Trường Đại học Mỏ Đồng Nai;
Căn cứ Quy chế tồ chức và hoạt động, được sửa đồi, bồ sung;
Quyêt định này có hiệu lực kế từ ngày ký.
"""
SOUND = """Căn cứ Quyết định số 15/2020/NĐ-CP của Chính phủ về việc tổ chức và hoạt động của Trường Đại học Mỏ Đồng Nai;
Căn cứ Quy chế tổ chức và hoạt động, được sửa đổi, bổ sung;
Quyết định này có hiệu lực kể từ ngày ký.
"""


def changed(changes, line):
    """The line with the changes made; of two that touch the same letters the first counts."""
    edits = []
    for start, before, after, _ in changes:
        assert line[start:].startswith(before)
        if not any(start < edit.end and edit.start < start + len(before) for edit in edits):
            edits.append(Edit(start, start + len(before), before, after, "test"))
    return apply(line, sorted(edits, key=lambda edit: edit.start))


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("số 26/201 4QÐ- TTg ngày", "số 26/2014/QĐ-TTg ngày"),
        ("số 767/0Đ- -ĐHQG-TCCB ngày", "số 767/QĐ-ĐHQG-TCCB ngày"),
        ("số ] 6/QC-ĐHBK ngày 07/9/2020", "số 16/QC-ĐHBK ngày 07/9/2020"),
        ("số I7/NQ-ĐHBK ngày 18/3/2021] của", "số 17/NQ-ĐHBK ngày 18/3/2021 của"),
        ("số 152/2007/Q0D-TT§g ngày J8 tháng lÏ năm", "số 152/2007/QĐ-TTg ngày 18 tháng 11 năm"),
        ("ngày 19/1 1/2018, Luật số 34/201 8/QH14", "ngày 19/11/2018, Luật số 34/2018/QH14"),
        ("số 66/QĐ–ĐHBK-ĐT ngày 4/12/2018", "số 66/QĐ–ĐHBK-ĐT ngày 4/12/2018"),
        ("tỷ lệ 1/2 QĐ, 5 TT-BYT, 12 1/2020", "tỷ lệ 1/2 QĐ, 5 TT-BYT, 12 1/2020"),
        ("ngày 32 tháng J3 năm", "ngày 32 tháng J3 năm"),
        ("Chương2 và Bài 3, Tuần12", "Chương 2 và Bài 3, Tuần 12"),
        ("Tuần3A, Bài2.1", "Tuần3A, Bài2.1"),
        ("ngày 05 tháng 1 2 năm 2021", "ngày 05 tháng 12 năm 2021"),
        ("ngày 1 2 tháng 1 3 năm 2021", "ngày 1 2 tháng 1 3 năm 2021"),
        ("Số: 137/Qb-ĐHBK", "Số: 137/QĐ-ĐHBK"),
    ],
)
def test_numbers_are_read_by_their_grammar(read: str, printed: str) -> None:
    assert changed(number_changes(read, lambda name: name), read) == printed


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("- _ Phòng Đào tạo;", "- Phòng Đào tạo;"),
        ("-.. Số vào sổ gốc", "- Số vào sổ gốc"),
        ("đề nghị của Tì rưởng Phòng và T rung tâm", "đề nghị của Trưởng Phòng và Trung tâm"),
        ("trường tr ung học CƠ SỞ, mỘT số", "trường trung học cơ sở, một số"),
        ("Sắp XẾp, bố trí, gIao và nhận", "Sắp xếp, bố trí, giao và nhận"),
        ("mua sắm dịch vụ. trang bị cơ sở", "mua sắm dịch vụ, trang bị cơ sở"),
        ("hoàn thành công việc trong. vòng năm ngày", "hoàn thành công việc trong vòng năm ngày"),
        ("Tuần | Nội dung | Tiết", "Tuần | Nội dung | Tiết"),
        ("mỗi .học viên nêu ở khoản I Điều 9", "mỗi học viên nêu ở khoản 1 Điều 9"),
        ("theo tiêu chuẩn ISO. sau đó vv. không", "theo tiêu chuẩn ISO. sau đó vv. không"),
        ("thi hành quyết định này ./. ¬", "thi hành quyết định này./."),
        ("thi hành quyết định này./.", "thi hành quyết định này./."),
        ("thi hành quyết định này/.", "thi hành quyết định này/."),
        ("Tài chính — Kế toán", "Tài chính – Kế toán"),
        ("e_ Thảo luận nhóm", "• Thảo luận nhóm"),
        ("TỔ CHỨC CÁN BỘ và HỌC KỲ, ThS. Lê TTr", "TỔ CHỨC CÁN BỘ và HỌC KỲ, ThS. Lê TTr"),
    ],
)
def test_dirt_and_signs(read: str, printed: str) -> None:
    assert changed(mark_changes(read), read) == printed


def test_the_end_of_a_recital_is_as_most_are() -> None:
    text = "Căn cứ Luật A;\nCăn cứ Luật B,\nCăn cứ Luật C;\nTheo đề nghị của ông D."
    assert changed(text_changes(text), text) == text.replace("B,", "B;")
    commas = text.replace(";", ",")
    assert changed(text_changes(commas), commas) == commas


def test_labels_of_a_kind_have_ones() -> None:
    text = "G1.1, G2.1, G2.3, GI.2 và G8.l; điểm I.2, A.1"
    assert changed(label_changes(text), text) == text.replace("GI", "G1").replace("8.l", "8.1")
    assert not list(label_changes("G1.1, GI.2, G2.1"))
    text = "COI: chăm chỉ\nCO2: nắm nghề\nCO3: giữ máy"
    assert changed(label_changes(text), text) == text.replace("COI", "CO1")
    text = "CĐRI. chăm chỉ\nCĐR2. nắm nghề\nCĐR3. giữ máy"
    assert changed(label_changes(text), text) == text.replace("CĐRI", "CĐR1")
    assert not list(label_changes("AI: một\nA2, A3"))
    text = "G1.1, G1.2, G2.1, G7.1: GI1.2, G7.I1"
    assert changed(label_changes(text), text) == "G1.1, G1.2, G2.1, G7.1: G1.2, G7.1"
    assert not list(label_changes("G1.1, G1.2, G2.1: GI1.5"))
    text = "G1.1, G1.2, G2.1, G2.2: GI1.2, GI1.1, GI1.2"
    assert changed(label_changes(text), text) == "G1.1, G1.2, G2.1, G2.2: G1.2, G1.1, G1.2"
    assert not list(label_changes("G1.1, G1.2, G2.1: GI1.2, GI1.1, GI2.1, GI2.2"))
    text = "BT#I BT#2 BT#3 BT#4 BT#S BT#6 BT#7 BT#S"
    assert changed(label_changes(text), text) == "BT#1 BT#2 BT#3 BT#4 BT#5 BT#6 BT#7 BT#S"
    text = "BT#1 BT#2 BT#? BT#4 BT#6 BT#? BT#S BT#9 BT#?"
    assert changed(label_changes(text), text) == "BT#1 BT#2 BT#3 BT#4 BT#6 BT#7 BT#8 BT#9 BT#?"
    assert not list(label_changes("C#S"))


def test_what_a_two_follows_is_a_one() -> None:
    text = "I. Mục đích\n2. Yêu cầu\nI. Mục đích\nII. Yêu cầu\nl) Điểm"
    assert changed(list_changes(text), text) == text.replace("I.", "1.", 1)
    text = "LI] Sách một\nJ2] Sách hai\n[3] Sách ba"
    assert changed(list_changes(text), text) == "[1] Sách một\n[2] Sách hai\n[3] Sách ba"
    assert not list(list_changes("J2] Sách hai"))


def test_no_list_leaves_out_its_d() -> None:
    text = "a) Nộp đơn;\nb) Xét đơn;\nc) Trả lời;\nđ) Lưu đơn.\n5. Nộp bài"
    assert changed(list_changes(text), text) == text.replace("đ) Lưu", "d) Lưu")
    misread = text.replace("c)", "e)")
    assert changed(list_changes(misread), misread) == text.replace("đ) Lưu", "d) Lưu")
    assert not list(list_changes(text.replace("c) Trả", "e) Trả").replace("đ)", "g)")))
    for sound in (
        text.replace("c)", "d)"),
        text.replace("Lưu đơn.", "Lưu.\ne) Hủy."),
        text.replace("đ)", "2. Thêm\nđ)"),
    ):
        assert changed(list_changes(sound), sound) == sound


def test_capitals_beside_small_letters_are_words() -> None:
    text = SCAN + "THÀNH PHO HỖ CHI MINH Độc lập - Tự do - Hạnh phúc"
    assert repair(text).text.endswith("THÀNH PHỐ HỒ CHÍ MINH Độc lập - Tự do - Hạnh phúc")


def test_a_bracket_that_none_closes_is_dirt() -> None:
    text = "kèm theo [Hướng dẫn và [phụ lục] của"
    assert changed(text_changes(text), text) == text
    assert changed(text_changes(text[:20]), text[:20]) == text[:20].replace("[", "")


@pytest.mark.parametrize(
    "line", ["Số 26/201 4/QĐ- TTg", "- _ Phòng Đào tạo", "vụ. trang bị", "Tài chính — Kế toán", "số 5/QĐ- ĐHBK ./. ¬"]
)
def test_only_scans_with_slips_are_touched(line: str) -> None:
    assert repair(SOUND + line).text == SOUND + line
    assert repair(SCAN + line).text.split("\n")[-1] != line


def test_a_short_name_is_read_by_the_words_of_the_document() -> None:
    text = SCAN + "Đại học Bách khoa gồm các trường.\nHiệu trưởng Trường Đại học Bách khoa ban hành "
    text += "Nghị quyết số 17/NQ-DNHBK; sinh viên của DIIBK và của ĐHQG; GDKT&P."
    assert repair(text).text.endswith("Nghị quyết số 17/NQ-ĐHBK; sinh viên của ĐHBK và của ĐHQG; GDKT&P.")


def test_words_hit_hard_are_found_in_scans() -> None:
    text = SCAN + "Căn cứ Luật giáo dục về các vấn dễ phát sinh tại Hà Nội, IIà Nội và thco quy định; x = Ax + đd."
    assert repair(text).text.endswith("vấn đề phát sinh tại Hà Nội, Hà Nội và theo quy định; x = Ax + đd.")


def test_signs_that_no_sound_text_has() -> None:
    assert telltales(SOUND) == 0
    assert telltales("số 99⁄2019\n- _ Phòng\nQÐ-ĐHBK ¬") == 4


def test_three_stops_before_those_who_get_an_act_are_the_sign_that_ends_it():
    text = "Các tổ thi hành...\nNơi nhận:\n- Tổ kho;"
    assert changed(text_changes(text), text) == text.replace("...", "./.")
    other = "Các tổ chờ...\nĐiều 4. Kho mở cửa."
    assert changed(text_changes(other), other) == other


def test_a_slanted_v_that_is_read_as_a_u_makes_no_word():
    for read, printed in (("xin uiệc ở kho", "xin việc ở kho"), ("nói uề kho", "nói về kho")):
        assert changed(mark_changes(read), read) == printed
    assert not list(mark_changes("uỷ ban nêu uy tín, uẩn khúc, gọi UIT"))
