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
            "Căn cứ Quyết định số 27/QĐ-HVĐ ngày 05/02/2023 của Giám đốc Học viện Thổ nhưỡng, Nông hóa và Môi trường;",
            ("decision", "27/QĐ-HVĐ", "Giám đốc Học viện Thổ nhưỡng, Nông hóa và Môi trường", None),
        ),
        (
            "Căn cứ Quyết định số 28/QĐ-ĐHNN ngày 05/02/2023 của Hiệu trưởng Trường Đại học Đất TP. Hồ Chí Minh;",
            ("decision", "28/QĐ-ĐHNN", "Hiệu trưởng Trường Đại học Đất TP. Hồ Chí Minh", None),
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


@pytest.mark.parametrize(
    "part",
    [
        "Điều 7, Điều 8",
        "Điều 7 và Điều 8",
        "Điều 7, 8 và 12",
        "khoản 4.2 Điều 6",
        "điểm b, c khoản 3 Điều 12",
        "điểm a và điểm b khoản 3 Điều 12",
        "khoản 2 và khoản 5 Điều 4",
        "Mục 2 Chương III",
        "Phụ lục IV",
    ],
)
def test_all_parts_of_an_act_that_are_named_before_it_are_meant(read, part):
    words = ACT.replace("Mở lớp.", f"Thực hiện theo {part} của Thông tư số 62/2023/TT-BGDĐT.").format("Xét đề nghị;")
    assert [row.get("article") for row in citations.extract(find(read(words, language="vi")))] == [part]


@pytest.mark.parametrize(
    ("language", "words", "part"),
    [
        ("uk", "Розроблено відповідно до статей 41 та 42 Закону України «Про вищу освіту».", "статей 41 та 42"),
        ("ru", "Действует согласно пунктам 3 и 5 приказа Минобрнауки от 12.04.2021 № 318.", "пунктам 3 и 5"),
    ],
)
def test_several_parts_in_cyrillic(read, language, words, part):
    found = citations.extract(find(read(f"ПОЛОЖЕНИЕ\n\n1. Общее\n1.1. {words}\n", language=language)))
    assert [row.get("article") for row in found] == [part]


def test_every_act_in_a_list_of_those_replaced_lapses(read):
    said = (
        "Quyết định này thay thế Quyết định số 318/QĐ-ĐHNN ngày 05/02/2023 về quy chế thi; Quyết định số 77/QĐ-ĐHNN "
        "ngày 11/04/2022 về coi thi; Thông báo số 12/TB-ĐHNN ngày 06/06/2022 về phòng thi; và Quyết định số 81/QĐ-ĐHNN."
    )
    found = citations.extract(find(read(ACT.replace("Mở lớp.", said).format("Xét đề nghị;"), language="vi")))
    assert [row.get("relation") for row in found] == ["replaces"] * 4


def test_parts_of_an_act_are_dropped_beside_a_whole_one(read):
    said = (
        "Bãi bỏ khoản 4 Điều 7, Điều 9 của Quyết định số 318/QĐ-ĐHNN ngày 05/02/2023 và Quyết định số 77/QĐ-ĐHNN "
        "ngày 11/04/2022."
    )
    found = citations.extract(find(read(ACT.replace("Mở lớp.", said).format("Xét đề nghị;"), language="vi")))
    assert [row.get("relation") for row in found] == ["amends", "replaces"]


def test_an_issuer_ends_before_what_else_is_ordered(read):
    said = "Quyết định này thay thế Quyết định số 12/QĐ-ĐHNN ngày 05/02/2021 của Hiệu trưởng và áp dụng từ khóa 7."
    found = citations.extract(find(read(ACT.replace("Mở lớp.", said).format("Xét đề nghị;"), language="vi")))
    assert [row.get("issuer") for row in found] == ["Hiệu trưởng"]
