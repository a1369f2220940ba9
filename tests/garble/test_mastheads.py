"""Mastheads: phrases of heads are known by their letters, and nothing else is taken for one."""

import pytest

from normalizers.garble.spans.mastheads import find_mastheads
from normalizers.repair import repair


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("CQNG HOAXA HQI CHU NGHiAVIET NAM", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
        ("CQNG HoA xix HQI CHt'J NGHTA VIET NAM", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
        ("DQc l4p -Tr; do - Hqnh phric", ["Độc lập - Tự do - Hạnh phúc"]),
        ("BQ GIAO DVC vA DAO T4O      CONG HOA XA HOI CHU NGHIA VIET NAM",
         ["GIÁO DỤC VÀ ĐÀO TẠO", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
        ("BO NONG NGHIEP VA PHATTRIEN NONG CONG HOA XA HOI CHU NGHIA VIET NAM", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
        ("TRUONG TRUNG CAP NGHE CONG HOA XA HOI CHU NGHIA VIET", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT"]),
        ("DAI HQC QUOC GIA HA NQI", ["ĐẠI HỌC QUỐC GIA HÀ NỘI"]),
        ("UV BAN NHAN DAN TINH", ["ỦY BAN NHÂN DÂN"]),
        ("QUYET D!NH:", ["QUYẾT ĐỊNH"]),
        ("BQYTE", ["BỘ Y TẾ"]),
    ],
)  # fmt: skip
def test_phrases_of_heads_are_known_by_their_letters(printed: str, meant: list[str]) -> None:
    assert [fixed.text for fixed in sorted(find_mastheads(printed), key=lambda f: f.start)] == meant


@pytest.mark.parametrize(
    "printed",
    [
        "theo quy dinh cua truong dai hoc va cac don vi",
        "TRUONG THCS HOA LU", "II. TIEN DO THUC HIQN", "CONG THUC HIEN TAI", "HOC VIEN TAI CHINH KE TOAN",
        "QUYET TAM THU", "QUY DINH CHO VAY", "THE INSTITUTE OF TECHNOLOGY", "",
    ],
)  # fmt: skip
def test_other_lines_hold_no_phrase(printed: str) -> None:
    assert find_mastheads(printed) == []


def test_a_head_run_together_is_restored_and_its_punctuation_stays() -> None:
    text = repair(
        "CQNG HOAXA HQI CHU NGHiAVIET NAM\nDQc lQp - Tqr do - Hgnh phric\nQUYET D!NH:\n"
        "Di6u 1. Ban hdnh kdm theo Quy6t dinh ndy chucrng trinh ddo t4o trinh d0 d4i hgc.\n"
        "Di6u 2. C6c don vi c6 li6n quan chiu tr6ch nhiQm thi hdnh Quy6t dinh ndy."
    ).text.split("\n")
    assert text[:3] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "QUYẾT ĐỊNH:"]
