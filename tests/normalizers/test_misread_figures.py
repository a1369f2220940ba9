"""Letters that stand for figures: how far a text may be taken for a number."""

import pytest

from normalizers.values.misread_figures import as_figures


@pytest.mark.parametrize(
    ("text", "likeness", "figures"),
    [
        ("I5", "same", "15"),
        ("2О2l", "same", "2021"),
        ("З2", "same", "З2"),
        ("З2", "near", "32"),
        ("Э2", "near", "Э2"),
        ("Э2", "far", "32"),
        ("PLOI", "same", "PL01"),
        ("điểm", "far", "đ1ểm"),
        ("12,5", "far", "12,5"),
    ],
)
def test_letters_are_figures_only_as_far_as_they_are_alike(text: str, likeness: str, figures: str) -> None:
    assert as_figures(text, likeness) == figures  # type: ignore[arg-type]
