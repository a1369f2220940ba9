"""The search of the lexicon and of the chain of chunks: what saves time changes nothing."""

from itertools import product

import numpy as np
import pytest

from normalizers.garble.engine import Decoded, divide, learn
from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.confusions import shipped_channel
from normalizers.garble.model.language import DocumentModel, shipped_model
from normalizers.garble.model.lexicon import spellings, syllables
from normalizers.garble.search.chunks import Chunk, chunks_of
from normalizers.garble.search.decoding import Choice, Position, decode
from normalizers.garble.search.lookup import least_all, search_all
from normalizers.garble.search.reader import Reader
from normalizers.garble.search.readings import Evidence, Reading
from normalizers.garble.search.words import WordTable
from normalizers.repair import repair


def test_a_string_has_the_same_words_alone_and_among_longer_ones() -> None:
    strings, channel = ["d4i", "hqc", "q", "trudng", "ngh|", "chuy6n"], shipped_channel()
    together = search_all(strings, syllables(), channel, mode="lower", most=9)
    alone = [search_all([string], syllables(), channel, mode="lower", most=9)[0] for string in strings]
    assert together == alone
    cheapest = least_all(strings, syllables(), channel, mode="lower")
    assert all(least <= words.words[0][1] for least, words in zip(cheapest, together, strict=True))


@pytest.mark.parametrize("lone", [(), (2, 3), (0, 1, 2, 5), (1, 3, 4)])
def test_the_best_sequence_is_found_whatever_has_one_reading(lone: tuple[int, ...]) -> None:
    number = shipped_model().number
    words = [("trương", "trường"), ("đài", "đại"), ("học", "hoặc"), ("công", "cộng"), ("nghề", "nghệ"), ("tín", "tin")]
    options = [[own[1]] if at in lone else list(own) for at, own in enumerate(words)]
    numbers = {word: number[canonical(word)] for own in words for word in own}
    positions = [Position([Reading(w, (numbers[w],), 0.0, "garble.word") for w in own], at == 0)
                 for at, own in enumerate(options)]  # fmt: skip
    said = [choice.reading.text for choice in decode(positions, shipped_model()) if choice.reading]
    assert said == list(max(product(*options), key=lambda way: _score([numbers[word] for word in way])))


def _score(way: list[int]) -> float:
    model, sequence = shipped_model(), np.array([0, *way])
    first = model.after_one(sequence[:1], sequence[1:2]) + model.after_one(sequence[1:2], sequence[2:3])
    return float(first.sum() + model.after_two(sequence[1:-2], sequence[2:-1], sequence[3:]).sum())


def test_the_other_place_of_a_tone_mark_is_no_rival() -> None:
    number = shipped_model().number
    toa, toan = number[canonical("tòa")], number[canonical("toán")]
    words = (("Tòa", toa, 1.0), ("Toà", toa, 1.0), ("Toán", toan, 5.0))
    options = [Reading(text, (own,), cost, "garble.word") for text, own, cost in words]
    (choice,) = decode([Position(options, line_start=True)], shipped_model())
    assert choice.second.text == "Toán" and choice.margin > 2


def test_tone_marks_stand_where_acts_print_them() -> None:
    known = spellings()
    assert not {"vưà", "ngọai", "qủa", "khủyu"} & set(known) and {"vừa", "ngoại", "quả", "hoá", "hóa"} <= set(known)
    found = WordTable(shipped_channel(), Evidence(), (40, 12.0)).found(("hoa", "lower"))
    cost = {word[0]: word[2] for word in found}
    assert cost["hóa"] < cost["hoá"]


def test_a_choice_that_is_held_is_neither_read_again_nor_drawn_to_its_neighbour() -> None:
    chunks = divide("nghi6 n criu sinh", [True])
    held = {chunks[1]: Choice(Reading("nữ", (shipped_model().number["nư3"],), 1.0, "garble.word"), None, 20.0)}
    free = Reader(shipped_channel(), shipped_model().number, Evidence(), {}).read_all(chunks, [True] * len(chunks))
    bound = Reader(shipped_channel(), shipped_model().number, Evidence(), held).read_all(chunks, [True] * len(chunks))
    assert any(reading.takes_next for reading in free[0])
    assert [reading.text for reading in bound[1]] == ["nữ"]
    assert not any(reading.takes_next for reading in (*bound[0], *bound[1]))


