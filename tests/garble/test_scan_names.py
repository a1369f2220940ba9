"""Short names of universities in scans."""

import pytest

from normalizers.garble.scans.names import name_changes


def _mended(text: str) -> str:
    for start, before, after, _ in sorted(name_changes(text), reverse=True):
        text = text[:start] + after + text[start + len(before) :]
    return text


@pytest.mark.parametrize("read", ["DIIBK", "ĐHDK", "DITBK", "ĐHBSK", "DHI3K", "ĐHBXK", "l)HBK"])
def test_what_looks_like_a_name_of_the_document_is_it(read: str) -> None:
    assert _mended(f"tại ĐHBK Hà Nội và tại {read} Hà Nội") == "tại ĐHBK Hà Nội và tại ĐHBK Hà Nội"


@pytest.mark.parametrize(
    "text",
    [
        "tại DIIBK Hà Nội",  # nothing says which it is
        "ĐHBK, ĐHBK và ĐHBH",  # another letter
        "ĐHBK, ĐHDK, ĐHBK và ĐHDK",  # two names that look alike
        "ĐHQG và ĐHQGHN",
        "ĐHBK, ĐHBK: mã DIIBK01",
    ],
)
def test_what_may_be_another_name_stays(text: str) -> None:
    assert _mended(text) == text


def test_a_name_that_is_spelled_out_is_not_given_up_for_what_is_read_for_it() -> None:
    text = "Đại học Quốc gia có ĐHQG; tại ĐHOG và tại ĐHOG"
    assert _mended(text) == text.replace("ĐHOG", "ĐHQG")
