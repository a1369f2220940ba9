"""Running heads of scans beside which a logo was read as a few signs."""

from extractors.arranging.furniture import mark_furniture
from models.page import Box, Line, Page, Word


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


def _at(text: str, sure: float, x: float, y: float) -> Line:
    boxes = [Box(x + 40 * n, y, x + 40 * n + 30, y + 8) for n in range(len(text.split()))]
    return Line(tuple(Word(word, box, sure) for word, box in zip(text.split(), boxes, strict=True)))


def _below(*below: tuple[str, float, float]) -> list[list[str]]:
    pages = []
    for number, (text, sure, x) in enumerate(below):
        body = (_at("abcd"[number] + " tận cùng nơi đó", 0.95, 60, 90), _at(f"cũng {'abcd'[number]}", 0.95, 60, 110))
        pages.append(Page(number + 1, (_at(HEAD, 0.95, 120, 40), _at(text, sure, x, 70), *body), 600, 800))
    return _running(*pages)


def test_a_stain_below_the_head_goes_with_it_where_other_pages_have_one_there() -> None:
    assert _below(("TP MÔ", 0.6, 60), ("T8. MO", 0.5, 60), ("x", 0.7, 70), ("Mnl", 0.4, 58))[2] == [HEAD, "x"]
    assert _below(("TP MÔ", 0.6, 60), ("T8. MO", 0.97, 60), ("x", 0.7, 300), ("Mnl", 0.4, 58))[1:3] == [[HEAD], [HEAD]]


def test_a_head_with_a_stain_before_it_runs_too() -> None:
    words = [(("ể", 0.7), ("á", 0.91), ("vs", 0.4)), (), (), (("Số:", 0.96), ("12", 0.5))]
    lines = [Line((*(Word(t, None, c) for t, c in before), *_at(HEAD, 0.95, 0, 0).words)) for before in words]
    pages = [
        Page(n, (line, Line((Word("abcd"[n]),)), Line((Word("tận" + "abcd"[n]),)))) for n, line in enumerate(lines)
    ]
    assert _running(*pages) == [["ể á vs " + HEAD], [HEAD], [HEAD], ["Số: 12 " + HEAD]]
