"""What the words on both sides say about a word, and the second search that hears it."""

import numpy as np

from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.language import shipped_model
from normalizers.garble.search.decoding import Position, decode
from normalizers.garble.search.readings import Reading
from normalizers.garble.search.rescoring import context_model, said_around

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


def said(*capitals: int) -> list[np.ndarray]:
    """What is added for *bộ trưởng bộ giáo đúc và đào tạo*, where *dục* is a rival of *đúc*."""
    words = ["bộ", "trưởng", "bộ", "giáo", "đúc", "và", "đào", "tạo"]
    entries = [[word(w.title() if at in capitals else w)] for at, w in enumerate(words)]
    entries[4].append(word("Dục" if 4 in capitals else "dục"))
    return said_around(entries, [0] * len(entries), np.arange(len(entries)) == 0)


def test_a_rival_that_the_words_around_ask_for_gains() -> None:
    added = said()
    assert added[4][1] - added[4][0] > 3
    assert all((own == 0).all() for at, own in enumerate(added) if at != 4)


def test_the_words_around_tell_less_of_a_name() -> None:
    assert said()[4][1] > said(3, 4)[4][1] > 0


def test_what_is_kept_as_it_stands_is_not_judged() -> None:
    entries = [[word("giáo")], [word("đúc", "kept"), word("dục")]]
    assert (said_around(entries, [0, 0], np.array([True, False]))[1] == 0).all()


def test_the_channel_weighs_more_in_the_second_search() -> None:
    dear = Reading("dục", word("dục")[0].numbers, 2.0, "garble.word", (("duc", "dục", "lower"),))
    added = said_around([[(dear, -1)], [(dear, 0)]], [0, 0], np.array([True, False]))
    assert added[0][0] < 0
    assert added[1][0] == 0  # a place that the reading before took is paid there


def test_the_best_sequence_is_searched_once_more() -> None:
    positions = [Position([word(w)[0]], at == 0) for at, w in enumerate(["trong", "năm", "học"])]
    positions[1].readings.append(word("nam")[0])
    other = [np.zeros(1), np.array([0.0, 30.0]), np.zeros(1)]
    assert [c.reading.text for c in decode(positions, shipped_model()) if c.reading] == ["trong", "năm", "học"]
    again = decode(positions, shipped_model(), lambda *_: other)
    assert [c.reading.text for c in again if c.reading] == ["trong", "nam", "học"]
