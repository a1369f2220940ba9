"""A dash at the start of a line: amid a name for which the line above had no room, or before an item of a list."""

from dataclasses import replace

from extractors.parsing.lines import Printed
from extractors.parsing.paragraphs import continues

FULL = Printed(0, 60, "Các Trưởng phòng Đào tạo, Trưởng phòng Thanh tra", 1)
REST = Printed(61, 120, "- Pháp chế, Trưởng các khoa có trách nhiệm thi hành.", 1)


def test_a_dash_goes_on_a_full_line_whose_sentence_is_open() -> None:
    assert continues(FULL, REST, blanks=False, single=False)


def test_a_dash_begins_an_item_below_a_line_that_ends_and_where_it_is_set_in() -> None:
    assert not continues(replace(FULL, text=f"{FULL.text};"), REST, blanks=False, single=False)
    assert not continues(replace(FULL, right=0.6), REST, blanks=False, single=False)
    assert not continues(FULL, replace(REST, left=0.08), blanks=False, single=False)
