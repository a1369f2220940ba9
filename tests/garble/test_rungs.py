"""Numbers of points, articles and rows that were misread, settled by their neighbours."""

import pytest

from normalizers.garble.spans.rungs import find_rungs


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("1. Muc dich\nZ. Yeu cau\n3. To chuc", ["2."]),
        ("Diiu 4. Kinh phi\nDi6u S. Thi hdnh", ["5."]),
        ("3    Giai phdu\n+    Sinh ly\n5    Dugc ly", ["4"]),
        ("1 Giai phdu 3\nZ Sinh ly 2\n3 Dugc ly 2", ["2"]),
        ("1 Giai phdu 3\nSinh ly 2\n3 Dugc ly 2", []),
        ("1. Muc dich\nS. Yeu cau\n3. To chuc", []),
        ("l. Kinh phi\n2. Yeu cau", ["1."]),
        ("I. Kinh phi\n2. Yeu cau", ["1."]),
        ("L. Kinh phi\n2. Yeu cau", ["1."]),
        ("I. KINH PHI\n2. Yeu cau", []),
        ("+    Sinh ly\n+    Dugc ly", []),
        ("1. Muc dich\nI. Yeu cau\n3. To chuc", []),
        ("Dieu 2. Yeu cau\n1, Muc dich.\n2. To chuc:\n3, Kinh phi;\n4, Thi hanh", ["1.", "3.", "4."]),
        ("2. Theo khoan 1, 2,\n3, Dieu 5 va\n3, Dieu 6.", []),
    ],
    ids=[
        "point",
        "article",
        "row",
        "row of words one blank apart",
        "row without its number",
        "no such figure",
        "a stroke",
        "a capital stroke",
        "a stroke with a foot",
        "a heading in capitals",
        "no neighbour",
        "a Roman number",
        "a comma for a stop",
        "a comma in a sentence",
    ],
)
def test_a_number_is_the_one_between_its_neighbours(printed: str, meant: list[str]) -> None:
    assert [rung.text for rung in find_rungs(printed)] == meant
