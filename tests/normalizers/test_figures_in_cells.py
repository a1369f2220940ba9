"""Cells of figures that letters spoil: mended where their shape, column or row proves it, else left."""

from normalizers.repair import repair

PLAN = """УЧЕБНЫЙ ПЛАН по направлению подготовки садовников, утверждён учёным советом
Индекс\tНаименование\tЗачет\tз.е.\tЧасы\tЛек\tКонт. раб.\tСР
Б1.01\tПочвоведение и основы полива\t1\t4\t144\t18\t54\t90
Б1.02\tФруктовые деревья средней полосы\t2\t5\t180\t18\t72\t1О8
Б1.03\tТеплицы и их устройство\tЗ\tЗ\t108\t18\tЗ6\t72
Б1.04\tОбрезка деревьев\t1\t2\t72\t9\t36\tЗ6
Б1.05\tИстория садов\t2\t2\t72\t9\tl8\t54
"""


def test_rings_strokes_and_shapes_among_figures_are_figures() -> None:
    cells = [line.split("\t")[3:] for line in repair(PLAN).text.split("\n")[2:]]
    assert cells[1][-1] == "108" and cells[4][3:] == ["18", "54"]
    assert cells[2] == ["3", "108", "18", "36", "72"] and cells[3][-1] == "36"


def test_a_mark_of_a_test_and_codes_of_outcomes_stay() -> None:
    assert "устройство\tЗ\t" in repair(PLAN).text
    codes = "Рабочая программа дисциплины\n" + "".join(
        f"Тема о садах и парках\tЗ{n}\t{n}\t4\t10\n" for n in range(1, 6)
    )
    assert repair(codes).text == codes


def test_rings_in_dates_and_strokes_in_numbers_before_them() -> None:
    broken = "План одобрен Учёным советом вуза, протокол № l0 от 28.04.2О22\nСадоводство, 28 апреля 2О22 г.\n"
    assert repair(broken).text == broken.replace("l0", "10").replace("О", "0")
    assert "Справка № lA от 28.04.2022" in repair("Справка № lA от 28.04.2022 выдана студенту вуза\n").text
