"""Page images: preparation, the ladder for pages that fail, the vote between two readings."""

import shutil
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from extractors.engines import EngineFailed, engine_named
from extractors.engines.tesseract import pages_of, run
from extractors.imaging.inks import lift_inks
from extractors.imaging.perspective import corners_of, flattened
from extractors.imaging.preparing import is_blank, prepare
from extractors.imaging.straightening import skew_of, straighten
from extractors.reading.blank import refuse_blank
from extractors.reading.options import ReadingOptions
from extractors.reading.paper.lines.voting import vote
from extractors.reading.paper.scanned import Sheet, read_sheet
from models.errors import DamagedFile, EmptyFile, EnvironmentLacks
from models.page import Line, Page, Source, Word
from tests.reading.replay import Replay

sys.path.insert(0, str(Path(__file__).parent))
from engines import Blockwise, Idle, Misbehaving, Said

VIETNAMESE = ReadingOptions(languages="vie")


def sheet_of(lines=12, size=(1200, 900)):
    """Return a white page with dark rows as lines of print."""
    image = np.full((*size, 3), 255, np.uint8)
    for row in range(lines):
        cv2.putText(image, "Dieu 1 Pham vi ap dung", (60, 100 + 60 * row), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (0, 0, 0), 2)
    return image


def test_a_red_seal_is_lifted_and_black_print_under_it_stays():
    image = sheet_of()
    cv2.circle(image, (450, 500), 190, (220, 40, 50), 14)
    grey, notes = lift_inks(image, 150)
    bare, _ = lift_inks(sheet_of(), 150)
    assert [note.kind for note in notes] == ["seal"]
    assert abs(int((grey < 128).sum()) - int((bare < 128).sum())) < 0.1 * (bare < 128).sum()


