"""Text files that a converter to Markdown left: signs behind backslashes, rules of dashes."""

from extractors.reading.files.plain import pages_of
from models.page import Line

TEXT = r"""7. Học liệu
-----------
\[1\] Trần Văn A, \"Sách một\", 2031.
\[2\] Lê Thị B, \"Sách hai\", 2032."""


def lines(text: str) -> list[tuple[str, str]]:
    return [(b.as_text(), b.role) for b in pages_of(text)[0].blocks if isinstance(b, Line)]


def test_signs_come_without_their_backslashes_and_rules_are_no_text() -> None:
    assert lines(TEXT) == [
        ("7. Học liệu", "body"),
        ("-----------", "furniture"),
        ('[1] Trần Văn A, "Sách một", 2031.', "body"),
        ('[2] Lê Thị B, "Sách hai", 2032.', "body"),
    ]


def test_a_lone_backslash_stays() -> None:
    assert lines(r"Thư mục C:\.venv và D:\-cu") == [(r"Thư mục C:\.venv và D:\-cu", "body")]
