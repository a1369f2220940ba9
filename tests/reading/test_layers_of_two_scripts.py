"""A text layer whose only fault is letters of another script that look alike is repaired, not read from the image."""

from types import SimpleNamespace

from extractors.reading import arbitrating
from extractors.reading.arbitrating import layer_of
from models.page import Box, Line, Page, Word

_WORDS = (
    "Нaправление подгoтoвки и учeбный плaн Kафедpа энeргетики фaкультeт и дeкан Cрок oбучения фoрма oбучения "
    "гoд нaчала Бeзопасность и элeктроснабжение прeдприятий пpактическиe зaнятия"
)


def _page(text: str) -> Page:
    box = Box(0, 0, 500, 10)
    return Page(1, (Line(tuple(Word(t, box) for t in text.split())),), 600, 800, 0, reason="layer")


def test_a_layer_of_two_scripts_is_kept(monkeypatch) -> None:
    monkeypatch.setattr(arbitrating, "read_layer", lambda page: _page(_WORDS))
    sheet = SimpleNamespace(width=600, height=800, images=[], curves=[], rects=[], lines=[], chars=[])
    layer = layer_of(sheet)
    assert layer.page.route == "repaired_text_layer"
    assert not layer.wants_image


def test_initials_before_a_mixed_surname_are_cyrillic() -> None:
    from normalizers.unicode.look_alikes import look_alike_edits

    text = " ".join(["Peктop инcтитyтa мeтoдики yчeбныx плaнoв"] * 5) + "\nPeктop B. A. Пpиятeлeв"
    for edit in reversed(look_alike_edits(text)):
        text = text[: edit.start] + edit.after + text[edit.end :]
    assert text.endswith("В. А. Приятелев")
