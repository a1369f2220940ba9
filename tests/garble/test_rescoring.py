"""The second opinion: what the words on both sides say about a word."""

import numpy as np

from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.language import shipped_model
from normalizers.garble.search.readings import Reading
from normalizers.garble.search.rescoring import context_model, rescored

NUMBER = shipped_model().number


def numbers(*words: str) -> np.ndarray:
    return np.array([NUMBER[canonical(word)] for word in words])


def word(text: str, kind: str = "garble.word") -> tuple[Reading, int]:
    return Reading(text, (NUMBER[canonical(text.lower())],), 0.0, kind, ((text, text, "lower"),)), -1


def test_the_words_around_tell_homographs_apart() -> None:
    sentence = numbers("trường", "đại", "học", "sư", "phạm", "hà", "nội")
    place = context_model().places(sentence, np.array([2]))
    right, wrong = context_model().scores(place.repeat(2, axis=0), numbers("học", "hợp"))
    assert right > wrong


def test_the_place_itself_is_not_seen() -> None:
    one, other, asked = numbers("trường", "đại", "học"), numbers("trường", "đại", "hai"), np.array([2])
    assert np.allclose(context_model().places(one, asked), context_model().places(other, asked), atol=1e-4)


def chain(rival_behind: float) -> tuple[list[list[tuple[Reading, int]]], list[np.ndarray], list[int], np.ndarray]:
    entries = [[word(text)] for text in ["bộ", "trưởng", "bộ", "giáo", "đúc", "và", "đào", "tạo"]]
    entries[4].append(word("dục"))
    values = [np.zeros(len(options)) for options in entries]
    values[4][1] = -rival_behind
    return entries, values, [0] * len(entries), np.arange(len(entries)) == 0


def test_a_rival_that_the_words_around_ask_for_takes_over() -> None:
    values, path = rescored(*chain(0.5))
    assert path[4] == 1
    assert values[4][1] > values[4][0]


def test_a_rival_far_behind_does_not_and_nothing_changes() -> None:
    entries, values, path, starts = chain(60.0)
    found, kept = rescored(entries, values, path, starts)
    assert kept == path
    assert all((a == b).all() for a, b in zip(found, values, strict=True))


def test_what_is_kept_as_it_stands_is_not_judged() -> None:
    entries, values, path, starts = chain(0.5)
    entries[4][0] = word("đúc", "kept")
    assert rescored(entries, values, path, starts)[1] == path


def test_the_words_around_do_not_spell_a_name() -> None:
    entries = [[word(text)] for text in ["bộ", "trưởng", "bộ", "Giáo", "Đúc", "và", "đào", "tạo"]]
    entries[4].append(word("Dục"))
    values = [np.zeros(len(options)) for options in entries]
    starts = np.arange(len(entries)) == 0
    assert rescored(entries, values, [0] * len(entries), starts)[1] == [0] * len(entries)
