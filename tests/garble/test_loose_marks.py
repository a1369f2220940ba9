"""Marks that an engine set apart with blanks go back to their words; signs between words of other layers stay."""

from normalizers.garble.engine import divide
from normalizers.garble.search.loose_marks import join_loose_marks
from normalizers.repair import repair

APART = """Phong Da\\o ta . o thu nha ^ n do ’ n xin ho ’ ~ an tha ’ ng cu?a sinh vie ^ n
tru ’ o ’ ´ c nga\\y 17 tha ´ ng 4 na ~ m 2031, ke\\m ba ? ng die ^ ? m co ´ xa ´ c nha ^ . n;
mo ^ ~ i ho . c pha ^ \\ n co ´ 3 ti ´ n chi?, ma ~ so ^ ´ 7480107, theo Quye ^ ´ t di . nh so ^ ´ 58/QD-DHNL."""


def texts(printed: str) -> list[str]:
    """The chunks of a text, joined where marks are loose."""
    return [chunk.text for chunk in divide(printed, [True] * len(printed.split("\n")))]


def test_marks_go_back_to_their_words_and_words_stay_apart() -> None:
    joined = texts(APART)
    assert {"ta.o", "nha^n", "tha´ng", "ho.c", "pha^\\n", "die^?m"} <= set(joined)
    assert "17" in joined and "7480107," in joined


def test_the_text_comes_back_and_no_number_changes() -> None:
    said = repair(APART).text
    assert {"tạo", "nhận", "tháng", "năm", "học", "phần", "tín"} <= set(said.split())
    assert {"17", "4", "2031,", "3", "7480107,"} <= set(said.split())
    assert said.count("\n") == APART.count("\n")


DOTTED = """Ho. c ph_n 3 tín chj, nô. i dung theo quy di.nh. Sinh vi_n n?_. c ngoài ho. c ti_ng Vi_. t ta. i tr??ng,
dâ. u kì thi 80O/o; cán bô. , công nhâ. n viên ho. c thêm 12 ti_t, thu. c tâ. p ta. i xí nghiê. p."""


def test_dots_below_vowels_go_back_to_their_words() -> None:
    assert {"Ho.c", "nô.i", "n?_.c", "nhâ.n", "nghiê.p."} <= set(texts(DOTTED))
    said = repair(DOTTED).text
    assert "80%;" in said and "12" in said


def test_few_loose_signs_join_nothing() -> None:
    few = "Cdc hgc phdn * tr cu6i k) ' vd c6 6 hqc ky"
    assert texts(few) == few.split()
    assert join_loose_marks([]) == []
