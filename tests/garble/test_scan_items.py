"""Lines of scans in which nothing is printed, and the signs behind items and articles."""

from pathlib import Path

import pytest

from models.edits import Edit, apply
from normalizers.garble.scans.items import item_changes
from normalizers.garble.scans.noise import noise_changes
from normalizers.garble.scans.signs import scan_edits
from normalizers.repair import repair


@pytest.mark.parametrize(
    "line", ["_A«—", "ˆ 6 ế R", "'", ":", "h ú tyya", "£c —~", r"\⁄\ ä ố ð /+/", "^Ầ ñ Ầ + Ấ q*A ` 2"]
)
def test_what_pens_and_seals_leave_is_noise(line: str) -> None:
    assert [change[1] for change in noise_changes(f"Điều 1. Phạm vi\n{line}\n")] == [line]


@pytest.mark.parametrize(
    "line",
    ["A\tB", "2", "- Số:", "TT", "x^2 + y^2 = z^2", "ηc = φcb - φ", "A — B", "§ 3", "ở", "_GDQP-AN", "IT3011_1", "…"]
    + ["a) Có", "Họ tên: ____", "* * *", "-----", "k ≥ 5", r"\frac{a}{b}", "(Дата) ¬", "từ ¬", "10.5 ~ 12"],
)
def test_what_may_be_text_stays(line: str) -> None:
    assert list(noise_changes(line)) == []


def test_noise_goes_in_scans_only() -> None:
    text = "Điều 1. Phạm vi\n_A«—\n"
    assert apply(text, scan_edits(text, [False] * 3, slips=True)) == "Điều 1. Phạm vi\n\n"
    assert scan_edits(text, [False] * 3, slips=False) == ()
    assert scan_edits(text, [False, True, False], slips=True) == ()


def _items(text: str) -> str:
    for start, before, after, _ in sorted(item_changes(text), reverse=True):
        text = text[:start] + after + text[start + len(before) :]
    return text


def test_articles_have_a_full_stop_beside_their_neighbours() -> None:
    read = "Điều 1, Phạm vi\nQuy định này.\nĐiều 2. Đối tượng"
    assert _items(read) == read.replace("1,", "1.")
    wrapped = "Điều 14. Phạm vi theo\nĐiều 15, Quy chế này"
    assert _items(wrapped) == wrapped
    alone = "Căn cứ:\nĐiều 15, Quy chế này"
    assert _items(alone) == alone


def test_items_end_as_the_others_of_their_kind() -> None:
    read = "- Phòng Đào tạo;\n- Phòng Công tác\nsinh viên:\n- Các khoa;\n- Các viện."
    assert _items(read) == read.replace("viên:", "viên;")
    heading = "- Các đơn vị sau:\n- Phòng Đào tạo.\n- Khoa Luật.\n- Viện Toán."
    assert _items(heading) == heading
    unsettled = "- Phòng Đào tạo,\n- Các khoa;\n- Các viện.\n- Các ban"
    assert _items(unsettled) == unsettled


def test_a_list_has_the_sign_of_its_own_items() -> None:
    sentences = "- Lớp học từ sáng.\n- Xe đỗ ngoài cổng.\n- Giữ trật tự.\n\nPhân công:\n"
    listed = "- Ông Bế Tạo, tổ trưởng:\n- Bà Cù Na, tổ phó;\n- Ông Lò Pản, tổ viên;\n- Bà Ma Sển, thư ký."
    assert _items(sentences + listed) == sentences + listed.replace("trưởng:", "trưởng;")
    apart = "- Sổ mượn;\n- Thẻ đọc;\n- Phích cắm:\nmỗi lớp một cái.\n- Chổi."
    assert _items(apart) == apart
    announced = "- Sổ mượn;\n- Thẻ đọc;\n- Dụng cụ gồm:\n- Chổi;\n- Xô."
    assert _items(announced) == announced


def test_what_an_item_names_stands_behind_its_first_colon() -> None:
    read = "- Đợt 1: từ 7/4 đến 9/5:\n- Đợt 2: từ 9/5 đến 8/6."
    assert _items(read) == read.replace("9/5:", "9/5;")
    for stays in ("- Đợt 1:\n- Đợt 2:", "- Giờ mở: sáng\nThẻ đọc:\n- Đợt 2.", "- Giá: phạt khi:\n- Mất sách."):
        assert _items(stays) == stays


def test_the_number_of_a_paragraph_stands_between_its_neighbours() -> None:
    read = "1. Lớp trưởng nhận sổ.\n9. Tổ trưởng ký sổ.\n3. Sổ trả cuối tuần."
    assert _items(read) == read.replace("9.", "2.")
    nested = "1. Nhận sổ.\n1. Ký sổ.\n3. Trả sổ."
    assert _items(nested) == nested
    wrapped = "1. Nhận sổ theo mục\n9. Phụ lục này.\n3. Trả sổ."
    assert _items(wrapped) == wrapped


def test_lines_that_are_noise_go_even_where_no_word_may_be_touched() -> None:
    text = "Điều 1. Phạm vi\n_A«—\n"
    shut = [False, True, False]
    assert apply(text, scan_edits(text, shut, slips=True, noisy=shut)) == "Điều 1. Phạm vi\n\n"


def test_dirt_of_the_margin_behind_a_sentence_goes() -> None:
    text = "Xưởng mộc nhận thêm ba máy bào và hai máy cưa của nhà tài trợ. Z\n- Tổ điện kiểm tra dây;"
    assert [change[1] for change in noise_changes(text)] == [" Z"]
    assert [change[1] for change in noise_changes("Ba máy bào. T\n2. Tổ điện kiểm tra dây;")] == [" T"]
    for kept in ("Học phần. Z\nđược tính", "Xưởng mộc nhận thêm ba máy bào. Ở\nNhà", "Mục A. B\n" + "x" * 70):
        assert list(noise_changes(kept)) == []


def test_the_first_letter_of_a_list_is_told_by_the_second() -> None:
    read = "Kho có:\n8) Máy bơm nước.\nb) Ống dẫn hơi."
    assert _items(read) == read.replace("8)", "a)")
    for sound in ("7) Một;\n8) Hai;\n9) Ba", "Khoản 8) có:\n8) Một;\nc) Hai"):
        assert _items(sound) == sound


def test_a_line_that_goes_as_a_whole_is_not_mended_too(monkeypatch):
    garbled = Path("samples/documents/vi_decision_programme_garbled.txt").read_text(encoding="utf-8")
    mended = [edit for edit in repair(garbled).edits if edit.kind.startswith("garble.")]
    start = garbled.rfind("\n", 0, mended[0].start) + 1
    end = garbled.index("\n", start)
    whole = Edit(start, end, garbled[start:end], "", "garble.noise")
    monkeypatch.setattr("normalizers.repair.proofread", lambda *_, **__: (whole,))
    repaired = repair(garbled)
    assert whole in repaired.edits and apply(garbled, repaired.edits) == repaired.text
