"""Skew: found by the sharpness of the row profile, undone by a rotation."""

import cv2
import numpy as np

from extractors.engines import Image

LARGEST = 8.0
SMALLEST = 0.15
"""Degrees: skew beyond the first is no skew, below the second not worth a resampling."""


def skew_of(grey: Image) -> float:
    """Return the skew in degrees, positive where lines climb to the right; 0 where none is sure."""
    scale = 700 / max(grey.shape)
    small = cv2.resize(grey, None, fx=min(1.0, scale), fy=min(1.0, scale), interpolation=cv2.INTER_AREA)
    dark = (255 - small).astype(np.float32)
    dark[dark < 60] = 0
    if dark.mean() < 0.5:
        return 0.0
    coarse = max(np.arange(-LARGEST, LARGEST + 0.1, 0.5), key=lambda a: _sharpness(dark, a))
    fine = max(np.arange(coarse - 0.5, coarse + 0.51, 0.1), key=lambda a: _sharpness(dark, a))
    gain = _sharpness(dark, fine) / max(_sharpness(dark, 0.0), 1e-6)
    return float(fine) if abs(fine) >= SMALLEST and gain > 1.05 else 0.0


def _sharpness(dark: Image, angle: float) -> float:
    height, width = dark.shape
    shear = np.array([[1, 0, 0], [np.tan(np.radians(angle)), 1, -np.tan(np.radians(angle)) * width / 2]])
    profile = cv2.warpAffine(dark, shear, (width, height)).sum(1)
    return float(np.square(np.diff(profile)).sum())


def straighten(grey: Image, skew: float) -> Image:
    """Return the image turned so that its lines lie level."""
    if not skew:
        return grey
    height, width = grey.shape[:2]
    turn = turn_of(grey, skew)
    return cv2.warpAffine(grey, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))


def turn_of(grey: Image, skew: float) -> Image:
    """Return what leads pixels of an image to those of the level one, a 2 x 3 array."""
    height, width = grey.shape[:2]
    return cv2.getRotationMatrix2D((width / 2, height / 2), -skew, 1.0)
