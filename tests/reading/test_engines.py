"""The seam of the engines: one added as a file reads pages, two vote on lines, weights that lack are asked for."""

import sys
import types
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extractors import engines
from extractors.engines import EngineFailed, engine_named
from extractors.engines.pair import Pair
from extractors.engines.rapid import Rapid
from extractors.reading import ReadingOptions, identify, read
from models.errors import EnvironmentLacks
from models.page import Line

sys.path.insert(0, str(Path(__file__).parent))
from engines import Idle, Misbehaving, Said

CORNERS = [[100, 200], [150, 200], [150, 225], [100, 225]]


class Added:
    """An engine as somebody would add it: a class that is made with its bounds."""

    def __init__(self, seconds, memory):
        self.bounds = seconds, memory

    def read(self, image, languages, dpi):
        return Said("Điều 1. Phạm vi áp dụng").read(image, languages, dpi)

    def read_lines(self, images, languages, dpi):
        return [Said("Điều 1").read(image, languages, dpi) for image in images]


@pytest.fixture
def added(monkeypatch):
    """Put a module with an engine where engines are looked for, and its row in the table."""
    module = types.ModuleType("extractors.engines.added")
    module.Added = Added
    monkeypatch.setitem(sys.modules, "extractors.engines.added", module)
    monkeypatch.setitem(engines.ENGINES, "added", "Added")
    engine_named.cache_clear()
    yield
    engine_named.cache_clear()


def page_image(path):
    """Write a page with a few strokes."""
    image = Image.new("L", (800, 1100), 255)
    for row in range(8):
        ImageDraw.Draw(image).text((60, 100 + 60 * row), "Dieu 1. Pham vi ap dung", fill=0, font_size=32)
    image.save(path)
    return path


def test_an_engine_that_is_a_file_and_a_row_reads_pages(added, tmp_path):
    source = identify(page_image(tmp_path / "a.png"))
    (page,) = read(source, ReadingOptions(engine="added", languages="vie", apart=False))
    assert page.route == "ocr" and page.blocks[0].as_text() == "Điều 1. Phạm vi áp dụng"
    assert engine_named("added", seconds=7.0, memory=9).bounds == (7.0, 9)


def test_the_environment_names_the_engine(monkeypatch):
    monkeypatch.setenv("SOHOA_OCR_ENGINE", "tesseract+rapid")
    assert ReadingOptions().engine == "tesseract+rapid" and ReadingOptions(engine="rapid").engine == "rapid"


def test_two_engines_vote_on_lines_and_the_first_alone_reads_pages(added):
    pair = engine_named("added+added")
    assert isinstance(pair, Pair) and pair.orientation is None
    image = np.full((40, 400), 255, np.uint8)
    first = Said("", again="Căn cứ Luật giáo dục dại hoc")
    pair = Pair(first, Said("", again="Căn cứ Luật giáo dục đại học"))
    (page,) = pair.read_lines([image], "vie", 300)
    assert page.blocks[0].as_text() == "Căn cứ Luật giáo dục đại học"
    assert pair.read(image, "vie", 300) == first.read(image, "vie", 300)


def test_an_engine_that_fails_is_left_out_of_the_vote():
    image = np.full((40, 400), 255, np.uint8)
    said, broken = Said("", again="Điều 1"), Misbehaving(largest=0)
    for pair in (Pair(said, broken), Pair(broken, said)):
        assert pair.read_lines([image], "vie", 300)[0].blocks[0].as_text() == "Điều 1"
    with pytest.raises(EngineFailed):
        Pair(broken, broken).read_lines([image], "vie", 300)
    assert not Pair(Idle(), Idle()).read_lines([image], "vie", 300)[0].blocks[0].words


class FakeRapid:
    """What RapidOCR gives: lines of words with their corners, or one text for an image of a line."""

    def __init__(self, params):
        assert params["Rec.model_path"].endswith("rec.onnx")

    def __call__(self, image, use_det=True, use_cls=True, return_word_box=False):
        assert image.ndim == 3
        if not use_det:
            return types.SimpleNamespace(txts=("Điều 15",), scores=(0.8,), word_results=None)
        lines = ((("Điều", 0.9, CORNERS), ("1", 0.7, CORNERS)), ())
        return types.SimpleNamespace(txts=("Điều 1",), scores=(0.8,), word_results=lines)


@pytest.fixture
def weights(tmp_path, monkeypatch):
    """Put weights in place for a RapidOCR that is none."""
    for name in ("det.onnx", "rec.onnx"):
        (tmp_path / name).write_bytes(b"weights")
    (tmp_path / "keys.txt").write_text("\n".join("aeiouạấềộửỹđ"), "utf-8")
    module = types.ModuleType("rapidocr")
    module.RapidOCR = FakeRapid
    monkeypatch.setitem(sys.modules, "rapidocr", module)
    monkeypatch.setenv("SOHOA_RAPIDOCR", str(tmp_path))
    return tmp_path


def test_rapidocr_gives_words_with_boxes_in_points(weights):
    page = Rapid().read(np.full((300, 400), 255, np.uint8), "vie", 144)
    (line,) = page.blocks
    assert isinstance(line, Line) and line.as_text() == "Điều 1"
    box = line.words[0].box
    assert (box.x0, box.y0, box.x1, box.y1, page.width) == (50.0, 100.0, 75.0, 112.5, 200.0)
    (again,) = Rapid().read_lines([np.full((30, 140), 255, np.uint8)], "vie", 72)
    assert [w.text for w in again.blocks[0].words] == ["Điều", "15"]
    assert again.blocks[0].words[1].box.x0 == pytest.approx(100)


def test_weights_that_lack_or_cannot_write_the_language_are_said_with_how_to_get_them(weights, monkeypatch):
    image = np.full((300, 400), 255, np.uint8)
    with pytest.raises(EnvironmentLacks, match="ґ, є, і, ї"):
        Rapid().read(image, "ukr", 144)
    (weights / "rec.onnx").unlink()
    with pytest.raises(EnvironmentLacks, match=r"no rec\.onnx .*paddle2onnx"):
        Rapid().read(image, "vie", 144)
