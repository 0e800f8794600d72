"""Counts of readings as figures a coordinator can read."""

from programme.reading_figures import figures


def test_the_share_right_is_what_was_kept_to_the_end() -> None:
    counted = [
        ("need", "times", "tr", "kept", 7),
        ("need", "times", "tr", "kept", 1),
        ("need", "times", "tr", "edited", 1),
        ("need", "times", "tr", "cleared", 1),
        ("need", "times", "tr", "later", 2),
        ("need", "topic", "tr", "first_guess", 3),
        ("need", "", "tr", "understood", 9),
        ("need", "", "tr", "not_understood", 1),
    ]
    need = {"flow": "need", "language": "tr"}
    assert figures(counted) == [
        need | {"slot": "", "understood": 9, "not_understood": 1, "right": 0.9},
        need | {"slot": "times", "kept": 8, "edited": 1, "cleared": 1, "later": 2, "right": 0.6},
        need | {"slot": "topic", "first_guess": 3, "other_guess": 0, "no_guess": 0},
    ]


def test_nothing_counted_is_no_line() -> None:
    assert figures([]) == []
