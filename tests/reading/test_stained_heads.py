"""Running heads of scans beside which a logo was read as a few signs."""

from extractors.arranging.furniture import mark_furniture
from models.page import Line, Page, Word


def _page(number: int, *heads: tuple[str, float], body: str) -> Page:
    lines = [Line(tuple(Word(word, confidence=sure) for word in text.split())) for text, sure in heads]
    return Page(number, (*lines, Line((Word(body),)), Line((Word("tận" + body),))), 600, 800)


HEAD = "Trường Đại học Hải Tân"


def _running(*pages: Page) -> list[list[str]]:
    return [[b.as_text() for b in page.blocks if b.role == "furniture"] for page in mark_furniture(pages)]


def test_a_head_with_a_stain_behind_it_runs_too() -> None:
    pages = [_page(n, (HEAD + stain, 0.8), body=f"Chương {'abcd'[n]}") for n, stain in enumerate(("", "", "", " củi"))]
    assert _running(*pages) == [[HEAD], [HEAD], [HEAD], [HEAD + " củi"]]


def test_a_stain_between_running_lines_goes_with_them() -> None:
    pages = [_page(n, (HEAD, 0.9), ("10 -", 0.4), ("Khoa Thủy sản học", 0.9), body="abcd"[n]) for n in range(4)]
    assert all(len(found) == 3 for found in _running(*pages))


def test_what_goes_on_longer_is_text_and_so_is_what_was_read_well() -> None:
    pages = [_page(n, (HEAD, 0.9), body=f"Chương {'abcd'[n]}") for n in range(3)]
    pages.append(_page(3, (f"{HEAD} ban hành quy chế", 0.9), body="d"))
    assert _running(*pages)[3] == []
    pages = [_page(n, (HEAD, 0.9), ("Mục 1", 0.97), ("Khoa Thủy sản học", 0.9), body="abcd"[n]) for n in range(4)]
    assert _running(*pages)[0] == [HEAD, "Mục 1", "Khoa Thủy sản học"]
