"""Syllables that a text layer ran together are parted where a text has many; a single one stays."""

import pytest

from normalizers.garble.glued import glued_edits
from normalizers.repair import repair

LOST = (
    "Căn cứTờ trình số74/TTr-ĐHHL của Trường Đại học Hạ Long vềviệc mởlớp ngoại ngữ cho sinh viên năm thứba.",
    "_Hạ Long, ngày 12 tháng 5 năm 2021_ Hiệu trưởng đồng ý đểkhoa tổchức lớp theo đềnghị của phòng đào tạo.",
    "Kinh phí trích từngân sách hằng năm, theo QUY CHẾCHI TIÊU nội bộ và đượcduyệt trước khi mở lớp.",
    "Sinh viên nộphồ sơ tạivăn phòng khoa.",
)
PARTED = (
    "Căn cứ Tờ trình số 74/TTr-ĐHHL của Trường Đại học Hạ Long về việc mở lớp ngoại ngữ cho sinh viên năm thứ ba.",
    "_Hạ Long, ngày 12 tháng 5 năm 2021_ Hiệu trưởng đồng ý để khoa tổ chức lớp theo đề nghị của phòng đào tạo.",
    "Kinh phí trích từ ngân sách hằng năm, theo QUY CHẾ CHI TIÊU nội bộ và được duyệt trước khi mở lớp.",
    "Sinh viên nộp hồ sơ tại văn phòng khoa.",
)


def test_a_layer_that_lost_its_blanks_gets_them_back() -> None:
    outcome = repair("\n".join(LOST))
    assert outcome.text == "\n".join(PARTED)
    assert {edit.kind for edit in outcome.edits} == {"garble.glued"}


@pytest.mark.parametrize(
    "text",
    [
        PARTED[0].replace("về việc", "vềviệc") + " " + PARTED[1],
        "Quán cà phêla, xã Đắklắk, lớp10A, bản PơMu.",
        "Vfln dqng dugc tri thfc vA k! nIng ciia nginh; vềviệc mởlớp, đềnghị, tổchức, đểkhoa, thứba " * 3,
        "Khí ôxi và nitơ tan trong axít, phốtpho cháy trong ôxy thành ôxít. " * 9,
        "Le café théâtre à la forêt, l'été déjà passé, où règne la crème brûlée du maître.",
    ],
)
def test_few_of_them_garble_and_other_tongues_stay(text: str) -> None:
    assert glued_edits(text) == ()
