"""RapidOCR: PaddleOCR's models through ONNX, where somebody has put weights for the language in place.

It is no dependency, and no weights are shipped or fetched: those in its own wheel have no Vietnamese letters with two
marks, so that `Cộng hòa` comes out as `Cng hòa`. What is there is asked for its alphabet before it reads.
"""

import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from extractors.engines import EngineFailed, Image
from extractors.engines.tesseract import mean_confidence
from models.errors import EnvironmentLacks
from models.page import Box, Line, Page, Word

PLACE = "SOHOA_RAPIDOCR"
"""The environment variable that names the folder of the weights."""
FOLDER = Path.home() / ".local" / "share" / "sohoa" / "rapidocr"
FILES = ("det.onnx", "rec.onnx", "keys.txt")
"""The detector, the recogniser, and the recogniser's letters, one a line."""
LETTERS = {"vie": "ạấềộửỹđ", "Vietnamese": "ạấềộửỹđ", "ukr": "ґєії", "rus": "ыэъё", "kaz": "әғқңөұүһі", "eng": "aeiou"}
"""Letters by which it is told, for a model of Tesseract's, whether a recogniser knows the language."""


class Rapid:
    """The adapter. It runs within the process that reads the page, whose bounds on time and memory hold for it too."""

    def __init__(self, seconds: float = 120.0, memory: int = 2 * 1024**3) -> None:
        self._folder = Path(os.environ.get(PLACE) or FOLDER)

    def read(self, image: Image, languages: str, dpi: int) -> Page:
        """Return the words of an image, one line per line that the detector finds, from the top down."""
        self._know(languages)
        said = self._run(image, return_word_box=True)
        found = [line for line in (said.word_results or ()) if line]
        lines = tuple(Line(tuple(_word(word, 72 / dpi) for word in line if word[0].strip())) for line in found)
        ordered = sorted((line for line in lines if line.words), key=lambda line: line.words[0].box.y0)  # type: ignore[union-attr]
        height, width = image.shape[:2]
        sure = mean_confidence([word for line in ordered for word in line.words])
        size = width * 72 / dpi, height * 72 / dpi
        return Page(1, tuple(ordered), *size, route="ocr", mean_confidence=sure)

    def read_lines(self, images: Sequence[Image], languages: str, dpi: int) -> list[Page]:
        """Return a page per image of one line; its words have shares of the image for boxes."""
        self._know(languages)
        return [self._line(image, dpi) for image in images]

    def _line(self, image: Image, dpi: int) -> Page:
        said = self._run(image, use_det=False, use_cls=False)
        text, score = ((said.txts or ("",))[0], (said.scores or (0.0,))[0])
        height, width = (side * 72 / dpi for side in image.shape[:2])
        step, at, words = width / max(len(text), 1), 0, []
        for part in text.split():
            at = text.index(part, at)
            words.append(Word(part, Box(at * step, 0.0, (at + len(part)) * step, height), float(score)))
            at += len(part)
        return Page(1, (Line(tuple(words)),) if words else (), width, height, route="ocr")

    def _run(self, image: Image, **options: bool) -> Any:
        rgb = image if image.ndim == 3 else np.repeat(image[..., None], 3, 2)
        try:
            return self._engine(np.ascontiguousarray(rgb[..., ::-1]), **options)
        except Exception as error:  # whatever the runtime raises
            raise EngineFailed(f"RapidOCR: {error!r}") from error

    def _know(self, languages: str) -> None:
        lacking = [name for name in FILES if not (self._folder / name).exists()]
        if lacking:
            raise EnvironmentLacks(
                f"RapidOCR has no {', '.join(lacking)} in {self._folder}",
                advice="pip install rapidocr onnxruntime; from PaddleOCR's model list choose a detector and a "
                "recogniser for the language, turn them into ONNX with paddle2onnx, and put them there as det.onnx, "
                f"rec.onnx and keys.txt (its dictionary); or name another folder in {PLACE}",
            )
        for name in languages.split("+"):
            missing = [letter for letter in LETTERS.get(name, "") if letter not in self._alphabet]
            if missing:
                what = f"the recogniser in {self._folder} has no {', '.join(missing)}, which {name} needs"
                raise EnvironmentLacks(what, advice="choose a recogniser of that language")

    @cached_property
    def _alphabet(self) -> frozenset[str]:
        return frozenset((self._folder / "keys.txt").read_text("utf-8").split("\n"))

    @cached_property
    def _engine(self) -> Any:
        try:
            from rapidocr import RapidOCR
        except ImportError as error:
            raise EnvironmentLacks("RapidOCR is not installed", advice="pip install rapidocr onnxruntime") from error
        detector, recogniser, keys = (str(self._folder / name) for name in FILES)
        return RapidOCR(
            params={
                "Global.use_cls": False,
                "Global.log_level": "critical",
                "Global.max_side_len": 6000,
                "Det.model_path": detector,
                "Rec.model_path": recogniser,
                "Rec.rec_keys_path": keys,
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            }
        )


def _word(said: tuple[str, float, Sequence[Sequence[float]]], scale: float) -> Word:
    text, score, corners = said
    xs, ys = [x * scale for x, _ in corners], [y * scale for _, y in corners]
    return Word(text, Box(min(xs), min(ys), max(xs), max(ys)), float(score))
