"""Plans laid out with blanks whose parts have rows of their own: a number, a name over columns, perhaps a sum."""

from extractors.reading.files.text_tables import tables_in_text

PLAN = """\
 No   Code      Part of the course           Points  Talks  Term
 1    First crafts of the workshop                8
 1.1  WV101     Weaving                           3     30     1
 1.2  WV102     Dyes and their sources            5     45     1
 2    Finer crafts                                5
 2.1  FN201     Felt                              2     20     2
 2.2  FN202     Looms of the north                3     30     2
"""


def _rows(text):
    found = tables_in_text(text.split("\n"))
    return [
        {c.column: c.lines[0].as_text() for c in table.grid.cells if c.row == row}
        for table in found
        for row in sorted({c.row for c in table.grid.cells})
    ]


def test_a_numbered_part_goes_over_columns_within_one_table():
    rows = _rows(PLAN)
    assert len(rows) == 7
    assert rows[0] == {0: "No", 1: "Code", 2: "Part of the course", 3: "Points", 4: "Talks", 5: "Term"}
    assert rows[1] == {0: "1", 1: "First crafts of the workshop", 3: "8"}
    assert rows[4] == {0: "2", 1: "Finer crafts", 3: "5"}
    assert rows[6] == {0: "2.2", 1: "FN202", 2: "Looms of the north", 3: "3", 4: "30", 5: "2"}


def test_a_sentence_that_a_number_opens_ends_the_table():
    text = PLAN.replace(
        " 2    Finer crafts                                5",
        " 2    All of it may change, and who began   earlier asks us.",
    )
    assert all("may change" not in " ".join(row.values()) for row in _rows(text))
