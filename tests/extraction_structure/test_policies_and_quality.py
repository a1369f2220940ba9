"""English policies with a card and clauses that run on, and Kazakh documents of quality systems with a preface."""

import pytest

from extractors.arranging.furniture import mark_furniture
from extractors.parsing.wording import Prose
from extractors.structure import binding
from extractors.structure.figures import figures
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


def test_a_fraction_in_words_is_no_figure() -> None:
    assert figures("at least two thirds of the members must vote", "en") == []


@pytest.mark.parametrize(
    ("printed", "about"),
    [
        ("Кеңес құрамы кемінде 7 адамнан тұрады.", "Кеңес құрамы"),
        ("Студент бір мезгілде 3 журналдан артық емес алады.", "Студент бір мезгілде"),
        ("Өту деңгейі үшін кемінде 70 балды жинау қажет.", "Өту деңгейі үшін"),
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
