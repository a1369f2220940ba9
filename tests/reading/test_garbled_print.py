"""A garbled layer that is itself what the page shows is repaired: reading its picture gives the same garble anew."""

import pytest

from extractors.reading.arbitrating import Layer, choose
from models.page import Box, Line, Page, Word
from normalizers.triage.verdicts import page_verdict

LAYER = (
    "Chuong I QUY EINH CHUNG Trong Quy tlinh ndy, c6c tu ngt dr6i tl6y duqc hi6u nhu sau: Hqc phAn ld kh0i lrgng ki6n "
    "thric tuong d6i trgn ven, duqc b6 tri gi6ng d4y trong mQt hgc ky. C6 v6n hgc tflp ld gi6ng vi6n duqc ph6n c0ng"
)
SEEN = LAYER.replace("hgc", "hực").replace("ndy", "này").replace("c6c", "các").replace("ph6n c0ng", "phân công")
SOUND = (
    "Chương I QUY ĐỊNH CHUNG Trong Quy định này, các từ ngữ dưới đây được hiểu như sau: Học phần là khối lượng kiến "
    "thức tương đối trọn vẹn, được bố trí giảng dạy trong một học kỳ. Cố vấn học tập là giảng viên được phân công"
)


def page(text: str, route: str) -> Page:
    box = Box(0, 0, 500, 10)
    return Page(1, (Line(tuple(Word(t, box) for t in text.split())),), 600, 800, route=route, reason="no text layer")


@pytest.mark.parametrize(
    ("scanned", "read", "route"),
    [(False, SEEN, "repaired_text_layer"), (True, SEEN, "ocr"), (False, SOUND, "ocr"), (True, SOUND, "ocr")],
)
def test_which_reading_of_a_garbled_page_is_taken(scanned: bool, read: str, route: str) -> None:
    garbled = page_verdict(LAYER)
    assert garbled.code == "garbled" and page_verdict(read).score < garbled.score
    layer = Layer(page(LAYER, "text_layer"), garbled, scanned, 300, True)
    chosen = choose(layer, page(read, "ocr"))
    assert chosen.route == route
    assert chosen.other_reading == (read if route != "ocr" else LAYER)
