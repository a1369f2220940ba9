"""Texts in other languages in Latin letters stay as they came, and garbled Vietnamese is none of them."""

import pytest

from normalizers.garble.gate import garbled_lines
from normalizers.repair import repair
from normalizers.triage.foreign import codes, foreign_around, foreign_language
from normalizers.triage.verdicts import line_verdicts, page_verdict

TEXTS = {
    "fr": "Le présent règlement fixe les conditions dans lesquelles les étudiants peuvent être inscrits dans une\n"
    "formation de l'université. Chaque étudiant doit avoir obtenu toutes les notes avant la fin de l'année, sinon\n"
    "il n'est pas admis à la session suivante. Les absences sont signalées au secrétariat par les enseignants.",
    "de": "Diese Ordnung regelt die Prüfungen in allen Studiengängen der Hochschule. Wer an einer Prüfung nicht\n"
    "teilnehmen kann, muss sich vor dem Beginn bei der Leitung melden. Über die Noten wird innerhalb von vier\n"
    "Wochen entschieden, danach können die Studierenden ihre Arbeiten einsehen und auch Fragen dazu stellen.",
    "es": "El presente reglamento establece las normas para los estudiantes que quieran hacer sus estudios en la\n"
    "universidad. Cada alumno deberá entregar todos los trabajos antes del final del curso y podrá pedir que se\n"
    "revisen sus notas. También pueden participar los que hayan terminado ya otra carrera hace más de un año.",
    "pl": "Niniejszy regulamin określa zasady studiów dla wszystkich studentów uczelni. Każdy student musi przed\n"
    "końcem roku oddać swoje prace, a jeżeli nie może tego zrobić, powinien powiedzieć o tym kierownikowi. Od\n"
    "decyzji można się odwołać w ciągu dwóch tygodni, po tym czasie jest ona już ważna dla wszystkich osób.",
    "it": "Il presente regolamento stabilisce le norme per gli studenti che sono iscritti ai corsi della nostra\n"
    "università. Ogni studente deve consegnare tutti i lavori prima della fine dell'anno e può chiedere che siano\n"
    "rivisti anche dopo, se non è stato presente. Le assenze devono essere comunicate alla segreteria del corso.",
}
GARBLED = (
    "Qu1t dinh nay c6 hiQu luc ké ttr ngdy ky. Trudng phdng DAo t4o, Trudng phdng KhAo thi vd c5c dtrn vi c6 li€n\n"
    "quan chiu tr6ch nhiQm thi hdnh quyi5t dinh ndy. Sinh vi€n duqc c6p hqc b6ng n6u c6 k6t qud hqc tdp tt khA tr0\n"
    "l€n vd kh6ng bi ki lut tt mric khi6n trdch trd l€n trong hqc k) x6t hqc b6ng khuy6n khich hqc tap."
)


@pytest.mark.parametrize("code", TEXTS)
def test_a_text_in_another_language_stays_as_it_came(code):
    text = TEXTS[code]
    assert foreign_language(text) == code
    assert not any(garbled_lines(text))
    assert repair(text).text == text
    assert repair(text, scanned=True).text == text
    assert (page_verdict(text).code, page_verdict(text).language) == ("sound", code)
    assert set(line_verdicts(text)) == {"other_language"}


def test_garbled_vietnamese_is_no_other_language():
    assert foreign_language(GARBLED) is None
    assert all(garbled_lines(GARBLED))
    assert page_verdict(GARBLED).code == "garbled"


def test_garble_far_from_a_foreign_passage_is_repaired_and_the_passage_stays():
    text = "\n".join([*[GARBLED] * 9, TEXTS["fr"], TEXTS["fr"]])
    repaired = repair(text).text.split("\n")
    assert "\n".join(repaired[-6:]) == "\n".join([TEXTS["fr"]] * 2)
    assert "hiệu lực" in repaired[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024 – 2025: 15 / 30",
        "Regulations of the library of the faculty, with the rules for all who use it",
        "Quyết định này có hiệu lực kể từ ngày ký, giao cho GS. Jean-Pierre và các bạn",
        "Trường Đại học Sorbonne (Université de Paris) là đối tác của Trường từ năm 2004",
    ],
)
def test_thin_or_other_evidence_says_nothing(text):
    assert foreign_language(text) is None


def test_a_line_is_judged_with_the_lines_around_it():
    lines = [*["Trường Đại học đã ban hành quy chế mới cho sinh viên"] * 20, *TEXTS["de"].split("\n") * 4]
    told = foreign_around(lines, 4)
    assert not any(told[:15]) and all(told[-8:])
    assert len(codes()) == len(set(codes()))
