"""Two pages on one scan and true text columns; heads, forms and signature blocks are none."""

from dataclasses import replace

from extractors.arranging.tables.strokes import Stroke
from extractors.reading.paper.lines.halves import gutter_of, parts_of, ruled_gutter
from models.page import Box, Word


def row(y, *spans):
    """Return words of 30 points from x0 to x1 of each span, side by side at height y."""
    words = []
    for x0, x1 in spans:
        x = x0
        while x + 30 <= x1:
            words.append(Word(f"{x0}.{y}.chữ", Box(x, y, x + 27, y + 10)))
            x += 30
    return words


def texts(parts):
    return [sorted({int(word.text.split(".")[1]) for word in part}) for part in parts]


def test_two_pages_on_one_scan_are_read_one_after_the_other():
    left = [w for y in range(60, 500, 15) for w in row(y, (40, 380 if y % 60 else 200))]
    right = [w for y in range(67, 400, 15) for w in row(y, (460, 800))]
    parts = parts_of(left + right, (842, 595), ())
    assert len(parts) == 2 and {w.text[:2] for w in parts[0]} == {"40"} and {w.text[:3] for w in parts[1]} == {"460"}
    assert parts_of(left + right, (842, 595), [Box(100, 100, 700, 300)]) == [left + right]


def test_an_open_book_is_two_pages_though_one_holds_a_table_alone():
    left = [w for y in range(60, 500, 15) for w in row(y, (40, 380))]
    right = [replace(w, text="3") for y in range(60, 300, 15) for w in row(y, (460, 500), (620, 660))]
    assert len(parts_of(left + right, (842, 595), ())) == 1
    assert len(parts_of(left + right, (842, 595), (), folded=True)) == 2
    assert len(parts_of(left + right, (595, 842), (), folded=True)) == 1  # a letter that was folded stands upright


def test_columns_stand_between_what_runs_over_both():
    head, foot = row(40, (60, 540)), row(700, (60, 540))
    body = [w for y in range(80, 600, 14) for w in row(y, (60, 280), (320, 540))]
    parts = parts_of(body + foot + head, (595, 842), ())
    assert texts(parts) == [[40], list(range(80, 600, 14)), list(range(80, 600, 14)), [700]]
    assert max(w.box.x1 for w in parts[1]) < min(w.box.x0 for w in parts[2])


def test_heads_forms_and_signature_blocks_are_no_columns():
    head = [w for y in range(40, 100, 15) for w in row(y, (60, 260), (320, 540))]
    body = [w for y in range(120, 600, 15) for w in row(y, (60, 540))]
    tail = [w for y in range(620, 740, 12) for w in row(y, (60, 180), (380, 480))]
    assert gutter_of(head + body + tail, 595, 842) is None
    form = [w for y in range(40, 600, 15) for w in row(y, (60, 150), (320, 410 if y % 45 else 540))]
    assert gutter_of(form, 595, 842) is None
    assert parts_of([], (595, 842), ()) == []


def test_columns_of_figures_beside_names_are_no_text_columns():
    names = [w for y in range(80, 400, 15) for w in row(y, (60, 270))]
    prose = [w for y in range(80, 400, 15) for w in row(y, (320, 530))]
    assert gutter_of(names + prose, 595, 842)
    figures = [replace(w, text=w.text.split(".")[0]) for w in prose]
    assert gutter_of(names + figures, 595, 842) is None


def columns_of_text_and_tables():
    left = [w for y in range(80, 200, 14) for w in row(y, (60, 270))]
    left += [w for y in range(200, 300, 14) for w in row(y, (60, 90), (140, 170), (230, 260))]
    right = [w for y in range(80, 160, 14) for w in row(y, (320, 350), (450, 480), (510, 540))]
    return left + right + [w for y in range(160, 300, 14) for w in row(y, (320, 530))]


def test_rules_of_tables_tell_where_columns_of_few_lines_end():
    words = columns_of_text_and_tables()
    rules = [Stroke(y, 318, 540) for y in (78, 92, 106, 120)]
    assert gutter_of(words, 595, 842) is None
    parts = parts_of(words, (595, 842), (), rules)
    assert len(parts) == 2 and max(w.box.x1 for w in parts[0]) < 300 < min(w.box.x0 for w in parts[1])


def test_rules_over_the_gutter_or_shorter_than_a_column_tell_no_columns():
    words = columns_of_text_and_tables()
    assert ruled_gutter(words, 595, [Stroke(y, 58, 540) for y in (78, 92, 106, 120)]) is None
    assert ruled_gutter(words, 595, [Stroke(y, 318, 420) for y in (78, 92, 106, 120)]) is None