def test_what_was_doubtful_however_often_becomes_no_sequence_of_the_document() -> None:
    model, number = shipped_model(), shipped_model().number
    hurdle, bamboo = number[canonical("rào")], number[canonical("tre")]
    sequence = np.array([*[hurdle, bamboo] * 6, 0, 0])

    def said(sure: float) -> float:
        own = DocumentModel(model, sequence, np.full(len(sequence), sure), 0.2)
        return float(own.after_one(np.array([hurdle]), np.array([bamboo]))[0])

    alone = float(model.after_one(np.array([hurdle]), np.array([bamboo]))[0])
    assert said(0.1) == alone
    assert alone < said(0.5) < said(1.0)


_GLUED = "1 L6VinhPhtc T6Cosd\n2 Nguy6nThiHa PhdngTuli6u\n3 MaiThanhKhoa KhoBaovaTapchi"


def test_a_string_with_marks_is_several_words_rather_than_none() -> None:
    line = "Chuong trinh däo tao ngänh C6ng nghe thöng tin; cäc don vi lien quan theo quyet dinh.\n"
    after = repair(f"{line * 4}Hoat döng nhöm, Dängkytäi khoan").text
    assert "Đăng ký tài khoản" in after


def test_a_figure_behind_a_word_may_stand_by_itself() -> None:
    chunks = divide("tieu chi2 cua", [True])
    read = Reader(shipped_channel(), shipped_model().number, Evidence(), {}).read_all(chunks, [True] * len(chunks))
    assert any(reading.text.endswith(" 2") for reading in read[1])


def test_words_run_together_at_their_capitals_are_parted_where_a_document_does_so_again_and_again() -> None:
    chunks = divide(_GLUED, [True] * 3)
    document = Evidence.of(chunks)
    assert document.run and not Evidence.of(chunks[:3]).run

    def cheapest(own: Evidence) -> Reading:
        reader = Reader(shipped_channel(), shipped_model().number, own, {})
        return min(reader.read_all(chunks, [True] * len(chunks))[-1], key=lambda reading: reading.cost)

    assert canonical(cheapest(document).text.lower()).count(" ") == 4
    assert cheapest(document).cost < cheapest(Evidence()).cost < 12
    assert [word[0] for word in cheapest(document).text.split()] == list("KBvTc")


def _taught(printed: str, meant: str, margin: float) -> float:
    """How many letters count as read by a choice so many nats ahead."""
    reading = Reading(
        meant, (shipped_model().number[canonical(meant)],), 0.0, "garble.word", ((printed, meant, "lower"),)
    )
    decoded = [Decoded(Chunk(0, len(printed), printed, 0, False, 0.0), Choice(reading, None, margin))]
    return sum(sum(strings.values()) for strings in learn(decoded, shipped_channel()).values())


def test_a_doubtful_choice_teaches_nothing_and_a_sure_one_every_letter() -> None:
    assert _taught("hqc", "học", 3.0) == 0
    assert 0 < _taught("hqc", "học", 4.0) < _taught("hqc", "học", 12.0) == 3


@pytest.mark.parametrize(
    ("line", "capitals"),
    [
        ("9 Cach dung may KIEM TRA GIUA KY (tren may)", ["KIEM", "TRA", "GIUA", "KY"]),
        ("9 Cach dung may tinh IELTS va TOEIC", []),
        ("To hop AOO, COO, DO1 va BOO", []),
        ("Hoc o benh vien BV PHCN TTYT MCQ", []),
    ],
)
def test_words_in_capitals_one_after_another_are_judged_by_themselves(line: str, capitals: list[str]) -> None:
    chunks = chunks_of(0, line, 0, [])
    assert [chunk.text for chunk in chunks if chunk.caps == 1.0] == capitals
    assert all(chunk.caps < 0.7 for chunk in chunks if chunk.text not in capitals)


def test_a_line_in_capitals_is_judged_as_a_whole() -> None:
    assert {chunk.caps > 0.9 for chunk in chunks_of(0, "r. THONG TIN CHUNG VE KHOA", 0, [])} == {True}
