"""Words that the formulas of documents fix, and sentences that only look like them."""

import pytest

from normalizers.garble.spans.fixed import without_overlaps
from normalizers.garble.spans.formulas import find_formulas, formulas


def test_every_row_does_what_its_example_says() -> None:
    assert len(formulas()) >= 6


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- Ban Gi6m hiQu (dC blc);", ["để b/c"]),
        ("- Nhu Didu 2 (dli thuc hiQn);", ["để"]),
        ("Nginh: Luft, mi sti Z3gOIOI", ["mã số"]),
        ("ngdnh Lu|t, mi sti 738O1O1", ["mã số"]),
        ("- Bq GD&DT (dC blc);", ["để b/c", "Bộ GD&ĐT"]),
        ("Nghi dinh 56 87/2032/ND-CP quy dinh m9t 56 dieu", ["số", "số"]),
        ("c6c don vi va 16 chuc thuc hien", ["tổ"]),
        ("86: 12/KHCN-DTN    Hu6, ngdy", ["Số"]),
        ("STT    M& HP    T6n", ["Mã"]),
        ("3. Mii s6: 7620301", ["Mã số"]),
        ("4. M0 Tri HQC PHDN", ["MÔ TẢ"]),
        ("Hue, ngdy 7 tr6ng 11 nam 2034", ["tháng"]),
        ("NTS412    Benh hoc    3    Mi6n", ["Miễn"]),
        ("- N6u dugc khai niem", ["Nêu"]),
        ("6ng Trudng phdng va bd Trudng khoa", ["Trưởng", "Trưởng"]),
        ("Bdng 3. Ma trgn", ["Bảng"]),
        ("c6 hieu lyc tu ngay ky.l.", ["./."]),
        ("STT | Ma hoc Ten", ["Mã"]),
        ("Hinh thuc Trong s6 (%)", ["Trọng"]),
        ("Tu hoc HP tien | Khoa", ["tiên"]),
        ("v6ng qua 20% s6 tiet", ["quá", "vắng"]),
        ("thong s6 dugc dong hoc", ["dược"]),
        ("TRUONG KHOA    Hue, ngay", ["TRƯỞNG"]),
        ("86 GlAO DUC VA DAO TAO\nTRUONG DAI HOC MO", ["BỘ"]),
        ("Viv sua doi Quy che", ["V/v"]),
        ("so 432/SGDBT-GDTH", ["SGDĐT"]),
    ],
)
def test_formulas_are_found(line: str, words: list[str]) -> None:
    assert sorted(f.text for f in without_overlaps(find_formulas(line))) == sorted(words)


@pytest.mark.parametrize(
    "line",
    [
        "sinh vi6n (dat 5 diem)",
        "diem thi 80/o tong diem",
        "- D6n vi (do Hiệu trưởng)",
        "hqc phdn, ba sti trudng",
        "khoan 2 Di6u 56 46/2031/TT-BGDDT",
        "Muc 56 Dieu 7",
        "14 truong khoa va 16 chuc danh khac",
        "Mot HP    Ten",
        "7    Le Thi    Mien",
        "ngay 7 trong 11 nam",
        "- Neu hoc vien vang",
        "truong ba Trudng Dinh Hoa",
        "Mua s6: 12 cuon",
        "4. TOM TAT HQC PHDN",
        "Bang 2 dai hoc tro len",
        "Trong s6 cac mon hoc",
        "hoc phan tien hanh",
        "vang anh qua 20 ngay",
        "duoc dong vien",
        "TRUONG KHOA HOC SU SONG VA TRAI DAT LON NHAT VUNG",
        "xx GIAO DUC VA DAO TAO\nPHONG THI DUA",
    ],
)
def test_what_only_looks_like_a_formula_is_left(line: str) -> None:
    assert find_formulas(line) == []
