"""Titles of Kazakh rules whose last word, the kind, stands on a line of its own."""

from dataclasses import replace

from extractors.heads.pieces import Piece
from extractors.heads.titles import _kazakh_rules
from tests.extraction_identity.reading import document, values


def pieces(*lines: str) -> list[Piece]:
    """Return the lines as pieces one below another."""
    return [Piece(text, 100 * n, 100 * n + len(text), n) for n, text in enumerate(lines)]


def test_a_name_in_small_letters_goes_before_the_word_for_rules() -> None:
    found = _kazakh_rules(pieces("БЕКІТЕМІН", "«3» мамыр 2030 ж.", "Кітапхананы пайдалану", "ЕРЕЖЕСІ"), "kk")
    assert [p.text for p in found] == ["Кітапхананы пайдалану", "ЕРЕЖЕСІ"]


def test_the_word_for_rules_of_something_is_no_title_alone() -> None:
    assert not _kazakh_rules(pieces("«3» мамыр 2030 ж.", "ЕРЕЖЕСІ"), "kk")


STAMPED = """«АЛТЫНДАЛА КОЛЛЕДЖІ» КЕАҚ
«Алтындала колледжі» КЕАҚ Басқармасының
2031 жылғы «14» наурыздағы
№ 6 шешімімен
БЕКІТІЛДІ
КІТАПХАНА ТУРАЛЫ ЕРЕЖЕ
1. Жалпы ережелер
1.1. Ереже Қазақстан Республикасының «Мәдениет туралы» 2006 жылғы 15 желтоқсандағы № 207 Заңына сәйкес әзірленген.
1.2. Ереже «Алтындала колледжі» КЕАҚ-тың (бұдан әрі – Колледж) кітапханасына арналған.
"""


def test_a_stamp_whose_word_of_approval_comes_last() -> None:
    made = document(STAMPED, "kk", "regulation")
    (about,) = values("documents", made)
    assert (about["issuer"], about["issued_on"]) == ("«АЛТЫНДАЛА КОЛЛЕДЖІ» КЕАҚ", "2031-03-14")
    cited = [(r["kind"], r["number"], r["issued_on"], r["relation"]) for r in values("citations", made)]
    assert cited == [("decision", "6", "2031-03-14", "approves"), ("law", "207", "2006-12-15", "basis")]


def test_a_short_name_stands_for_a_name_without_its_ending() -> None:
    (term,) = values("terms", document(STAMPED, "kk", "regulation"))
    assert term["definition"] == "«Алтындала колледжі» КЕАҚ"


def test_a_law_whose_title_stands_between_its_day_and_its_number() -> None:
    text = (
        "МҰРАЖАЙ ЕРЕЖЕСІ\n1. Жалпы ережелер\n1.1. Осы Ереже Қазақстан Республикасының 2004 жылғы 15 желтоқсандағы "
        "«Мұражай ісі туралы» № 207-III Заңына, Қазақстан Республикасының «Мұрағат туралы» Заңының 12-1-бабына сәйкес "
        "әзірленді.\n"
    )
    laws = [c for c in values("citations", document(text, "kk", "regulation")) if c["kind"] == "law"]
    assert [(c["title"], c.get("number"), c.get("issued_on"), c.get("article")) for c in laws] == [
        ("Мұражай ісі туралы", "207-III", "2004-12-15", None),
        ("Мұрағат туралы", None, None, "12-1"),
    ]


RESTING = """ЕРЕЖЕ
1. Жалпы ережелер
1.1. Ереже 2006 жылғы 15 желтоқсандағы № 207 «Мәдениет туралы» Заңына және Колледж Жарғысына сәйкес әзірленді.
1.2. Енген күннен бастап Ғылыми кеңестің 2019 жылғы 25 маусымдағы № 10 хаттамасымен бекітілген ереженің күші жойылды.
"""


def test_a_charter_is_rested_on_and_a_body_is_named_behind_the_day_that_leads_to_it() -> None:
    cited = values("citations", document(RESTING, "kk", "regulation"))
    assert [(r["kind"], r.get("title")) for r in cited][1:2] == [("charter", "Колледж Жарғысы")]
    assert cited[-1]["issuer"] == "Ғылыми кеңес"


ORDER = """«АКАДЕМИК О. САЛЫҚОВ
АТЫНДАҒЫ АЛТЫНДАЛА
УНИВЕРСИТЕТІ» КЕАҚ
БҰЙРЫҚ
2031 жылғы 12 сәуір
ПРИКАЗ
№ 47
Жазғы практиканы өткізу туралы
ҚР Білім министрінің 2019 жылғы 9 мамырдағы
№ 13 бұйрығымен бекітілген Практика қағидаларына сәйкес БҰЙЫРАМЫН:
1. Практика өткізілсін.
"""


def test_the_number_of_a_kazakh_order_may_stand_in_the_column_of_the_other_language() -> None:
    made = document(ORDER, "kk", "decision")
    aside = [
        replace(line, role="margin") if line.start in map(ORDER.index, ("ПРИКАЗ", "№ 47")) else line
        for line in made.text.lines
    ]
    (about,) = values("documents", replace(made, text=replace(made.text, lines=tuple(aside))))
    assert (about["number"], about["issued_on"]) == ("47", "2031-04-12")
    assert about["issuer"] == "«АКАДЕМИК О. САЛЫҚОВ АТЫНДАҒЫ АЛТЫНДАЛА УНИВЕРСИТЕТІ» КЕАҚ"


RULES = """«Алтындала университеті» КЕАҚ Ғылыми кеңесінің 2031
жылғы 27 маусымдағы № 12 шешімімен
БЕКІТІЛГЕН
Алтындала университетінде оқуды ұйымдастыру
қағидалары
1-тарау. Жалпы ережелер
1. Осы Қағидалар оқу тәртібін айқындайды.
Ескерту. 1-тармақ жаңа редакцияда – Ғылыми кеңестің 2032 жылғы 26 наурыздағы № 8 шешімімен.
"""


def test_the_body_that_approved_is_no_part_of_a_kazakh_name() -> None:
    made = document(RULES, "kk", "regulation")
    (about,) = values("documents", made)
    assert about["issuer"] == "«Алтындала университеті» КЕАҚ"
    assert about["title"] == "Алтындала университетінде оқуды ұйымдастыру қағидалары"
    cited = [(r["number"], r["issuer"], r.get("title")) for r in values("citations", made)]
    assert cited == [("12", "«Алтындала университеті» КЕАҚ Ғылыми кеңесі", None), ("8", "Ғылыми кеңес", None)]


def test_who_issues_the_rules_in_capitals_above_them_is_no_part_of_the_title() -> None:
    lines = (
        "АЛТЫНДАЛА УНИВЕРСИТЕТІ\n",
        "КІТАПХАНАНЫ ПАЙДАЛАНУ ЕРЕЖЕСІ\n",
        "1. Жалпы ережелер",
        "1.1. Зал күнде ашық.\n",
    )
    text = "\n".join(lines)
    (head,) = values("documents", document(text, "kk", "regulation"))
    assert (head["issuer"], head["title"]) == ("АЛТЫНДАЛА УНИВЕРСИТЕТІ", "КІТАПХАНАНЫ ПАЙДАЛАНУ ЕРЕЖЕСІ")
