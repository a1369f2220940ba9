"""Dirt behind the ends of lines, names that lost their heads, and what a document says elsewhere of its own names."""

import pytest

from models.edits import Edit, apply
from normalizers.garble.scans.echoes import named_again
from normalizers.garble.scans.families import family_changes
from normalizers.garble.scans.margins import margin_changes
from normalizers.garble.scans.noise import noise_changes
from normalizers.garble.scans.sequence import running
from normalizers.repair import repair

SCAN = """Căn cứ Quyêt định số 15/2020/NĐ-CP của Chính phủ về việc tồ chức và hoạt động của Trường Đại học Mỏ Đồng Nai;
Căn cứ Quy chế tồ chức và hoạt động, được sửa đồi, bồ sung;
"""


def changed(text: str) -> str:
    edits = [Edit(at, at + len(read), read, after, kind) for at, read, after, kind in margin_changes(text)]
    assert all(edit.kind == "garble.noise" for edit in edits if edit.after != ";")
    return apply(text, sorted(edits, key=lambda edit: edit.start))


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ('bảo quản thực "\nphẩm trong kho', "bảo quản thực\nphẩm trong kho"),
        ("dành cho sinh -\nviên nội trú", "dành cho sinh\nviên nội trú"),
        ("trực ba ca mỗi ngày. .", "trực ba ca mỗi ngày."),
        ("trong năm 2031; - -\nCăn cứ", "trong năm 2031;\nCăn cứ"),
        ("Sử dụng kho -\n1. Người giữ kho", "Sử dụng kho\n1. Người giữ kho"),
        ("máy tiện (2 cái) '\nKho", "máy tiện (2 cái)\nKho"),
        ('“Kho\nmở” ở Chợ Gạo "\nCăn cứ', "“Kho\nmở” ở Chợ Gạo\nCăn cứ"),  # a quotation that nothing opens
        ("số-32/NĐ-CP-ngày-19-của-Hội-đồng-thành-phố——-", "số 32/NĐ-CP ngày 19 của Hội đồng thành phố"),  # a fold
        (
            "Nơi nhận:\n- Sở Nội vụ: x :\nVăn An\n- Các xã, phường:\n- Lưu: VT.",
            "Nơi nhận:\n- Sở Nội vụ;\nVăn An\n- Các xã, phường;\n- Lưu: VT.",
        ),
    ],
)
def test_signs_behind_a_line_are_dirt(read: str, printed: str) -> None:
    assert changed(read) == printed


@pytest.mark.parametrize(
    "sound",
    [
        "xưởng thực hành -\nthảo luận",  # two things
        "kho gồm có :\n- Kệ gỗ",
        "Độc lập - Tự do -\nHạnh phúc",
        'gọi là “kho mở. "\nKho',  # the end of a quotation
        "Người nhận: ......\nkho",
        "thi hành quyết định này ./.\nNơi nhận:",
        "năm 2031 -\n2032",
        "Gồm:\n- Sở Nội vụ:\n- Kho",
        "quảng cáo trả-tiền-theo-lần-nhấp-chuột-ở-kho trong ngày hội của các xưởng",
        "Viện Gỗ (Holz-Institut) -\nXưởng",
        "xem thong-bao-ve-viec-dang-ky-kho",
        "Khoa Cơ - Điện, Lý - Hóa - Sinh - Địa - Văn",
    ],
)
def test_signs_that_a_text_has_stay(sound: str) -> None:
    assert changed(sound) == sound


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Họp tại Chợ Gạo. Kho ở Chợ Gạo đóng cửa. Thợ ở Chợ Gảo làm ca.", ["Gạo"]),
        ("Họp tại Chợ Gạo. Chợ Gáo cũng họp. Kho ở Chợ Gạo, ở Chợ Gáo. Thợ ở Chợ Gảo làm ca.", []),
        ("Họp tại Chợ Gạo. Thợ ở Chợ Gảo làm ca.", []),
    ],
)
def test_a_name_is_read_as_the_document_has_it_again_and_again(text: str, named: list[str]) -> None:
    assert [word for _, word in named_again(running(text, [False]))] == named


def test_lines_of_a_stroke_and_a_letter_are_noise_and_marks_stay() -> None:
    read = SCAN + "Trưởng phòng Đào tạo chịu trách nhiệm thi hành.\n\n\\ H\n\nTM.\n\n(đã ký)\n\nx\n\nA1\n"
    assert repair(read, scanned=True).text.split("\n")[4:13:2] == ["", "TM.", "(đã ký)", "x", "A1"]


def test_short_names_behind_dirt_are_no_noise() -> None:
    assert not list(noise_changes("`» CVP, PCVP VX;")) and not list(noise_changes("~ku VT."))


@pytest.mark.parametrize(
    ("above", "read", "printed"),
    [
        ("- Kho.", "guyễn Hồng Minh", "Nguyễn"),
        ("GIÁM ĐỐC", "hạm Vũ Hà", "Phạm"),
        ("GIÁM ĐỐC", "Nguỳễn Thị Hà", "Nguyễn"),
        ("GIÁM ĐỐC", "ơng Văn Sáu", None),  # several families
        ("thợ của xưởng họp ở", "hạm Vũ Hà", None),  # running text
        ("GIÁM ĐỐC", "kho Hồng Minh", None),
    ],
)
def test_family_names_that_lost_their_heads_are_told_by_their_ends(above: str, read: str, printed: str | None) -> None:
    found = [after for _, _, after, _ in family_changes(f"{above}\n\n{read}\n")]
    assert found == ([printed] if printed else [])
