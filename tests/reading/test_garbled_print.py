"""A garbled layer that is itself what the page shows is repaired: reading its picture gives the same garble anew."""

from dataclasses import replace

import pytest

from extractors.reading.arbitrating import Layer, choose
from models.page import Box, Line, Page, Word
from normalizers.triage.verdicts import page_verdict

LAYER = (
    "Chuong I QUY EINH CHUNG Trong Nqi quy ndy, c6c tu ngt dr6i tl6y duqc hi6u nhu sau: Xudng hqc ld noi ngudi hgc "
    "ngh6 ldm quen vdi m6y c6i, duqc b6 tri thdnh ba khu c6 l6i tho6t. Td tru6ng ld nguoi duqc ph6n c0ng gi6m s6t"
)
SEEN = LAYER.replace("hgc", "hực").replace("ndy", "này").replace("c6c", "các").replace("ph6n c0ng", "phân công")
SOUND = (
    "Chương I QUY ĐỊNH CHUNG Trong Nội quy này, các từ ngữ dưới đây được hiểu như sau: Xưởng học là nơi người học "
    "nghề làm quen với máy cái, được bố trí thành ba khu có lối thoát. Tổ trưởng là người được phân công giám sát"
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


def test_a_layer_of_a_scan_that_reads_rules_as_letters_is_read_anew() -> None:
    read = "Тема перша поняття та завдання процесу 16 4 8 12 усього годин за змістовим модулем 60 14 32"
    barred = read.replace(" 4", " |4").replace(" 8", " |8").replace(" 14", " |14").replace(" 32", " |32")
    legacy = barred.encode("cp1251").decode("latin-1")
    kept = (barred, False, "text_layer"), (read, True, "text_layer"), (legacy, False, "text_layer")
    for said, scanned, route in ((barred, True, "ocr"), (legacy, True, "ocr"), *kept):
        layer = Layer(page(said, "text_layer"), page_verdict(said), scanned, 300, True)
        assert choose(layer, page(read, "ocr")).route == route


def test_a_layer_whose_engine_lacks_the_letters_of_the_language_is_read_anew() -> None:
    read = "Студенти спеціальності відвідують лекції, практичні й семінарські заняття, їхні знання оцінює її комісія"
    lacking = read.replace("і", "и").replace("ї", "й").replace("є", "е")
    for said, scanned, route in ((lacking, True, "ocr"), (read, True, "text_layer")):
        layer = Layer(page(said, "text_layer"), page_verdict(said), scanned, 300, True)
        assert choose(layer, page(read, "ocr")).route == route


def test_a_stamp_laid_on_a_scan_as_text_is_not_its_layer() -> None:
    stamp = "Ký bởi: Trường Nghề Bắc Sông, ngày 12 tháng 3"
    for said, scanned, route in ((stamp, True, "ocr"), (stamp, False, "text_layer"), (SOUND[:-60], True, "text_layer")):
        layer = Layer(page(said, "text_layer"), page_verdict(said), scanned, 300, True)
        assert choose(layer, page(SOUND, "ocr")).route == route


def test_a_caption_above_a_drawing_is_its_layer() -> None:
    layer = Layer(page("Додаток 3.", "text_layer"), page_verdict("Додаток 3."), True, 150, True)
    drawn = replace(page(SOUND, "ocr"), mean_confidence=0.47)
    assert choose(layer, drawn).route == "text_layer"


def test_a_page_without_a_layer_is_read_for_that_reason_whatever_letters_its_language_has() -> None:
    read = 2 * "Студенти спеціальності відвідують лекції, практичні й семінарські заняття, їхні знання оцінює кафедра "
    layer = Layer(page("", "text_layer"), page_verdict(""), True, 300, True)
    assert choose(layer, page(read, "ocr")).reason == "no text layer"
