"""What paper, stamps, pens, scanners and phones do to a printed page: images in, images out, by seed.

Images are BGR arrays of bytes. Every effect takes the image and a numpy generator, so that a seed gives one picture.
"""

from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from numpy.random import Generator
from numpy.typing import NDArray

Image = NDArray[np.uint8]
RED, BLUE = (45, 35, 205), (150, 60, 30)


def render(path: Path, dpi: int = 200) -> list[Image]:
    """Return the pages of a PDF as images."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.render(scale=dpi / 72).to_numpy()[:, :, :3].copy() for page in document]
    finally:
        document.close()


def multiply(image: Image, ink: Image) -> Image:
    """Return the image with translucent ink over it: dark stays dark, white paper takes the ink."""
    return (image.astype(np.uint16) * ink // 255).astype(np.uint8)


def seal(image: Image, random: Generator, *, centre: tuple[float, float], radius: float, text: str = "") -> Image:
    """Return the image with a round red seal; `centre` and `radius` are shares of width, height and width."""
    height, width = image.shape[:2]
    ink = np.full_like(image, 255)
    middle = (int(centre[0] * width), int(centre[1] * height))
    size = int(radius * width)
    colour = tuple(int(c + random.integers(-12, 12)) for c in RED)
    for share, thick in ((1.0, 0.045), (0.93, 0.015), (0.62, 0.015)):
        cv2.circle(ink, middle, int(size * share), colour, max(1, int(size * thick)), cv2.LINE_AA)
    points = [(np.cos(a), np.sin(a)) for a in np.arange(10) * np.pi / 5 - np.pi / 2]
    star = [(middle[0] + x * size * (0.4 if i % 2 == 0 else 0.16), middle[1] + y * size * (0.4 if i % 2 == 0 else 0.16))
            for i, (x, y) in enumerate(points)]  # fmt: skip
    cv2.fillPoly(ink, [np.array(star, np.int32)], colour, cv2.LINE_AA)
    _around(ink, text or "TRUONG * CONG HOA XA HOI CHU NGHIA VIET NAM * ", middle, size * 0.77, colour)
    worn = random.normal(0, 1, (max(2, height // 40), max(2, width // 40)))
    wear = cv2.resize(worn.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)[..., None]
    faded = 255 - (255 - ink.astype(np.float32)) * np.clip(0.78 + 0.18 * wear, 0.25, 1)
    return multiply(image, faded.astype(np.uint8))


def _around(ink: Image, text: str, middle: tuple[int, int], radius: float, colour: tuple[int, ...]) -> None:
    """Write letters along a circle."""
    scale = radius / 190
    for index, letter in enumerate(text):
        angle = 2 * np.pi * index / len(text) - np.pi / 2
        tile = np.full((64, 64, 3), 255, np.uint8)
        cv2.putText(tile, letter, (18, 46), cv2.FONT_HERSHEY_SIMPLEX, 1.1, colour, 3, cv2.LINE_AA)
        turn = cv2.getRotationMatrix2D((32, 32), -np.degrees(angle) - 90, max(0.2, scale))
        tile = cv2.warpAffine(tile, turn, (64, 64), borderValue=(255, 255, 255))
        x, y = int(middle[0] + radius * np.cos(angle)) - 32, int(middle[1] + radius * np.sin(angle)) - 32
        if x >= 0 and y >= 0 and x + 64 <= ink.shape[1] and y + 64 <= ink.shape[0]:
            ink[y : y + 64, x : x + 64] = np.minimum(ink[y : y + 64, x : x + 64], tile)


def signature(image: Image, random: Generator, *, centre: tuple[float, float], width: float = 0.2) -> Image:
    """Return the image with a pen signature in blue ink: a few loops and a stroke."""
    high, wide = image.shape[:2]
    ink = np.full_like(image, 255)
    size = width * wide
    t = np.linspace(0, 1, 400)
    loops, phase = random.uniform(3, 6), random.uniform(0, 6)
    x = centre[0] * wide + size * (t - 0.5) + size * 0.10 * np.sin(2 * np.pi * loops * t + phase)
    y = centre[1] * high + size * 0.17 * np.cos(2 * np.pi * loops * t) * (1 - 0.7 * t) - size * 0.1 * t
    points = np.stack([x, y], 1).astype(np.int32)
    thick = max(2, int(wide / 550))
    cv2.polylines(ink, [points], False, BLUE, thick, cv2.LINE_AA)
    cv2.line(ink, tuple(points[-1].tolist()), (int(x[0]), int(y[-1] + size * 0.12)), BLUE, thick, cv2.LINE_AA)
    return multiply(image, ink)


def stamp(image: Image, random: Generator, lines: list[str], *, corner: tuple[float, float]) -> Image:
    """Return the image with a rectangular blue registry stamp, a little turned; plain Latin letters only."""
    high, wide = image.shape[:2]
    ink = np.full_like(image, 255)
    x, y, step = int(corner[0] * wide), int(corner[1] * high), int(wide * 0.022)
    width, height = int(wide * 0.2), step * (len(lines) + 1)
    cv2.rectangle(ink, (x, y), (x + width, y + height), BLUE, max(2, wide // 700), cv2.LINE_AA)
    for number, line in enumerate(lines, 1):
        cv2.putText(ink, line, (x + step // 2, y + step * number + step // 4), cv2.FONT_HERSHEY_SIMPLEX, wide / 2700,
                    BLUE, max(1, wide // 1100), cv2.LINE_AA)  # fmt: skip
    turn = cv2.getRotationMatrix2D((x + width / 2, y + height / 2), random.uniform(-4, 4), 1)
    return multiply(image, cv2.warpAffine(ink, turn, (wide, high), borderValue=(255, 255, 255)))


def skew(image: Image, degrees: float) -> Image:
    """Return the image turned a little, on white."""
    high, wide = image.shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1)
    return cv2.warpAffine(image, turn, (wide, high), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))


def noise(image: Image, random: Generator, strength: float = 6) -> Image:
    """Return the image on greyish grainy paper."""
    grain = random.normal(0, strength, image.shape[:2])[..., None]
    return np.clip(image.astype(np.float32) * 0.965 + grain, 0, 255).astype(np.uint8)


def blur(image: Image, sigma: float = 0.9) -> Image:
    """Return the image out of focus; `sigma` in pixels."""
    return cv2.GaussianBlur(image, (0, 0), sigma)


def folds(image: Image, random: Generator, count: int = 2) -> Image:
    """Return the image with creases: a dark and a light line across the page, and a step in brightness."""
    high, wide = image.shape[:2]
    shade = np.ones((high, wide), np.float32)
    for number in range(count):
        across = number % 2 == 0
        length = high if across else wide
        place = int(length * ((number + 1) / (count + 1) + random.uniform(-0.06, 0.06)))
        along = np.arange(length) - place
        profile = 1 - 0.28 * np.exp(-((along / 2.2) ** 2)) + 0.06 * np.exp(-(((along - 6) / 3.0) ** 2))
        profile -= 0.07 * np.exp(-np.abs(along) / (length / 14)) * (along > 0)
        shade *= profile[:, None] if across else profile[None, :]
    return np.clip(image * shade[..., None], 0, 255).astype(np.uint8)


def shadow(image: Image, random: Generator, depth: float = 0.45) -> Image:
    """Return the image with a soft shadow falling over one side."""
    high, wide = image.shape[:2]
    angle = random.uniform(-0.6, 0.6)
    x, y = np.meshgrid(np.linspace(-1, 1, wide), np.linspace(-1, 1, high))
    edge = 1 / (1 + np.exp(-4.5 * (x * np.cos(angle) + y * np.sin(angle) + random.uniform(-0.2, 0.4))))
    warm = np.stack([edge * depth * 1.02, edge * depth, edge * depth * 0.95], -1)
    return np.clip(image * (1 - warm), 0, 255).astype(np.uint8)


def perspective(image: Image, random: Generator, strength: float = 0.05) -> Image:
    """Return the page as a phone sees it: on a dark table, its corners moved by up to `strength` of the width."""
    high, wide = image.shape[:2]
    margin = int(wide * 0.05)
    corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    seen = (
        corners
        + margin
        + random.uniform(0.2 * strength, strength, (4, 2)).astype(np.float32)
        * wide
        * np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]], np.float32)
    )
    size = (wide + 2 * margin, high + 2 * margin)
    table = np.full((size[1], size[0], 3), (52, 68, 84), np.uint8)
    matrix = cv2.getPerspectiveTransform(corners, seen)
    mask = cv2.warpPerspective(np.full((high, wide), 255, np.uint8), matrix, size)
    page = cv2.warpPerspective(image, matrix, size, flags=cv2.INTER_CUBIC)
    return np.where(mask[..., None] > 127, page, table).astype(np.uint8)


def low_resolution(image: Image, dpi_from: int, dpi_to: int) -> Image:
    """Return the image as scanned at a lower resolution."""
    return cv2.resize(image, None, fx=dpi_to / dpi_from, fy=dpi_to / dpi_from, interpolation=cv2.INTER_AREA)


def bleed(image: Image, back: Image, strength: float = 0.16) -> Image:
    """Return the image with the other side of the sheet shining through, mirrored."""
    mirrored = cv2.GaussianBlur(cv2.resize(back[:, ::-1], image.shape[1::-1]), (0, 0), 1.6)
    return multiply(image, (255 - (255 - mirrored.astype(np.float32)) * strength).astype(np.uint8))


def as_jpeg(image: Image, quality: int = 60) -> bytes:
    """Return the JPEG file of an image."""
    done, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_OPTIMIZE, 1])
    assert done
    return data.tobytes()


def through_jpeg(image: Image, quality: int = 35) -> Image:
    """Return the image after one hard compression."""
    return cv2.imdecode(np.frombuffer(as_jpeg(image, quality), np.uint8), cv2.IMREAD_COLOR)
