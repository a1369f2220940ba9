"""Tables with a rule below the head and one at the foot alone; cells that come near to the next, figures at the end."""

import numpy as np

from extractors.arranging.tables.aligning import aligned_tables
from extractors.arranging.tables.drawn import rules_in, with_open_ends
from extractors.arranging.tables.gutters import row_of
from extractors.arranging.tables.regions import Region, columns_of
from extractors.arranging.tables.ruling import Ruled, grids_with
from extractors.arranging.tables.strokes import Stroke, Strokes
from models.page import Box
from tests.reading.printing import said
from tests.reading.test_tables_part_ruled import rows_of


def test_a_head_above_its_rule_is_of_its_table_and_text_between_two_tables_is_not():
    tables = (
        (
            ("No", 45, "Name", 75, "Born", 200, "Place", 330),
            ("A. Finch", "1971", "Hull"),
            ("B. Strand", "1980", "Kyiv"),
        ),
        (("No", 45, "Work", 90, "Load", 260, "Week", 370), ("Essay on maps", "30", "4"), ("Long test", "70", "9")),
    )
    words, rules, wanted = [], [], []
    for top, (head, *rows) in zip((100, 210), tables, strict=True):
        names, xs = head[::2], head[1::2]
        rules += [Stroke(top + 16, 40, 420), Stroke(top + 20 + 18 * len(rows), 40, 420)]
        rows = [(str(n), *row) for n, row in enumerate(rows, 1)]
        for line, row in enumerate((names, *rows)):
            for text, x in zip(row, xs, strict=True):
                words += said(text, x, top + 18 * line + 2)
        wanted.append([list(names), *(list(row) for row in rows)])
    words += said("Who falls ill before the day of the second test sits it again", 40, 180)
    found = rows_of(grids_with(aligned_tables(words, Strokes(tuple(rules))), words))
    assert found == wanted


def test_figures_at_the_ends_of_rows_are_a_column_though_a_full_cell_comes_near():
    lines = (("Topic", "Work at home", "Hours"), ("Maps", "Drawing of a map of the whole of the shire", "5"),
             ("Sums", "Working out of the sums on the last page", "9"),
             ("Ways", "Walking along the river and back to town", "3"))  # fmt: skip
    end = max(w.box.x1 for _, work, _ in lines for w in said(work, 130, 0))
    words, rules = [], [Stroke(96, 40, 420)]
    for n, (topic, work, hours) in enumerate(lines):
        x = end + (10 if hours.isdigit() else 2)
        words += said(topic, 45, 100 + 18 * n) + said(work, 130, 100 + 18 * n) + said(hours, x, 100 + 18 * n)
        rules.append(Stroke(114 + 18 * n, 40, 420))
    found = rows_of(grids_with(aligned_tables(words, Strokes(tuple(rules))), words))
    assert found == [[list(line) for line in lines]]


def test_numbered_lines_whose_texts_begin_at_two_places_do_not_stop_the_reading():
    rows = []
    for number, x in enumerate((60, 60, 90, 90), 1):
        y = 100 + 16 * number
        rows.append(row_of(said(str(number), 45, y) + said("Part", x, y) + said("4", 300, y)))
    assert columns_of(Region(rows), 12.0)


def test_a_row_that_the_end_of_a_page_cuts_is_of_its_table():
    table = Ruled(
        Box(40, 100, 300, 140), [Box(x0, y, x1, y + 20) for y in (100, 120) for x0, x1 in ((40, 90), (90, 300))]
    )
    down = tuple(Stroke(x, 100, 190) for x in (40, 90, 300))
    opened = with_open_ends(table, Strokes(down=down))
    assert opened.box == Box(40, 100, 300, 190)
    assert opened.cells[-2:] == [Box(40, 140, 90, 190), Box(90, 140, 300, 190)]
    assert with_open_ends(table, Strokes(down=down[:2])) == table
    below = Ruled(Box(40, 148, 300, 190), [Box(40, 148, 90, 190), Box(90, 148, 300, 190)])
    assert with_open_ends(table, Strokes(down=down), [table, below]) == table


def test_a_row_that_the_end_of_a_scanned_page_cuts_is_of_its_table():
    page = np.full((1000, 800), 255, np.uint8)
    for y in (100, 200, 300):
        page[y : y + 3, 100:703] = 0
    closed = page.copy()
    for x in (100, 300, 500, 700):
        page[100:500, x : x + 3] = closed[100:300, x : x + 3] = 0
    cells, kept = (rules_in(image, 200).tables[0].cells for image in (page, closed))
    assert len(cells) == 9 and len(kept) == 6
    assert all(cell.y0 < 115 and cell.y1 > 175 for cell in cells[6:])
    page[300:500, 100:103] = 255
    assert len(rules_in(page, 200).tables[0].cells) == 6  # no side bounds what is below
