import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.keyboard import UNKNOWN, buttons, decode, encode
from conversations.messages import Press


@given(
    st.text("abcdefghij:0123456789_", min_size=1, max_size=20),
    st.integers(0, 2**40),
    st.text(st.characters(codec="utf-8"), max_size=8),
)
def test_a_button_says_again_what_it_was_given(about: str, revision: int, value: str) -> None:
    press = Press(about, revision, value)
    assert decode(encode(press)) == press


@pytest.mark.parametrize(
    ("press", "carried"),
    [
        (Press("draft", 0, "yes"), "draft|0|yes"),
        (Press("proposal:12", 71, "2026-12-01T09:00Z"), "proposal:12|1z|2026-12-01T09:00Z"),
        (Press("menu", 3, ""), "menu|3|"),
        (Press("draft", 1, "a|b"), "draft|1|a|b"),
    ],
)
def test_what_a_button_carries(press: Press, carried: str) -> None:
    assert encode(press) == carried


@pytest.mark.parametrize("press", [Press("draft", 1, "ş" * 29), Press("a|b", 1, "x"), Press("a", -1, "x")])
def test_what_no_button_could_carry_is_refused(press: Press) -> None:
    with pytest.raises(ValueError, match="button"):
        encode(press)


@given(st.text())
def test_no_data_is_too_odd_to_read(carried: str) -> None:
    decode(carried)


@pytest.mark.parametrize("carried", [None, "", "yes", "a|b", "a|Z|x", "|1|x", "a||x", "a|-1|x", "a|١|x"])
def test_what_we_never_made_is_unknown(carried: str | None) -> None:
    assert decode(carried) == UNKNOWN


def test_rows_are_drawn_as_they_are() -> None:
    drawn = buttons(
        [
            [
                {"label": "Evet", "about": "draft", "revision": 3, "value": "yes"},
                {"label": "Aç", "url": "https://x.org"},
            ],
            [],
        ]
    )
    assert drawn
    assert drawn.to_dict()["inline_keyboard"] == [
        [{"text": "Evet", "callback_data": "draft|3|yes"}, {"text": "Aç", "url": "https://x.org"}]
    ]
    assert buttons([]) is None
