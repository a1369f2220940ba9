"""Zeros with a dot in them become plain; letters, rings and boxes with something in them stay."""

import cv2
import numpy as np
import pytest

from extractors.imaging.zeros import without_dots_in_zeros

DPI = 200


def page(size=(9, 14), dot=(2, 2), count=4):
    image = np.full((200, 400), 255, np.uint8)
    for n in range(count):
        cv2.ellipse(image, (60 + 60 * n, 100), size, 0, 0, 360, 0, 3, cv2.LINE_AA)
        cv2.ellipse(image, (60 + 60 * n, 100), dot, 0, 0, 360, 0, -1, cv2.LINE_AA)
    return image


def test_the_dots_go_and_the_zeros_stay():
    plain = without_dots_in_zeros(page(), DPI)
    assert (plain[96:105, 56:65] > 200).all()
    assert np.array_equal(plain[:, :50], page()[:, :50]) and (plain[100, 48:53] < 100).any()


@pytest.mark.parametrize("image", [page(count=2), page(size=(14, 14)), page(size=(40, 60)), page(dot=(5, 9))])
def test_few_dots_round_buttons_seals_and_full_signs_stay(image):
    assert without_dots_in_zeros(image, DPI) is image


def test_a_white_page_stays():
    image = np.full((100, 100), 255, np.uint8)
    assert without_dots_in_zeros(image, DPI) is image
