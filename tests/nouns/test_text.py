"""The way from repaired text back to the page."""

from hypothesis import given
from hypothesis import strategies as st

from models.edits import Edit, Offsets, apply
from models.page import Box
from models.text import PlacedWord, Span, Text, TextLine, join_lines


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...]]:
    """A raw text and edits of it, in order and not overlapping; some only remove, some only add."""
    raw = draw(st.text("abc", min_size=1, max_size=30))
    edits, at = [], 0
    while at < len(raw) and len(edits) < 6:
        start = draw(st.integers(at, len(raw)))
        end = draw(st.integers(start, min(start + 3, len(raw))))
        edits.append(Edit(start, end, raw[start:end], draw(st.text("XY", max_size=3)), "test"))
        at = end + 1
    return raw, tuple(edits)


def slow_to_raw(edits: tuple[Edit, ...], offset: int, end: bool) -> int:
    gained = 0
    for edit in edits:
        start = edit.start + gained
        if offset < start or (end and offset == start):
            break
        if offset < start + len(edit.after) or (end and offset == start + len(edit.after)):
            return edit.end if end else edit.start
        gained += len(edit.after) - (edit.end - edit.start)
    return offset - gained


@given(edited(), st.booleans())
def test_offsets_lead_back_as_a_walk_over_all_edits_does(case: tuple[str, tuple[Edit, ...]], end: bool) -> None:
    raw, edits = case
    offsets = Offsets(edits)
    for offset in range(len(apply(raw, edits)) + 1):
        assert offsets.to_raw(offset, end=end) == slow_to_raw(edits, offset, end)


def test_a_repaired_word_is_traced_to_its_box() -> None:
    raw = "C6ng nghQ\nth6ng tin\n"
    boxes = [Box(x, 0, x + 9, 9) for x in (0, 10, 0, 10)]
    places = [(0, 4), (5, 9), (10, 15), (16, 19)]
    words = tuple(PlacedWord(s, e, 1, b, 0.5) for (s, e), b in zip(places, boxes, strict=True))
    text = Text(raw, raw, (TextLine(0, 9, 1), TextLine(10, 19, 1)), (), words)
    fixed = text.repaired(
        (Edit(0, 4, "C6ng", "Công", "t"), Edit(5, 9, "nghQ", "nghệ", "t"), Edit(10, 15, "th6ng", "thông", "t"))
    )
    trace = fixed.trace(Span(5, 9))
    assert (fixed[Span(5, 9)], trace.raw_text, trace.box, trace.confidence) == ("nghệ", "nghQ", boxes[1], 0.5)
    assert fixed.body(Span(0, 19)) == "Công nghệ thông tin"


def test_hyphens_at_line_ends() -> None:
    assert (
        join_lines(["электронной информационно-", "образовательной среды"])
        == "электронной информационнообразовательной среды"
    )
    assert join_lines(["Quyết định số 1567/QĐ-", "ĐHSPHN"]) == "Quyết định số 1567/QĐ-ĐHSPHN"
    assert join_lines(["văn hóa -", "xã hội"]) == "văn hóa - xã hội"
    assert (
        join_lines(["khóa 2021–", "2026 và mô hình thực thể–", "liên kết"])
        == "khóa 2021–2026 và mô hình thực thể–liên kết"
    )
    assert join_lines(["văn hóa –", "xã hội"]) == "văn hóa – xã hội"
