"""Where the parts of a citation end: short names in brackets, texts of no registered kind, acts that enact them."""

import pytest

from extractors.finding import find
from extractors.tables import citations

ACT = "QUYẾT ĐỊNH\nVề việc mở lớp\n\n{}\n\nĐiều 1. Mở lớp.\nĐiều 2. Thi hành.\n"


@pytest.mark.parametrize(
    ("basis", "wanted"),
    [
        (
            "Căn cứ Thông tư số 61/2018/TT-BCT ngày 19/8/2018 (gọi tắt là Thông tư 61) của Bộ Công Thương;",
            ("circular", "61/2018/TT-BCT", "Bộ Công Thương", None),
        ),
        (
            "Căn cứ Khung năng lực số ban hành kèm theo Quyết định số 318/QĐ-ĐHNN ngày 05/02/2023 của Hiệu trưởng;",
            ("decision", "318/QĐ-ĐHNN", "Hiệu trưởng", "Khung năng lực số"),
        ),
        (
            "Căn cứ Nghị định số 73/2019/NĐ-CP về học bổng, đã có hiệu lực;",
            ("decree", "73/2019/NĐ-CP", None, "học bổng"),
        ),
    ],
)
def test_parts_of_an_act(read, basis, wanted):
    found = citations.extract(find(read(ACT.format(basis), language="vi")))
    assert [tuple(row.get(name) for name in ("kind", "number", "issuer", "title")) for row in found] == [wanted]
