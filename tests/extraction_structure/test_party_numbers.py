"""Numbers with a dash behind the running number: acts of the Party and of the time before years stood in numbers."""

import pytest

from extractors.finding import find
from extractors.tables import citations

ACT = "QUYẾT ĐỊNH\nVề việc mở lớp\n\n{}\n\nĐiều 1. Mở lớp.\nĐiều 2. Thi hành.\n"


@pytest.mark.parametrize(
    ("basis", "kind", "number"),
    [
        ("Căn cứ Nghị quyết số 44-NQ/TW ngày 24/11/2023 của Ban Chấp hành Trung ương;", "resolution", "44-NQ/TW"),
        ("Căn cứ Chỉ thị số 21 - CT/TU ngày 03 tháng 6 năm 2019 của Ban Thường vụ;", "instruction", "21-CT/TU"),
        ("Căn cứ Hướng dẫn số 07-HD/ĐU ngày 15/8/2020 của Đảng ủy;", "guideline", "07-HD/ĐU"),
        ("Căn cứ Nghị định số 35-CP ngày 02/3/1994 của Chính phủ;", "decree", "35-CP"),
        ("Căn cứ Quyết định số 418 QĐ/ĐHNN ngày 12 tháng 6 năm 2024;", "decision", "418/QĐ-ĐHNN"),
        ("Căn cứ Chương trình công tác số 62/CTr-CĐNN ngày 04/5/2021;", "programme", "62/CTr-CĐNN"),
    ],
)
def test_number_is_read_with_its_kind(read, basis, kind, number):
    found = citations.extract(find(read(ACT.format(basis), language="vi")))
    assert [(row.get("kind"), row.get("number")) for row in found] == [(kind, number)]


@pytest.mark.parametrize("words", ["Học trong các tiết 2-3/TB.", "Phòng 12-CP2 của nhà A.", "Máy 5-CPU."])
def test_no_number_of_an_act(read, words):
    assert citations.extract(find(read(ACT.format(words), language="vi"))) == []
