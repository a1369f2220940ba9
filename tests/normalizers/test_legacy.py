"""Legacy encodings: found by run, converted exactly, never found where text is sound."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.edits import apply
from normalizers.legacy import doubts, edits, encodings_by_line, find_runs
from normalizers.legacy.tables import ENCODINGS, encoding
from normalizers.triage.verdicts import page_verdict
from tests.bench.legacy import COMPOSED, NEGATIVE, measure, misread

TEXT = "\n".join(COMPOSED)


def repaired(text):
    return apply(text, edits(text))


@pytest.mark.parametrize("name", ENCODINGS)
def test_every_encoding_comes_back_exactly(name):
    raw = encoding(name).encode(TEXT)
    assert raw != TEXT and repaired(raw) == TEXT
    assert {run.encoding for run in find_runs(raw)} == {name}
    assert page_verdict(raw).code == f"legacy:{name}"


@pytest.mark.parametrize("times", [1, 2])
def test_utf8_read_byte_by_byte_once_and_twice(times):
    assert repaired(misread(TEXT, times)) == TEXT
    assert repaired(misread("Положення про освіту", times)) != misread("Положення про освіту", times)


def test_a_space_for_the_second_byte_of_a_grave_is_understood():
    raw = misread("Trường thành lập từ năm 1995, nay là trường hàng đầu.").replace("\u00a0", " ")
    assert repaired(raw) == "Trường thành lập từ năm 1995, nay là trường hàng đầu.".replace("là ", "là  ")


@pytest.mark.parametrize("dropped", ["", "-"])
def test_the_soft_hyphen_of_tcvn3_may_be_lost(dropped):
    raw = encoding("tcvn3").encode(COMPOSED[2]).replace("\u00ad", dropped)
    assert repaired(raw) == COMPOSED[2]


def test_capitals_that_tcvn3_had_no_code_for_are_drawn_from_their_word_and_marked():
    raw = encoding("tcvn3").encode("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert repaired(raw) == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert {edit.kind for edit in edits(raw)} == {"legacy.tcvn3_case"}
    small = encoding("tcvn3").encode("quyết định về việc ban hành quy chế")
    assert [doubt.reason for doubt in doubts(small)] == ["legacy.case_lost"]


def test_runs_are_told_apart_line_by_line():
    lines = [COMPOSED[0], encoding("vni").encode(COMPOSED[1]), NEGATIVE["en"][0], encoding("tcvn3").encode(COMPOSED[2])]
    assert repaired("\n".join(lines)) == "\n".join([COMPOSED[0], COMPOSED[1], NEGATIVE["en"][0], COMPOSED[2]])
    assert encodings_by_line("\n".join(lines)) == {1: "vni", 3: "tcvn3"}


@pytest.mark.parametrize("text", [TEXT, *("\n".join(lines) for lines in NEGATIVE.values())])
def test_sound_text_of_any_language_has_no_run(text):
    assert edits(text) == ()
    assert edits(text + "\n" + TEXT) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Diện tích 120 m², thể tích 3 m³ và 45 km² đất (¹) ngoài ra còn ²",
        "Hàm A(n), A(n-1), A(n-2) và D(n) được tính theo công thức",
        "What's to do? Let's go to. So? Be. Do.",
        "Müller, François, São Paulo, Ñandú, Göteborg, naïve, café",
    ],
)
def test_signs_that_only_look_like_an_encoding_stay(text):
    assert edits(text) == ()


def test_the_measure_on_mixed_material_reaches_its_mark():
    row = measure(list(COMPOSED), 60)["all"]
    assert row["false"] <= 0.005 * row["said"]
    assert row["exact"] >= 0.995 * row["changed"] > 500


@given(st.sampled_from(ENCODINGS), st.integers(0, 10_000))
def test_shuffled_sentences_come_back(name, seed):
    chance = random.Random(seed)
    words = [word for line in COMPOSED for word in re.sub(r"[.;,:]", "", line).split()]
    text = " ".join(chance.sample(words, 25))
    assert repaired(encoding(name).encode(text)).lower() == text.lower()


@given(st.text(max_size=80))
def test_any_text_replays(text):
    repaired(text)
