"""Whatever people write, what is said about it fits into one message."""

import pytest

from conversations.outbox import LONGEST_TEXT, _fitting


@pytest.mark.parametrize(
    "lines",
    [["a" * 50] * 200, ["<b>ğ</b> " * 2000], ["x " * 5000, "last"], ["a&amp;" * 3000], []],
    ids=["many lines", "one long line", "a long one before a short one", "entities", "nothing"],
)
def test_a_text_is_never_longer_than_a_platform_takes(lines: list[str]) -> None:
    text = _fitting(lines)
    assert len(text) <= LONGEST_TEXT
    assert text.count("<b>") == text.count("</b>")
    assert not text.rstrip("…").endswith(("&", "&a", "&am", "&amp"))
    assert len(text) > LONGEST_TEXT - 200 or not lines


def test_what_is_first_stays_and_what_is_cut_is_marked() -> None:
    assert _fitting(["need", *["a" * 100] * 60]).startswith("need\na")
    assert _fitting(["need", *["a" * 100] * 60]).endswith("\n…")
    assert _fitting(["need", "offer"]) == "need\noffer"
