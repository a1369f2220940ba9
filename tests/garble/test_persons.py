"""Names of persons in garbled text: each part is spelled as names are in its place."""

from dataclasses import replace

import numpy as np
import pytest

from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.language import shipped_model
from normalizers.garble.search.readings import Reading
from normalizers.garble.spans.persons import Entry, settled

_ROW = ["3", "Dinh|Đỉnh|Đinh", "Dinh|Định|Đình", "Tudn|Tuần|Tuấn", "14/05/2001"]


def _read(words: list[str]) -> list[list[Entry]]:
    """Positions whose readings cost more and more, the first one being what is printed."""
    return [
        [(Reading(text, (1,), 9.0 if at == 0 and "|" in word else float(at), "garble.word"), -1)
         for at, text in enumerate(word.split("|"))]
        for word in words
    ]  # fmt: skip


def _settled(words: list[str], chosen: list[int]) -> str:
    entries = _read(words)
    starts = np.array([at == 0 for at in range(len(words))])
    values = [np.zeros(len(options)) for options in entries]
    _, path = settled(entries, values, list(chosen), starts)
    return " ".join(options[at][0].text for options, at in zip(entries, path, strict=True))


@pytest.mark.parametrize(
    ("words", "chosen", "meant"),
    [
        (_ROW, [0, 1, 1, 1, 0], "3 Đinh Đình Tuấn 14/05/2001"),
        (["ThS.", "V6|Vỗ|Võ", "Thi|Thì|Thị", "Hodng|Hoàng"], [0, 1, 1, 1], "ThS. Võ Thị Hoàng"),
        (["Ông", "Gi6|Giờ|Giỗ", "Tudn|Tuần|Tuấn"], [0, 1, 1], "Ông Giờ Tuần"),
        (["tai", *_ROW[1:]], [0, 1, 1, 1, 0], "tai Đỉnh Định Tuần 14/05/2001"),
        (["3", "Dinh|Đỉnh|Đinh", "Nghia|Nghĩa", "cua"], [0, 1, 1, 0], "3 Đỉnh Nghĩa cua"),
    ],
    ids=["row of a list", "behind a title", "no family of that name", "within a sentence", "two words are none"],
)
def test_parts_of_names_are_spelled_as_their_place_asks(words: list[str], chosen: list[int], meant: str) -> None:
    assert _settled(words, chosen) == meant


@pytest.mark.parametrize(("number", "name"), [("3", "VÕ THÌ KHÔI"), ("3.", "VỠ THỀ KHỐI")])
def test_a_heading_in_capitals_behind_its_number_is_no_name(number: str, name: str) -> None:
    words = [number, "VO|VỠ|VÕ", "THE|THỀ|THÌ", "KHOI|KHỐI|KHÔI"]
    assert (_settled(words, [0, 1, 1, 1]) == f"{number} VỠ THỀ KHỐI") is (number == "3.")


def test_an_office_behind_a_name_is_no_part_of_it() -> None:
    number = shipped_model().number
    entries = _read(["TS.", "V6|Vỗ|Võ", "Thi|Thì|Thị", "Hodng|Hoàng", "Chri|Chủ|Chữ", "tich|tịch"])
    for place, word in ((4, "chủ"), (5, "tịch")):
        entries[place] = [(replace(r, numbers=(number[canonical(word)],)), taker) for r, taker in entries[place]]
    values = [np.zeros(len(options)) for options in entries]
    _, path = settled(entries, values, [0, 1, 1, 1, 1, 1], np.array([at == 0 for at in range(6)]))
    said = " ".join(options[at][0].text for options, at in zip(entries, path, strict=True))
    assert said == "TS. Võ Thị Hoàng Chủ tịch"


def test_names_in_capitals_are_spelled_as_names_and_not_as_words() -> None:
    entries = _read(["VU|VỤ|VŨ", "THI|THÌ|THỊ", "TU4N|TUẦN|TUẤN", "14/05/2001"])
    values = [np.zeros(len(options)) for options in entries]
    _, path = settled(entries, values, [0] * 4, np.array([True, False, False, True]))
    assert [options[at][0].text for options, at in zip(entries, path, strict=True)][:3] == ["VŨ", "THỊ", "TUẤN"]


