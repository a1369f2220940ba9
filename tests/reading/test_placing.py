"""Boxes lead back to the sheet that the file shows, however it was turned, straightened, cropped or laid flat."""

import cv2
import numpy as np
import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.engines import engine_named
from extractors.imaging.placing import turned_back
from extractors.imaging.straightening import straighten
from extractors.reading import ReadingOptions, identify, read
from extractors.reading.paper.scanned import Sheet, read_sheet
from extractors.reading.paper.sizes import taken_for
from models.page import Box, Grid, Line, Page, Word

HEIGHT, WIDTH, DPI = 1400, 1000, 120
MARK = (300, 420, 480, 460)
"""Left, top, right and bottom of the word that the engine below sees, in pixels of the sheet."""


class Spotting:
    """Reads one word: the widest dark bar; lines of print are thin, and it looks for a thick one."""

    def read(self, image, languages, dpi):
        thick = cv2.erode((image < 110).astype(np.uint8), np.ones((max(3, dpi // 6),) * 2, np.uint8))
        ys, xs = np.where(thick)
        if not len(xs) or xs.max() - xs.min() < ys.max() - ys.min():
            return Page(1, (), mean_confidence=0.1)  # a bar that stands is no word
        half = max(3, dpi // 6) / 2
        box = Box(*(v * 72 / dpi for v in (xs.min() - half, ys.min() - half, xs.max() + half, ys.max() + half)))
        sure = 0.95 if box.y0 < image.shape[0] * 36 / dpi else 0.2  # at the foot it stands on its head
        return Page(1, (Line((Word("Quyết", box, sure),)),), mean_confidence=sure)

    def read_lines(self, images, languages, dpi):
        return [Page(1, ()) for _ in images]


def sheet_with_a_mark():
    """Return a sheet with lines of print and a bar."""
    image = np.full((HEIGHT, WIDTH), 255, np.uint8)
    for row in range(14):
        cv2.putText(image, "Dieu 1 Pham vi ap dung", (80, 560 + 55 * row), cv2.FONT_HERSHEY_SIMPLEX, 1.3, 0, 2)
    x0, y0, x1, y1 = MARK
    image[y0:y1, x0:x1] = 0
    return image


def found(image, engine=None):
    """Return the page read of an image and the box of its marked word in pixels of that image."""
    page = read_sheet(Sheet(image, DPI, 1), ReadingOptions(languages="vie"), engine or Spotting())
    words = [w for block in page.blocks for w in (block.words if isinstance(block, Line) else ())]
    box = page.on_sheet(next(w.box for w in words if w.text == "Quyết"))
    assert page.sheet == pytest.approx((image.shape[1] * 72 / DPI, image.shape[0] * 72 / DPI))
    return page, tuple(v * DPI / 72 for v in (box.x0, box.y0, box.x1, box.y1))


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_a_word_of_a_turned_sheet_lies_where_it_is_in_the_file(quarter):
    image = np.ascontiguousarray(np.rot90(sheet_with_a_mark(), quarter))
    page, box = found(image)
    ys, xs = np.where(np.rot90(_only_mark(), quarter))
    assert page.rotation == (4 - quarter) % 4 * 90
    assert box == pytest.approx((xs.min(), ys.min(), xs.max(), ys.max()), abs=8)


def test_a_word_of_a_skewed_sheet_of_low_resolution_lies_where_it_is_in_the_file():
    image = straighten(sheet_with_a_mark(), -3.0)
    page, box = found(image)
    ys, xs = np.where(straighten(255 - _only_mark().astype(np.uint8) * 255, -3.0) < 128)
    assert "skew" in page.reason and "enlarged" in page.reason
    assert box == pytest.approx((xs.min(), ys.min(), xs.max(), ys.max()), abs=14)


def test_a_word_of_a_photo_lies_where_it_is_in_the_photo():
    corners = np.array([[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT]], np.float32)
    seen = np.array([[90, 120], [1060, 60], [1120, 1450], [60, 1500]], np.float32)
    warp = cv2.getPerspectiveTransform(corners, seen)
    photo = cv2.warpPerspective(sheet_with_a_mark(), warp, (1200, 1560), borderValue=60)
    page, box = found(photo)
    ys, xs = np.where(cv2.warpPerspective(_only_mark().astype(np.uint8), warp, (1200, 1560)))
    assert "perspective undone" in page.reason
    assert box == pytest.approx((xs.min(), ys.min(), xs.max(), ys.max()), abs=14)


def _only_mark():
    alone = np.zeros((HEIGHT, WIDTH), bool)
    x0, y0, x1, y1 = MARK
    alone[y0:y1, x0:x1] = True
    return alone


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turn_is_undone_point_by_point(turn):
    image = np.arange(12).reshape(3, 4)
    turned, back = np.rot90(image, turn // 90), turned_back(turn, 4, 3)
    for y, x in np.ndindex(turned.shape):
        column, row, _ = back @ [x + 0.5, y + 0.5, 1]
        assert image[int(row), int(column)] == turned[y, x]


@pytest.mark.parametrize(
    ("media", "crop", "rotate", "shown"),
    [
        ((0, 0, 800, 1000), (100, 100, 700, 900), 0, (150, 285)),
        ((100, 100, 700, 900), None, 0, (150, 285)),
        ((100, 100, 700, 900), (200, 200, 600, 800), 90, (400, 50)),
        ((0, 0, 800, 1000), (100, 100, 700, 900), 270, (285, 390)),
    ],
)
def test_words_of_a_cropped_pdf_lie_where_a_viewer_shows_them(tmp_path, media, crop, rotate, shown):
    whole = tmp_path / "whole.pdf"
    canvas = Canvas(str(whole), pagesize=(800, 1000))
    canvas.setFont("Helvetica", 20)
    canvas.drawString(250, 600, "MARK")
    canvas.save()
    with pikepdf.open(whole) as pdf:
        page = pdf.pages[0]
        page.MediaBox, page.Rotate = list(media), rotate
        if crop:
            page.CropBox = list(crop)
        pdf.save(tmp_path / "cropped.pdf")
    (page,) = read(identify(tmp_path / "cropped.pdf"))
    box = page.on_sheet(page.blocks[0].words[0].box)
    assert (box.x0, box.y0) == pytest.approx(shown, abs=6)


@pytest.mark.ocr
def test_tesseract_finds_a_word_of_a_turned_scan_where_it_is():
    alone = np.full((1100, 1275), 255, np.uint8)
    cv2.putText(alone, "DECISION", (400, 150), cv2.FONT_HERSHEY_DUPLEX, 2.2, 0, 4)
    image = alone.copy()
    for row in range(10):
        cv2.putText(image, "The quick brown fox jumps over", (90, 250 + 80 * row), cv2.FONT_HERSHEY_DUPLEX, 1.6, 0, 3)
    turned, only = (np.ascontiguousarray(np.rot90(straighten(part, 2.0))) for part in (image, alone))
    page = read_sheet(Sheet(turned, 150, 1), ReadingOptions(languages="eng"), engine_named("tesseract"))
    words = [w for b in page.blocks if not isinstance(b, Grid) for w in b.words]
    box = page.on_sheet(next(w.box for w in words if "DECISION" in w.text))
    ys, xs = np.where(only < 128)
    assert page.rotation == 270 and "skew" in page.reason
    seen = tuple(v * 150 / 72 for v in (box.x0, box.y0, box.x1, box.y1))
    assert seen == pytest.approx((xs.min(), ys.min(), xs.max(), ys.max()), abs=16)


@pytest.mark.parametrize("points", [(150.0, 212.0), (2480.0, 3508.0)])
def test_a_scan_on_a_page_of_no_size_of_paper_is_read_as_one_of_a4(tmp_path, points):
    assert taken_for(points, 200) == (50 if points[0] < 200 else 300) and taken_for((595.0, 842.0), 200) == 200
    picture, path = tmp_path / "scan.png", tmp_path / "scan.pdf"
    image = np.full((2339, 1654), 255, np.uint8)
    for row in range(20):
        cv2.putText(image, "Quyet dinh ban hanh", (200, 300 + 90 * row), cv2.FONT_HERSHEY_SIMPLEX, 1.6, 0, 4)
    cv2.imwrite(str(picture), image)
    canvas = Canvas(str(path), pagesize=points)
    canvas.drawImage(str(picture), 0, 0, *points)
    canvas.save()
    (page,) = read(identify(path), ReadingOptions(languages="vie"))
    assert page.sheet == pytest.approx(points, rel=0.01) and page.height == pytest.approx(842, rel=0.02)
    words = [w for block in page.blocks if isinstance(block, Line) for w in block.words if w.box]
    assert len(words) >= 60
    first = page.on_sheet(words[0].box)
    assert first.x0 / points[0] == pytest.approx(200 / 1654, abs=0.01)
    assert first.y1 / points[1] == pytest.approx(300 / 2339, abs=0.02)
