"""Words of scans that fell in two or ran together."""

import pytest

from models.edits import Edit, apply
from normalizers.garble.scans.blanks import blank_changes
from normalizers.garble.scans.rivals import shipped_slips
from normalizers.garble.scans.sequence import running
from normalizers.repair import repair


def changed(text):
    changes = blank_changes(text, running(text, [False] * (text.count("\n") + 1)), shipped_slips())
    return apply(text, [Edit(at, at + len(before), before, after, kind) for at, before, after, kind in changes])


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("các quy đị nh của nhà trường", "các quy định của nhà trường"),
        ("hỗ trợ người khuy ết tật đến trường", "hỗ trợ người khuyết tật đến trường"),
        ("ban hành T hông tư về thư viện", "ban hành Thông tư về thư viện"),
        ("sinh viên thảo luậnnhóm và báo cáo", "sinh viên thảo luận nhóm và báo cáo"),
        ("các khoa xây y dựng kế hoạch", "các khoa xây dựng kế hoạch"),
        ("học phần do giảng viên phụtrách chấm", "học phần do giảng viên phụ trách chấm"),
    ],
)
def test_words_are_joined_and_parted(read: str, printed: str) -> None:
    assert changed(read) == printed


@pytest.mark.parametrize(
    "read",
    [
        "mua sắm xe ô tô cho các đơn vị",
        "cán bộ y tế của trường, bác sĩ thú y",
        "phần mềm Moodle và thiết kế website",
        "tính mômen lực đối với trục quay",
        "Lâm Bưu và Ô Lan Phu dự họp",
        "các cơ sở y y tế, vec tơ v và u",
        "hàm f g của biến x y trong giáo trình",
    ],
)
def test_sound_blanks_stay(read: str) -> None:
    assert changed(read) == read


def test_capitals_among_small_letters_become_one_case() -> None:
    scan = "Căn cứ Quyêt định về việc tồ chức và hoạt động, được sửa đồi, bồ sung;\nthuộc thẩm quvÈn của Bộ trưởng.\n"
    assert "thẩm quyền của" in repair(scan).text