@pytest.mark.parametrize("words", [["HO|HỘI|HỒ", "NGHI|NGHỊ|NGHĨA", "B0|BỘ|BÌNH"], ["SƯ", "PHAM|PHẠM", "NAM|NẮM"]])
def test_a_heading_in_capitals_is_no_name(words: list[str]) -> None:
    assert _settled(words, [0] * 3) == " ".join(word.split("|")[0] for word in words)


def test_a_name_that_another_one_fits_as_well_is_left_in_doubt() -> None:
    entries = _read(["3", "Dinh|Đỉnh|Đinh", "Dinh|Định|Đình", "Hải", "14/05/2001"])
    entries[3] = [(Reading(text, (1,), 1.0, "garble.word"), -1) for text in ("Hải", "Hài")]
    sure = _ahead(entries)
    entries[3] = [(Reading(text, (1,), 1.0, "garble.word"), -1) for text in ("Xờm", "Xớm")]
    assert _ahead(entries) < 0 < sure


def _ahead(entries: list[list[Entry]]) -> float:
    """By how much the first reading of the third word of a name is ahead of the second."""
    values = [np.zeros(len(options)) for options in entries]
    starts = np.array([at == 0 for at in range(len(entries))])
    values, _ = settled(entries, values, [0, 1, 1, 0, 0], starts)
    return float(values[3][0] - values[3][1])


def test_what_no_table_lists_is_left_in_doubt_however_cheap_it_is() -> None:
    entries = _read(["3", "Dinh|Đỉnh|Đinh", "Dinh|Định|Đình", "Hải", "14/05/2001"])
    entries[3] = [(Reading("Trưng", (1,), 0.2, "garble.word"), -1), (Reading("Trăng", (1,), 9.0, "garble.word"), -1)]
    assert _ahead(entries) < 0


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        (["DINH|ĐỈNH|ĐINH", "THI|THÌ|THỊ", "TU4N|TUẦN|TUẤN"], "ĐINH THỊ TUẤN"),
        (["DAI|ĐẠI|ĐÁI", "SO|SỐ", "TUYEN|TUYẾN"], "DAI SO TUYEN"),
    ],
    ids=["parts of a name", "words of a course"],
)
def test_a_cell_behind_the_number_of_its_row_is_a_name_where_all_its_words_may_be(name: list[str], meant: str) -> None:
    entries = _read(["7", *name, "PHÒNG"])
    starts = np.array([True, True, False, False, True])
    _, path = settled(entries, [np.zeros(len(options)) for options in entries], [0] * 5, starts)
    assert " ".join(options[at][0].text for options, at in zip(entries, path, strict=True)) == f"7 {meant} PHÒNG"


@pytest.mark.parametrize(
    ("others", "meant"),
    [("LE|LÊ VAN|VĂN AN", "BÙI THỊ LAN"), ("DAI|ĐẠI SO|SỐ HAI", "BIRI THI LAN")],
    ids=["names around", "courses around"],
)
def test_a_row_among_names_is_a_name(others: str, meant: str) -> None:
    rows = [[str(number), *others.split()] for number in (1, 2, 3, 5, 6)]
    rows.insert(3, ["4", "BIRI|BÃI|BÙI", "THI|THÌ|THỊ", "LAN"])
    entries = [entry for row in rows for entry in _read(row)]
    entries[13] = [(Reading(t, (1,), c, "garble.word"), -1) for t, c in (("BIRI", 9.0), ("BÃI", 1.0), ("BÙI", 6.0))]
    starts = np.array([at % 4 < 2 for at in range(len(entries))])
    _, path = settled(entries, [np.zeros(len(options)) for options in entries], [0] * len(entries), starts)
    assert (
        " ".join(options[at][0].text for options, at in zip(entries, path, strict=True)).split()[13:16] == meant.split()
    )


def test_a_short_name_behind_a_name_is_no_part_of_it() -> None:
    entries = _read(["TS.", "Mai", "Quang", "Vinh|Vĩnh|Vinh"])
    entries.append([(Reading("GVC", (1,), 0.0, "kept"), -1), (Reading("Giác", (1,), 2.0, "garble.word"), -1)])
    values = [np.zeros(len(options)) for options in entries]
    _, path = settled(entries, values, [0, 0, 0, 1, 0], np.array([True, False, False, False, False]))
    assert entries[3][path[3]][0].text == "Vinh"
