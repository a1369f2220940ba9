"""Dense tables: entries read in strips, figures proved by shape, codes by their column."""

from dataclasses import replace

import cv2
import numpy as np

from extractors.arranging.tables.ruling import Ruled
from extractors.reading.paper.lines.strips import read_alone, read_strips
from extractors.reading.paper_tables import short_entries
from extractors.reading.paper_tables.codes.columns import code_column
from extractors.reading.paper_tables.dense import Readers, dense, is_on_side, read_dense
from extractors.reading.paper_tables.entries import Entry, Known
from extractors.reading.paper_tables.figures.likeness import Patterns, cut, shapes_of
from extractors.reading.paper_tables.short_entries import settle_short
from models.page import Box, Word

DPI = 144


def printed(text, size=1.0):
    image = np.full((40, 26 * len(text) + 20), 255, np.uint8)
    cv2.putText(image, text, (6, 30), cv2.FONT_HERSHEY_SIMPLEX, size, 0, 2, cv2.LINE_AA)
    return image


def test_strips_are_split_by_place_and_what_runs_over_two_entries_is_nobodys():
    crops = [np.full((20, 30), 0, np.uint8)] * 3

    def read(strips):
        assert len(strips) == 1 and strips[0].shape[1] > 6 * 30
        at = [x for x in range(strips[0].shape[1] - 1) if strips[0][24, x] == 255 and strips[0][24, x + 1] == 0]
        boxes = [Box(x * 72 / DPI, 0, (x + 30) * 72 / DPI, 10) for x in at]
        return [[Word("12", boxes[0], 0.9), Word("345", boxes[1].union(boxes[2]), 0.9)]]

    assert read_strips([crops], DPI, read) == [[("12", 0.9), ("", 0.0), ("", 0.0)]]
    assert read_alone(crops, lambda images: []) == [("", 0.0)] * 3


def test_figures_are_told_by_the_shapes_of_those_read_for_sure():
    patterns = Patterns()
    for text in ("1234567890", "0987654321", "5151", "4848"):
        patterns.learn(shapes_of(printed(text)).figures, text)
    assert patterns.knows("0123456789")
    for text in ("45", "30", "2718"):
        assert patterns.tell(shapes_of(printed(text)).figures)[0] == text
    assert patterns.tell(shapes_of(printed("F")).figures)[0] == ""
    assert shapes_of(printed("W")) is None
    assert len(cut(printed("88"), 2).figures) == 2
    assert shapes_of(np.full((20, 20), 255, np.uint8)) is None


def grid(rows, columns, wide=40.0, high=16.0):
    cells = [Box(c * wide + 1, r * high + 1, (c + 1) * wide - 1, (r + 1) * high - 1)
             for r in range(rows) for c in range(columns)]  # fmt: skip
    return Ruled(Box(0, 0, columns * wide, rows * high), cells)


def page_of(texts, table):
    image = np.full((round(table.box.y1 * 2) + 10, round(table.box.x1 * 2) + 10), 255, np.uint8)
    for cell, text in zip(table.cells, texts, strict=True):
        cv2.putText(image, text, (round(cell.x0 * 2) + 8, round(cell.y1 * 2) - 8), 0, 0.6, 0, 1, cv2.LINE_AA)
    return image


def test_figures_that_two_readings_agree_on_stand_and_those_in_doubt_are_left_empty_and_marked():
    table = grid(5, 8)
    texts = [str(10 + n) for n in range(40)]
    image = page_of(texts, table)

    def reader(misread):
        def read(strips):
            out = []
            for strip in strips:
                inked = np.flatnonzero((strip < 150).any(axis=0))
                parts = np.split(inked, np.flatnonzero(np.diff(inked) > 20) + 1)
                out.append([Word(misread(next(told), n), Box(p[0] / 2, 0, p[-1] / 2, 9), 0.9)
                            for n, p in enumerate(parts)])  # fmt: skip
            return out

        told = iter(texts * 2)
        return read

    same, other = reader(lambda text, n: text), reader(lambda text, n: "7" if text == "23" else text)
    found = read_dense([Word("old", Box(5, 5, 20, 12), 0.99)], [table], (image, DPI), Readers(same, same, other))
    said = [word.text for word in found.proved]
    assert "old" not in [w.text for w in found.words]
    assert set(said) <= set(texts) and len(said) >= 39
    assert all(note.kind == "unread_cell" for note in found.notes) and len(said) + len(found.notes) == 40


def test_what_the_page_lost_of_a_cell_is_not_lost_again_in_its_cell():
    table = grid(6, 8, wide=90.0, high=34.0)
    image = page_of(["12"] * 48, table)
    for line, text in enumerate(("Cong nghe sinh hoc", "giong")):
        cv2.putText(image, text, (96 * 2, 18 + 24 * line), 0, 0.5, 0, 1, cv2.LINE_AA)
    first, second = Word("Công nghệ sinh học", Box(96, 2, 170, 10), 0.9), Word("giống", Box(96, 13, 120, 22), 0.9)
    both = [replace(w, box=Box(w.box.x0 - 80, w.box.y0, w.box.x1 - 80, w.box.y1)) for w in (first, second)]

    def blocks(crops):
        return [both for _ in crops]

    def lines(crops):
        return [[Word("12", Box(0, 0, 9, 9), 0.9)] for _ in crops]

    found = read_dense([replace(first, confidence=0.99)], [table], (image, DPI), Readers(lines, blocks, lines))
    assert "giống" in {w.text for w in found.words}
    ends = [
        replace(first, text="nghệ sinh học", box=Box(122, 2, 170, 10), confidence=0.99),
        replace(second, confidence=0.99),
    ]
    found = read_dense(ends, [table], (image, DPI), Readers(lines, blocks, lines))
    assert "Công nghệ sinh học" in {w.text for w in found.words}


