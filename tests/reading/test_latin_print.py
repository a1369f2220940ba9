"""Latin print on Cyrillic pages: words that both models read go to the one that is sure of them, and only those."""

import numpy as np
import pytest

from extractors.reading.paper.letters.latin import with_latin
from extractors.reading.paper_tables.tabling import Seen
from models.page import Box, Line, Page, Word

PAGE = np.full((400, 1600), 255, np.uint8)


class Latin:
    """Reads a crop of so many words, of 50 points each, as what was said for it."""

    def __init__(self, **said):
        self.said = {int(at.removeprefix("at")): words for at, words in said.items()}
        self.asked = 0

    def read_lines(self, images, languages, dpi):
        self.asked += len(images)
        return [self.page(image) for image in images]

    def page(self, image):
        ones = self.said.get((image.shape[1] - 20) // 50, ())
        words = tuple(Word(t, Box(50.0 * n, 5, 50.0 * n + 40, 15), sure) for n, (t, sure) in enumerate(ones))
        return Page(1, (Line(words),))


def line(*words):
    return Line(tuple(Word(t, Box(50.0 * n, 50, 50.0 * n + 45, 62), sure) for n, (t, sure) in enumerate(words)))


def read(words, models="ukr", **said):
    """Return the text of a line; `said` are the Latin readings of runs by their number of words."""
    engine = Latin(**said)
    (found,) = with_latin([line(*words)], Seen(PAGE, 72, models, engine))
    return found.as_text(), engine


def test_a_title_in_latin_letters_is_read_by_their_model_and_its_neighbours_stay():
    words = [("Підручник", 0.96), ("Зої(у/аге", 0.3), ("Тезііпе", 0.5), ("видання", 0.95)]
    text, _ = read(words, at2=[("Software", 0.95), ("Testing", 0.93)])
    assert text == "Підручник Software Testing видання"


def test_a_code_of_a_course_is_read_in_its_letters():
    assert read([("коды:", 0.96), ("СЕОМ2104", 0.4)], "kaz+rus", at1=[("GEOM2104", 0.92)])[0] == "коды: GEOM2104"
    assert read([("коды:", 0.96), ("СЕКЗ2104", 0.85)], "kaz+rus", at1=[("GRNK2104", 0.9)])[0] == "коды: GRNK2104"
    assert read([("коды:", 0.96), ("СЕКЗ2104", 0.85)], "kaz+rus", at1=[("CEKE2104", 0.9)])[0] == "коды: СЕКЗ2104"


@pytest.mark.parametrize(
    "latin", [[("MOBA", 0.95)], [("noJlo)KeHHA", 0.7)], [("Move", 0.62)], [("camogis", 0.88)], [("Ore", 0.96)], []]
)
def test_cyrillic_print_stays(latin):
    assert read([("Мовл", 0.6), ("освіти", 0.95)], at1=latin)[0] == "Мовл освіти"


def test_a_share_that_was_read_as_a_number_gets_its_sign_and_a_number_stays():
    assert read([("менше", 0.95), ("4096", 0.94)], at1=[("40%", 0.97)])[0] == "менше 40%"
    assert read([("менше", 0.95), ("4096", 0.94)], at1=[("4096", 0.97)])[0] == "менше 4096"
    assert read([("менше", 0.95), ("4096", 0.94)], at1=[("10%", 0.97)])[0] == "менше 4096"
    assert read([("менше", 0.95), ("40", 0.96), ("906", 0.94)], at2=[("40%", 0.97)])[0] == "менше 40%"
    assert read([("менше", 0.95), ("(40", 0.96), ("906", 0.8)], at2=[("(40", 0.97), ("%", 0.9)])[0] == "менше (40 %"
    assert read([("менше", 0.95), ("40", 0.96), ("906", 0.94)], at2=[("40", 0.97), ("906", 0.9)])[0] == "менше 40 906"


def test_roman_parts_of_numbers_and_numerals_of_sections_are_roman():
    assert read([("закон", 0.95), ("2657-МП", 0.9)], at1=[("2657-XII", 0.9)])[0] == "закон 2657-XII"
    assert read([("МІ.", 0.6), ("Оцінювання", 0.95)], at1=[("Vil.", 0.9)])[0] == "VII. Оцінювання"


def test_the_letter_of_a_kazakh_programme_is_one_where_the_latin_model_has_it_beside_the_same_figures():
    assert read([("коды:", 0.96), ("6808101", 0.95)], "kaz+rus", at1=[("6B08101", 0.9)])[0] == "коды: 6B08101"
    assert read([("коды:", 0.96), ("6808101", 0.95)], "kaz+rus", at1=[("6B08107", 0.9)])[0] == "коды: 6808101"
    assert read([("коды:", 0.96), ("6808101", 0.95)], "kaz+rus", at1=[("6808101", 0.97)])[0] == "коды: 6808101"


def test_the_cyrillic_half_of_a_word_stays():
    assert read([("ОК5-системи", 0.5)], at1=[("GIS-cuctemu", 0.82)])[0] == "GIS-системи"


def test_pages_in_latin_letters_are_not_read_again():
    text, engine = read([("Trưang", 0.5)], "vie", at1=[("Trung", 0.99)])
    assert (text, engine.asked) == ("Trưang", 0)


def test_an_abbreviation_that_the_cyrillic_model_was_sure_of_is_latin_where_its_letters_are_read_so():
    assert read([("основи", 0.96), ("ВАС", 0.96)], at1=[("RAG", 0.95)])[0] == "основи RAG"
    assert read([("основи", 0.96), ("ВАС-систем", 0.92)], at1=[("RAG-cuctem", 0.73)])[0] == "основи RAG-систем"


@pytest.mark.parametrize(
    "own, latin",
    [
        ("ВАС", ("BAC", 0.97)),
        ("ВАС", ("RAG", 0.7)),
        ("НАУ", ("HAY", 0.97)),
        ("ОПП", ("ONN", 0.95)),
        ("ОК5", ("OKS", 0.95)),
    ],
)
def test_an_abbreviation_in_cyrillic_letters_stays(own, latin):
    assert read([("основи", 0.96), (own, 0.96)], at1=[latin])[0] == f"основи {own}"


def test_words_of_a_run_are_latin_by_themselves_where_one_was_hardly_read():
    words = [("Веїгіемаі", 0.5), ("Сепегаїіоп", 0.6), ("агХім", 0.4)]
    text, _ = read(words, at3=[("Retrieval", 0.95), ("Generation", 0.96), ("arXw", 0.4)])
    assert text == "Retrieval Generation агХім"


def test_amid_latin_print_short_words_and_initials_are_read_as_such():
    words = [("Survey", 0.96), ("оп", 0.95), ("Models", 0.96), ("методи", 0.96)]
    assert read(words, at1=[("on", 0.96)])[0] == "Survey on Models методи"
    assert read(words, at1=[("on", 0.8)])[0] == "Survey оп Models методи"
    assert read([words[0], ("з", 0.9), words[3]], at1=[("3", 0.97)])[0] == "Survey з методи"
    assert read([("курс", 0.96), ("на", 0.9), ("https://dle.edu/view", 0.9)], at1=[("Ha", 0.95)])[0].split()[1] == "на"


def test_a_code_keeps_its_figure_and_credits_of_the_union_have_none():
    assert read([("дисципліна", 0.96), ("ОК5", 0.46)], at1=[("OKS", 0.93)])[0] == "дисципліна ОК5"
    assert read([("кредитів", 0.96), ("ЕСТ5", 0.46)], at1=[("ECTS", 0.93)])[0] == "кредитів ECTS"
