"""English policies with a card and clauses that run on, and Kazakh documents of quality systems with a preface."""

import time

import pytest

from extractors.arranging.furniture import mark_furniture
from extractors.heads import labelled
from extractors.parsing.wording import Prose
from extractors.recognising.languages import language_of
from extractors.structure.figures.figures import figures
from extractors.structure.scope import binding
from models.page import Line, Page
from tests.extraction_identity.reading import document, values

POLICY = """Brolga College
ATTENDANCE POLICY
Policy Title\tAttendance Policy
Policy Number\tSTU-022
Effective Date\t1 March 2021
Supersedes\tLeave and Attendance Policy (STU-004)
Section 1 - Purpose
(1) This Policy sets out how attendance is recorded.
Section 2 - Rules
(2) The Examination Rules 2018 apply.
(3) Absence must be notified:
(a) in writing; and
(b) within 3 days.
(4) A student may appeal under the Complaints Procedure (STU-040).
"""
QUALITY = """БЕКІТЕМІН
Ректор ____________ Қ.С. Омаров
«12» сәуір 2020 ж.
ЖАТАҚХАНА ТУРАЛЫ
ЕРЕЖЕ
Алғы сөз
1 ӘЗІРЛЕНДІ: Тәрбие бөлімі
2 ЕНГІЗІЛДІ: Әдістемелік кеңестің шешімімен (05.04.2020 ж., № 7 хаттама)
3 ЕР-ТТУ-012-2015 ОРНЫНА
1 ҚОЛДАНЫЛУ САЛАСЫ
1.1 Осы Ереже жатақханада тұру тәртібін белгілейді.
2 ТАРТЫЛҒАН ҚҰЖАТТАР
2.1 Қазақстан Республикасы Тұрғын үй кодексі, 2012 жылғы 3 мамыр № 77-V талаптары сақталады.
"""


def test_clauses_that_run_on_through_sections_stand_alone() -> None:
    rows = values("provisions", document(POLICY, "en", "regulation"))
    assert [row["number"] for row in rows] == ["Section 1", "1", "Section 2", "2", "3", "3.a", "3.b", "4"]


def test_the_card_of_a_policy() -> None:
    (head,) = values("documents", document(POLICY, "en", "regulation"))
    assert (head["number"], head["title"].upper()) == ("STU-022", "ATTENDANCE POLICY")
    cited = {row["title"]: row for row in values("citations", document(POLICY, "en", "regulation"))}
    assert (cited["Leave and Attendance Policy"]["number"], cited["Leave and Attendance Policy"]["relation"]) == (
        "STU-004",
        "replaces",
    )
    assert cited["Complaints Procedure"]["number"] == "STU-040"
    assert cited["Examination Rules"]["issued_on"] == "2018"


def test_a_preface_holds_no_provisions() -> None:
    read = document(QUALITY, "kk", "regulation")
    assert [row["number"] for row in values("provisions", read)] == ["1", "1.1", "2", "2.1"]
    assert values("documents", read)[0]["title"] == "ЖАТАҚХАНА ТУРАЛЫ"
    cited = {row["number"]: row for row in values("citations", read)}
    assert cited["ЕР-ТТУ-012-2015"]["relation"] == "replaces"
    assert (cited["7"]["issuer"], cited["7"]["relation"]) == ("Әдістемелік кеңес", "approves")
    assert (cited["77-V"]["kind"], cited["77-V"]["issued_on"]) == ("law", "2012-05-03")


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("The pass mark for every unit is 45%.", ("=", 45, "percent", "pass mark for every unit")),
        ("The maximum duration of a project is 18 months.", ("<=", 18, "month", "maximum duration of a project")),
        ("The Code shall be reviewed every two years.", ("=", 2, "year", "Code")),
        ("A fellow may not teach for more than 12 weeks.", ("<=", 12, "week", "fellow")),
        ("No more than 30% of the modules may be replaced.", ("<=", 30, "percent", "modules")),
        (
            "Fees apply. A maximum of 20 credits may be carried over.",
            ("<=", 20, "credit", "credits may be carried over"),
        ),
    ],
)
def test_english_figures(printed: str, told: tuple[str, float, str, str]) -> None:
    paragraph = Prose(printed, tuple(range(len(printed))))
    (figure,) = figures(printed, "en")
    (place,) = binding.subject(paragraph, figure, "en")
    assert (figure.comparator, figure.value, figure.unit, printed[slice(*place)]) == told


def test_a_fraction_in_words_has_no_value() -> None:
    (figure,) = figures("at least two thirds of the members must vote", "en")
    assert (figure.comparator, figure.value, figure.level) == (">=", None, "two thirds")


@pytest.mark.parametrize(
    ("printed", "about"),
    [
        ("Кеңес құрамы кемінде 7 адамнан тұрады.", "Кеңес құрамы"),
        ("Студент бір мезгілде 3 журналдан артық емес алады.", "Студент бір мезгілде"),
        ("Өту деңгейі үшін кемінде 70 балды жинау қажет.", "Өту деңгейі"),
    ],
)
def test_kazakh_figures_are_about_what_stands_before(printed: str, about: str) -> None:
    paragraph = Prose(printed, tuple(range(len(printed))))
    (figure,) = figures(printed, "kk")
    (place,) = binding.subject(paragraph, figure, "kk")
    assert printed[slice(*place)] == about