def test_only_tables_of_many_columns_and_cells_are_dense():
    assert dense([grid(5, 8), grid(20, 4), grid(2, 8)]) == [grid(5, 8)]


def test_print_that_lies_on_its_side_is_told_by_its_ink():
    table = grid(6, 8)
    image = page_of(["name"] * 48, table)
    assert is_on_side([table], image, DPI) is False
    turned = Ruled(table.box, [Box(c.y0, table.box.x1 + 5 - c.x1, c.y1, table.box.x1 + 5 - c.x0) for c in table.cells])
    assert is_on_side([turned], np.ascontiguousarray(np.rot90(image)), DPI) is True
    assert is_on_side([], image, DPI) is None


def test_codes_of_a_column_take_its_shape():
    def said(*pairs, sure=0.9):
        return [((first, sure), (second, sure)) for first, second in pairs]

    parts = said(("ЗП.01", "3N.01"), ("зп.о2", ""), ("3П.03", ""), ("ЗП.04", ""))
    assert code_column(parts) == ["ЗП.01", "ЗП.02", "ЗП.03", "ЗП.04"]
    unsure = said(
        ("ок2", "OK 2"), ("ок ІЗ", "OK 13"), ("ок4", "OK 4"), ("ок0", "OK 10"), ("окб", "0K"), ("ОК 7", "OK 7")
    )
    assert code_column(unsure) == ["ОК 2", "ОК 13", "ОК 4", "", None, "ОК 7"]
    assert code_column(said(("ок2", ""), ("ок3", "OK 3"), ("ОК 4", "OK 4"), sure=0.5))[0] == ""
    indexes = said(("51.0.01", "61.0.01"), ("Б1.О.02", "51.0.02"), ("51.8.03", "51.B.03"), ("51.0.04", "51.0.09"))
    assert code_column(indexes) == ["Б1.О.01", "Б1.О.02", "Б1.В.03", ""]
    assert code_column(said(("5", "5"), ("12", "12"), ("7", "7"))) == [None, None, None]


def test_what_both_models_read_for_sure_is_believed_against_print_that_fell_into_pieces():
    broken = shapes_of(printed("123"))
    found = [
        Entry(Box(0, 0, 40, 16), Box(5, 3, 13, 12), printed("90"), said=[("90", sure), ("90", 0.95)])
        for sure in (0.95, 0.6)
    ]
    known = Known(Patterns(), {1: 4.0, 2: 8.0}, {id(entry): broken for entry in found})
    for entry in found:
        entry.tell(known)
    assert [[w.text for w in entry.words] for entry in found] == [["90"], []]
    narrow = replace(found[0], ink=Box(5, 3, 9, 12))
    known.shapes[id(narrow)] = broken
    narrow.tell(known)
    assert narrow.words == ()


def test_letters_over_columns_of_figures_are_heads_though_one_model_takes_one_for_a_figure():
    said = {"л": ("a", 0.7), "п": ("1", 0.4), "лаб": ("na6", 0.5), "ср.": ("cp.", 0.8)}
    heads, body = [], []
    for n, (head, other) in enumerate(said.items()):
        cell, ink = Box(40 * n, 0, 40 * n + 38, 16), Box(40 * n + 9, 3, 40 * n + 15, 12)
        heads.append(Entry(cell, ink, printed("n"), said=[(head, 0.95), other]))
        for y in (16, 32, 48):
            below = Box(cell.x0, y, cell.x1, y + 16)
            body.append(Entry(below, Box(ink.x0, y + 3, ink.x1 + 3, y + 12), printed("12"), said=[("12", 0.96)] * 2))
    settle_short([*heads, *body], lambda crops: [], lambda crops: [])
    assert [[w.text for w in e.words] for e in heads] == [[head] for head in said]
    assert all([w.text for w in e.words] == ["12"] for e in body)
    for head, (own, other) in zip(heads, [(("п", 0.6), ("tl", 0.4)), (("с", 0.5), ("", 0.0))] * 2, strict=True):
        head.said, head.figures = [own, other], False
    settle_short([*heads, *body], lambda crops: [], lambda crops: [])
    assert [[w.text for w in e.words] for e in heads] == [["п"], ["с"]] * 2  # no reading of the row has a figure


def test_the_way_that_finds_most_codes_of_a_column_tells_them(monkeypatch):
    named = [f"ОК {n}" for n in range(6, 10)]
    monkeypatch.setattr(short_entries, "parted_codes", lambda readings, crops: ["", "", None, named[3]])
    monkeypatch.setattr(short_entries, "code_column", lambda readings, white: named)
    cells = [Box(0, 20 * n, 40, 20 * n + 16) for n in range(4)]
    column = [Entry(cell, cell, printed("6"), said=[("ок", 0.4), ("OK", 0.4)]) for cell in cells]
    settle_short(column, lambda crops: [[] for _ in crops], lambda crops: [[] for _ in crops])
    assert [e.text for e in column] == named
