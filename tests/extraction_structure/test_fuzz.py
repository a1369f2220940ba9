"""The parser never refuses, and what it gives is a tree."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.extraction_structure.conftest import document_of

WORDS = st.sampled_from(["Sinh viên nộp bài.", "студент подає заяву;", "ЗАГАЛЬНІ ПОЛОЖЕННЯ", "", "\t", "như sau:"])
MARKS = st.sampled_from(
    ["", "Điều 1. ", "Điều l. ", "CHƯƠNG II", "I. ", "1. ", "1.1. ", "2.14 ", "a) ", "đ) ", "1) ", "(2) ", "- ",
     "## 3 ", "**", "Phụ lục 1", "Додаток 2", "2-тарау. ",
     "Nơi nhận:", "1O. ", "XL. ", "“", "__", "Лист 3", "Mục lục"]
)  # fmt: skip
LINES = st.lists(st.tuples(MARKS, WORDS).map("".join), min_size=1, max_size=40)
SLOW = settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(LINES, st.sampled_from(["vi", "uk", "ru", "kk", "en"]))
def test_any_lines_give_a_sound_tree(lines, language):
    document = document_of("\n".join([*lines, "x"]), language=language)
    seen: dict[str | None, object] = {}
    starts = [section.span.start for section in document.sections]
    assert starts == sorted(starts)
    for section in document.sections:
        assert section.parent is None or section.parent in seen
        assert section.span.start <= section.span.end <= len(document.text.content)
        for span in filter(None, (section.marker, section.heading, *section.text)):
            assert section.span.start <= span.start <= span.end <= section.span.end
        if section.parent is not None:
            above = seen[section.parent].span
            assert above.start <= section.span.start and section.span.end <= above.end
        seen[section.number] = section


@SLOW
@given(st.lists(st.integers(1, 4), min_size=2, max_size=5))
def test_a_regular_ladder_is_read_back(sizes):
    lines, wanted = ["QUY CHẾ"], []
    article = 0
    for chapter, size in enumerate(sizes, 1):
        roman = ["I", "II", "III", "IV", "V"][chapter - 1]
        lines += [f"CHƯƠNG {roman}", "NHỮNG QUY ĐỊNH CỤ THỂ"]
        wanted.append(f"CHƯƠNG {roman}")
        for _ in range(size):
            article += 1
            lines += [
                f"Điều {article}. Trách nhiệm của bạn đọc",
                "1. Giữ gìn sách.",
                "2. Trả sách:",
                "a) đúng hạn;",
                "b) đủ.",
            ]
            wanted += [f"Điều {article}{part}" for part in ("", ".1", ".2", ".2.a", ".2.b")]
    document = document_of("\n".join(lines) + "\n", language="vi")
    assert [section.number for section in document.sections] == wanted