def test_kazakh_feet_that_say_the_whole_first() -> None:
    pages = tuple(
        Page(n, tuple(Line((), text=text) for text in lines))
        for n, lines in enumerate(
            (
                ["ЕРЕЖЕ", "Ақтау"],
                ["ЕР-ТТУ-012-2020", "Бірінші бөлім мәтіні", "3 беттің 2-беті"],
                ["ЕР-ТТУ-012-2020", "Екінші бөлім мәтіні", "3 беттің 3-беті"],
            ),
            1,
        )
    )
    roles = [[(block.as_text(), block.role) for block in page.blocks] for page in mark_furniture(pages)]
    assert [role for _, role in roles[1]] == ["furniture", "body", "furniture"]
    assert [role for _, role in roles[2]] == ["furniture", "body", "furniture"]


RULES = """Қазақстан Республикасы
Ішкі істер министрінің
2018 жылғы «5» шілдедегі
№ 73 бұйрығымен бекітілген

Курсанттарды ауыстыру қағидалары

1.   Жалпы ережелер
1.Осы Қағидалар курсанттарды ауыстыру тәртібін айқындайды.
2. Қағидалар барлық оқу орындарына қолданылады.
2.   Ауыстыру тәртібі
3. 2018-2019 оқу жылынан бастап өтініш электрондық түрде беріледі.
4. Бір курсант семестрде 2 өтініштен артық бере алмайды.
"""
ORDER = """ҚАЗАҚСТАН РЕСПУБЛИКАСЫ ҒЫЛЫМ ЖӘНЕ ЖОҒАРЫ БІЛІМ
МИНИСТРЛІГІ
«КАСПИЙ УНИВЕРСИТЕТІ» КЕАҚ
БҰЙРЫҚ
№ 18-ө Ақтау қ. «04» наурыз 2022 ж.
Жатақханаға орналастыру туралы
«Білім туралы» Қазақстан Республикасының Заңына сәйкес
БҰЙЫРАМЫН:
1. Студенттер жатақханаға орналастырылсын.
2. Орындалуын бақылау проректорға жүктелсін.
Негіз: студенттік кеңестің ұсынысы.
Ректор                                  С.Т. Асанов
"""


def test_rules_whose_chapters_are_numbered_as_their_clauses() -> None:
    read = document(RULES, "kk", "regulation")
    rows = values("provisions", read)
    assert [(row["number"], row.get("parent"), row.get("heading")) for row in rows] == [
        ("1", None, "Жалпы ережелер"),
        ("1", "1", None),
        ("2", "1", None),
        ("2", None, "Ауыстыру тәртібі"),
        ("3", "2", None),
        ("4", "2", None),
    ]
    (head,) = values("documents", read)
    assert (head["title"], head["issued_on"]) == ("Курсанттарды ауыстыру қағидалары", "2018-07-05")
    (act,) = values("citations", read)
    assert (act["number"], act["relation"], act.get("title")) == ("73", "approves", None)
    ((sign, value),) = [(f.comparator, f.value) for f in figures(rows[-1]["text"], "kk")]
    assert (sign, value) == ("<=", 2)


def test_an_order_with_its_grounds_below() -> None:
    read = document(ORDER, "kk", "decision")
    assert values("provisions", read)[-1]["text"] == "Орындалуын бақылау проректорға жүктелсін."
    (head,) = values("documents", read)
    assert (head["issued_at"], head["number"]) == ("Ақтау", "18-ө")
    assert head["parent_body"] == "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ ҒЫЛЫМ ЖӘНЕ ЖОҒАРЫ БІЛІМ МИНИСТРЛІГІ"
    assert [row["relation"] for row in values("citations", read)] == ["basis"]


def test_sections_by_their_sign() -> None:
    rules = "RULES OF STUDY\n§ 1\nGeneral provisions\n1. The Rules apply to all.\n§ 2\nLeave\n1. Leave is granted.\n"
    rows = values("provisions", document(rules, "en", "regulation"))
    assert [row["number"] for row in rows] == ["§ 1", "§ 1.1", "§ 2", "§ 2.1"]


def test_titles_of_rules_are_matched_in_linear_time() -> None:
    started = time.process_time()
    assert labelled._RULES.fullmatch("OF THE SENATE AND THE COUNCIL, " * 4 + "!") is None
    assert time.process_time() - started < 0.5


def test_labels_alone_tell_english() -> None:
    card = (
        "MODULE DESCRIPTOR\nModule Title Principles of Botany\nIndependent study of the plants\nLearning and Teaching"
    )
    assert language_of(card)[0] == "en"
    assert language_of("Truong Dai hoc Su pham Ha Noi thong bao ve viec dang ky hoc phan cua hoc ky II")[0] == "vi"
