"""Unicode repair: certain, replayable, silent on sound text."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.edits import apply
from normalizers.knowledge import read_table
from normalizers.unicode import edits
from normalizers.unicode.characters import CHARACTERS
from normalizers.unicode.twins import LOOK_ALIKES


def repaired(text):
    return apply(text, edits(text))


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        (unicodedata.normalize("NFD", "Trường Đại học thực hiện"), "Trường Đại học thực hiện"),
        ("nga\u0323\u0302y", "ngậy"),
        ("Ðại học, ðiều, Ɖiều", "Đại học, điều, Điều"),
        ("hoà bình, hòa bình", "hoà bình, hòa bình"),
        ("giáo\u00addục", "giáodục"),
        ("45/QĐ\u2011CĐXD", "45/QĐ-CĐXD"),
        ("giáo\u00ad\ndục", "giáo-\ndục"),
        ("a\u200bb\ufeff", "ab"),
        ("50\u00a0000\u00a0sinh viên", "50\u00a0000 sinh viên"),
        ("ﬁnal oﬃce Ⅳ", "final office IV"),
        ("Унiверситет", "Університет"),
        ("Pектор", "Ректор"),
        ("знань i навичок", "знань і навичок"),
        ("бiлiм беру жəне оқу", "білім беру және оқу"),
        ("Тrường", "Trường"),
        ("РLO3", "PLO3"),
        ("ПPН 4", "ПРН 4"),
        ("§ VIIІ і § IІІ", "§ VIII і § III"),
        ("nhà vǎn", "nhà văn"),
        ("TRƢỜNG, đƣợc, lƣu", "TRƯỜNG, được, lưu"),
        ("Q U Y Ế T  Đ Ị N H", "QUYẾT ĐỊNH"),
        ("П О Л О Ж Е Н Н Я", "ПОЛОЖЕННЯ"),
    ],
)
def test_what_is_certain_is_put_right(broken, sound):
    assert repaired(broken) == sound


@pytest.mark.parametrize(
    "text",
    [
        "A B C D F",
        "a b c d e",
        "П-7.1.3d-2018",
        "кафедра IT-технологій і SMART-освіти",
        "формула x + y = c, варіант c",
        "а) b) c)",
        "CK 5, OK 3",
        "Yниверситет және Қазақстан",
        "Reykjavík, Þór, við",
        "1\u00a0200",
        "hoà và hòa, thuý và thúy, quý, kỹ, kĩ",
        "Dạy học X Y Z W",
        "Yıldıray, Alpaydın",
    ],
)
def test_what_is_not_certain_stays(text):
    assert repaired(text) == text


def test_lines_and_tabs_stay():
    text = "a\tb\r\nc\fd\u2028e\n"
    assert re.findall("[\t\n\r\f]", repaired(text)) == ["\t", "\r", "\n", "\f", "\n"]


def test_every_row_of_knowledge_is_at_work():
    for row in read_table(CHARACTERS, ("code", "kind", "reason")):
        char = chr(int(row["code"], 16))
        before, behind = {"d_stroke": ("", "an"), "letter": ("l", "ng")}.get(row["kind"], ("an", "an"))
        before, behind = ("t", "n") if row["after"] == "i" and row["kind"] == "letter" else (before, behind)
        assert repaired(before + char + behind) == before + row["after"].replace("_", " ") + behind, row
    for row in read_table(LOOK_ALIKES, ("latin", "cyrillic", "to", "reason")):
        assert repaired(f"жшд{row['latin']}жш") == f"жшд{row['cyrillic']}жш", row
        if row["to"] == "both":
            assert repaired(f"dgr{row['cyrillic']}dg") == f"dgr{row['latin']}dg", row


LETTERS = st.text(alphabet="aăâđêơưạ\u0323\u0301\u0302dDiIocАаіоЖшPP \u00ad\u200bÐ\n\t\u00a01", max_size=40)


@given(LETTERS)
def test_edits_replay_and_a_second_pass_finds_nothing_to_compose(text):
    once = repaired(text)
    assert unicodedata.is_normalized("NFC", once) or any(unicodedata.combining(ch) for ch in once)
    assert "\u00ad" not in once and "\u200b" not in once
    assert once.count("\n") == text.count("\n") and once.count("\t") == text.count("\t")


@given(st.text(max_size=60))
def test_any_text_replays(text):
    repaired(text)