def test_edges_of_print_under_ink_keep_their_greys():
    print_alone = cv2.GaussianBlur(sheet_of(), (0, 0), 1.5)
    ink = np.full_like(print_alone, 255)
    ink[:, 200:700] = (210, 35, 45)
    grey, _ = lift_inks((print_alone.astype(np.uint16) * ink // 255).astype(np.uint8), 150)
    bare, _ = lift_inks(print_alone, 150)
    assert np.abs(grey.astype(int) - bare.astype(int))[:, 200:700].mean() < 2.5
    assert abs(int((grey < 128).sum()) - int((bare < 128).sum())) < 0.08 * (bare < 128).sum()


def test_blue_handwriting_is_noted_and_gone():
    image = sheet_of(0)
    cv2.putText(image, "2349", (60, 100), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 2, (40, 60, 200), 3)
    grey, notes = lift_inks(image, 150)
    assert (grey < 128).sum() == 0 and {note.kind for note in notes} == {"ink"}


@pytest.mark.parametrize("turn", [-3.0, -0.8, 1.5, 4.0])
def test_skew_is_found_and_undone(turn):
    grey = cv2.cvtColor(sheet_of(), cv2.COLOR_RGB2GRAY)
    turned = straighten(grey, -turn)
    assert skew_of(turned) == pytest.approx(turn, abs=0.25)
    assert skew_of(grey) == 0.0


def test_a_blank_page_has_specks_and_no_print():
    paper = np.full((1200, 900), 250, np.uint8)
    paper[np.random.default_rng(1).integers(0, 1200, 200), np.random.default_rng(2).integers(0, 900, 200)] = 0
    assert is_blank(paper) and not is_blank(cv2.cvtColor(sheet_of(1), cv2.COLOR_RGB2GRAY))
    page = read_sheet(Sheet(paper, 100, 4), VIETNAMESE, Idle())
    assert (page.route, page.number, page.blocks) == ("blank", 4, ())


def test_low_resolution_is_enlarged_and_a_shadow_evened():
    image = cv2.cvtColor(sheet_of(), cv2.COLOR_RGB2GRAY)
    shadow = (image * np.linspace(0.4, 1.0, image.shape[1])).astype(np.uint8)
    ready = prepare(shadow, 100)
    assert ready.dpi == 300 and ready.image.shape == (3600, 2700)
    assert "light evened" in ready.steps and np.percentile(ready.image, 50) > 240


def test_a_page_that_fails_is_read_at_half_the_resolution_and_says_so():
    engine = Misbehaving(largest=1300)
    page = read_sheet(Sheet(sheet_of(size=(2400, 1800)), 200, 1), VIETNAMESE, engine)
    assert [dpi for _, dpi in engine.calls] == [200, 100]
    assert page.blocks and [note.kind for note in page.notes] == ["unread"]


def test_a_page_that_fails_at_any_resolution_is_empty_with_a_note():
    page = read_sheet(Sheet(sheet_of(), 200, 1), VIETNAMESE, Misbehaving(largest=0))
    assert page.blocks == () and "out of memory" in page.notes[0].message


def test_a_page_that_fails_at_half_the_resolution_too_is_taken_as_one_block():
    page = read_sheet(Sheet(sheet_of(), 200, 1), VIETNAMESE, Blockwise(largest=0))
    assert page.blocks and "as one block" in page.notes[0].message and "out of memory" in page.notes[0].message


def test_a_poor_line_is_read_again_and_the_language_decides_and_both_readings_are_kept():
    engine = Said("Căn cứ Luật giáo dục dại hoc", 0.7, again="Căn cứ Luật gíao dục đại học")
    page = read_sheet(Sheet(sheet_of(), 200, 1), VIETNAMESE, engine)
    assert page.blocks[0].as_text() == "Căn cứ Luật giáo dục đại học"
    assert page.other_reading == "Căn cứ Luật gíao dục đại học"


def words(*texts, confidence=0.8):
    return tuple(Word(text, None, confidence) for text in texts)


def test_a_number_that_fell_apart_is_taken_whole_from_the_other_reading():
    whole = words("0211.3456.118", "tổ", confidence=0.46)
    assert [w.text for w in vote(words("0211.3456.", "I", "I8", "tổ"), whole)] == ["0211.3456.118", "tổ"]
    assert vote(words("0211.3456.", "Ba", "tổ"), whole)[1].text == "Ba"


def test_a_vote_never_makes_up_a_word_and_doubts_figures_that_differ():
    chosen = vote(words("số", "34/2018"), words("số", "34/2016", confidence=0.9))
    assert chosen[1].text == "34/2016" and chosen[1].confidence <= 0.5
    assert vote(words("bổ", "sung"), words("bồ", "sung"))[0].text == "bổ"
    assert vote(words("một", "số"), ()) == words("một", "số")


def test_a_code_in_two_words_has_its_figure_once():
    for one, two in ((("PLO", "3", "Nêu"), ("PLO3", "|", "Nêu")), (("CLO4", "|"), ("CLO", "4"))):
        chosen = vote(words(*one), words(*two, confidence=0.9))
        assert [w.text for w in chosen][:2] in (["PLO", "3"], ["CLO", "4"])
    assert [w.text for w in vote(words("bộmôn"), words("bộ", "môn"))] == ["bộ", "môn"]


def test_the_sign_that_ends_an_act_is_had_from_the_reading_that_has_it():
    for other in (("thi", "hành", "này.", "/."), ("thi", "hành", "này./.")):
        assert [w.text for w in vote(words("thi", "hành", "này..."), words(*other))] == ["thi", "hành", "này./."]
    assert [w.text for w in vote(words("thi", "hành", "này./."), words("thi", "hành", "này..."))][-1] == "này./."


def test_symbols_of_an_act_of_which_ink_hid_the_beginning_are_had_from_the_reading_that_has_them():
    for one, two in (("/QĐ-VMLAN", "VMLAN"), ("MLAN", "/QĐ-VMLAN")):
        assert [w.text for w in vote(words("Số:", one, confidence=0.1), words("Số:", two))] == ["Số:", "/QĐ-VMLAN"]


def test_boxes_of_the_engine_are_in_points():
    table = "head\n5\t1\t1\t1\t1\t1\t100\t200\t50\t25\t91.5\tchào\n5\t1\t1\t1\t1\t2\t160\t200\t50\t25\t-1\t \n"
    (page,) = pages_of(table, [(3000, 2000)], 200)
    (line,) = page.blocks
    assert isinstance(line, Line) and line.words[0].confidence == pytest.approx(0.915)
    assert (line.words[0].box.x0, line.words[0].box.y1, page.width) == (36.0, 81.0, 720.0)


def test_recorded_pages_are_served_and_others_refused(tmp_path):
    image = np.zeros((4, 4), np.uint8)
    said = Replay(tmp_path, Said("một hai")).read(image, "vie", 300)
    assert Replay(tmp_path).read(image, "vie", 300) == said
    with pytest.raises(EngineFailed):
        Replay(tmp_path).read(image, "vie", 200)


def test_an_unknown_engine_is_named_with_those_there_are():
    with pytest.raises(EnvironmentLacks, match="tesseract"):
        engine_named("crystal ball")


@pytest.mark.ocr
@pytest.mark.skipif(not shutil.which("tesseract"), reason="no Tesseract")
def test_tesseract_reads_a_line_and_stops_when_time_is_up():
    page = read_sheet(Sheet(sheet_of(2), 150, 1), ReadingOptions(languages="eng"))
    assert "Pham vi ap dung" in page.blocks[0].as_text()
    with pytest.raises(EngineFailed, match="within"):
        run(["--version"], seconds=0.0)


def test_a_document_all_of_whose_pages_failed_says_why_and_white_paper_is_empty():
    source = Source("scan.pdf", "scan.pdf", "0" * 64, "application/pdf", 9)
    failed = read_sheet(Sheet(sheet_of(), 200, 1), VIETNAMESE, Misbehaving(largest=0))
    white = Page(2, (), route="blank")
    with pytest.raises(DamagedFile, match="1 of 2 failed.*out of memory"):
        refuse_blank([failed, white], source)
    with pytest.raises(EmptyFile):
        refuse_blank([white], source)
    refuse_blank([failed, Page(2, (Line((), text="Điều 1"),))], source)


def test_the_bounds_of_the_options_reach_the_engine(monkeypatch):
    asked = []

    def refuse(arguments, **bounds):
        asked.append(bounds)
        raise EngineFailed("no")

    monkeypatch.setattr("extractors.engines.tesseract.installed_languages", lambda: frozenset({"vie"}))
    monkeypatch.setattr("extractors.engines.tesseract.run", refuse)
    read_sheet(Sheet(sheet_of(), 200, 1), ReadingOptions(languages="vie", page_seconds=7.0, engine_bytes=10**8))
    assert asked[0] == {"seconds": 7.0, "memory": 10**8}


def test_a_sheet_photographed_askew_is_laid_flat_and_a_scan_left_as_it_is():
    sheet = sheet_of()
    corners = np.array([[0, 0], [900, 0], [900, 1200], [0, 1200]], np.float32)
    seen = np.array([[70, 60], [930, 100], [900, 1230], [90, 1260]], np.float32)
    photo = cv2.warpPerspective(
        sheet, cv2.getPerspectiveTransform(corners, seen), (1000, 1300), borderValue=(50, 60, 70)
    )
    assert np.abs(corners_of(photo) - seen).max() < 4
    flat, _ = flattened(photo)
    assert skew_of(cv2.cvtColor(flat, cv2.COLOR_RGB2GRAY)) == 0.0 and "perspective undone" in prepare(photo, 110).steps
    assert flattened(sheet)[0] is sheet


def test_a_sheet_with_a_shadow_across_it_is_found_whole():
    corners = np.array([[0, 0], [900, 0], [900, 1200], [0, 1200]], np.float32)
    seen = np.array([[60, 60], [930, 40], [950, 1240], [40, 1260]], np.float32)
    photo = cv2.warpPerspective(
        sheet_of(), cv2.getPerspectiveTransform(corners, seen), (1000, 1300), borderValue=(70, 60, 50)
    )
    across, down = np.meshgrid(np.arange(1000), np.arange(1300))
    light = 1.0 - 0.45 / (1 + np.exp(-(0.5 * across + down - 1300) / 40))
    photo = (photo * light[..., None]).astype(np.uint8)
    assert np.abs(corners_of(photo) - seen).max() < 10


@pytest.mark.parametrize(("apart", "turn"), [(60, 1.5), (10, 0.0)], ids=["two sheets", "an open book"])
def test_two_pages_of_a_photo_are_laid_flat_side_by_side(apart, turn):
    photo = np.full((1500, 2200, 3), (50, 60, 70), np.uint8)
    for number, angle in enumerate((turn, -turn)):
        lies = cv2.getRotationMatrix2D((450, 600), angle, 1)
        lies[:, 2] += (1100 + (number - 1) * 900 + (apart if number else -apart), 150)
        photo = cv2.warpAffine(sheet_of(), lies, (2200, 1500), photo, borderMode=cv2.BORDER_TRANSPARENT)
    flat, back = flattened(photo)
    assert back is not None and abs(flat.shape[1] - (1800 + 2 * apart * (not turn))) < 25
    for half in np.array_split(flat, 2, axis=1):
        assert half[20:-20, 40:-40].max(axis=2).min() < 100 and skew_of(cv2.cvtColor(half, cv2.COLOR_RGB2GRAY)) == 0.0
