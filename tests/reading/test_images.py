"""Image files: HEIC where its library is there, further frames that are no pages, odd kinds of pixels."""

import base64
import builtins

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extractors.reading import ReadingOptions, identify, reader
from extractors.reading.files import images
from extractors.reading.files.images import count, draw
from models.errors import DamagedFile, EnvironmentLacks

OPTIONS = ReadingOptions()
HEIC = (
    "AAAAHGZ0eXBoZWl4AAAAAG1pZjFoZWl4bWlhZgAAAXVtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAA"
    "AAAAACJpbG9jAAAAAERAAAEAAQAAAAABmQABAAAAAAAAACoAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAA"
    "AA5waXRtAAAAAAABAAAA9WlwcnAAAADVaXBjbwAAAHBodmNDAQQIAAAAn/gAAAAAHvAA/Pz4+AAADwNgAAEAF0ABDAH//wQI"
    "AAADAJ/4AAADAAAeugJAYQABACVCAQEECAAAAwCf+AAAAwAAHsCCBBZbq5Ka5sCAAAAMgAAAAwCEYgABAAZEAcFzwIkAAAAT"
    "Y29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AA"
    "AAACAAAADnBpeGkAAAAAAQgAAAAYaXBtYQAAAAAAAAABAAEFgQIDBYQAAAAybWRhdAAAACYoAa4z5UisaNLf+xrGKuNGi6XZ"
    "lL+ayDEZm2Uw+jzYGMxuWY68wA=="
)
"""A white picture of 64 x 48 pixels with a black bar."""


def test_heic_is_read_where_its_library_is_there(tmp_path):
    pytest.importorskip("pi_heif")
    (tmp_path / "a.heic").write_bytes(base64.b64decode(HEIC))
    source = identify(tmp_path / "a.heic")
    assert source.media_type == "image/heic" and count(source, OPTIONS) == 1
    image = draw(source, 1, 5000, OPTIONS)
    grey = image if image.ndim == 2 else image.mean(2)
    assert grey.shape == (48, 64) and grey[12, 16] < 80 and grey[40, 40] > 200


def test_without_the_library_heic_asks_for_it(tmp_path, monkeypatch):
    (tmp_path / "a.heic").write_bytes(base64.b64decode(HEIC))
    real = builtins.__import__

    def refuse(name, *more, **options):
        if name == "pi_heif":
            raise ImportError(name)
        return real(name, *more, **options)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(EnvironmentLacks, match="pip install pi-heif"):
        count(identify(tmp_path / "a.heic"), OPTIONS)


@pytest.mark.parametrize("suffix", ["png", "webp"])
def test_an_animation_is_one_page(tmp_path, suffix):
    frames = [Image.new("RGB", (60, 80), shade) for shade in ("white", "grey", "black")]
    path = tmp_path / f"a.{suffix}"
    frames[0].save(path, save_all=True, append_images=frames[1:])
    with Image.open(path) as picture:
        assert picture.n_frames == 3
    assert count(identify(path), OPTIONS) == 1


@pytest.mark.parametrize("mode", ["1", "P", "LA", "RGBA", "I;16", "CMYK", "F"])
def test_pixels_of_any_kind_become_grey_or_colour(tmp_path, mode):
    picture = Image.new("L", (60, 80), 255)
    ImageDraw.Draw(picture).rectangle((10, 10, 30, 30), fill=0)
    odd = Image.fromarray(np.asarray(picture).astype(np.uint16) * 257) if mode == "I;16" else picture.convert(mode)
    path = tmp_path / "a.tif"
    odd.save(path)
    image = draw(identify(path), 1, 5000, OPTIONS)
    assert image.dtype == np.uint8 and image[20, 20].max() < 60 and image[60, 50].min() > 200


@pytest.mark.parametrize("suffix", ["gif", "jp2"])
def test_more_kinds_are_read(tmp_path, suffix):
    picture = Image.new("L", (60, 80), 255)
    ImageDraw.Draw(picture).rectangle((10, 10, 30, 30), fill=0)
    picture.save(tmp_path / f"a.{suffix}")
    source = identify(tmp_path / f"a.{suffix}")
    assert source.media_type == f"image/{suffix}" and reader(source.media_type)
    image = draw(source, 1, 5000, OPTIONS)
    assert image[20, 20].max() < 60 and image[60, 50].min() > 200


@pytest.mark.parametrize(("ink", "ground"), [(0, 255), (255, 0)])
def test_ink_on_a_transparent_ground_shows(tmp_path, ink, ground):
    cover = Image.new("L", (60, 80), 0)
    ImageDraw.Draw(cover).rectangle((10, 10, 30, 30), fill=255)
    Image.merge("LA", (Image.new("L", (60, 80), ink), cover)).save(tmp_path / "a.png")
    image = draw(identify(tmp_path / "a.png"), 1, 5000, OPTIONS)
    assert image[20, 20].max() == ink and image[60, 50].min() == ground


def test_a_truncated_picture_is_damaged(tmp_path):
    Image.effect_noise((400, 400), 60).save(tmp_path / "a.jpg")
    whole = (tmp_path / "a.jpg").read_bytes()
    (tmp_path / "a.jpg").write_bytes(whole[: len(whole) // 3])
    with pytest.raises(DamagedFile):
        draw(identify(tmp_path / "a.jpg"), 1, 300, OPTIONS)
    assert images.rest() is None
