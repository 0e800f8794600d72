"""Answers to "when?" that leave it open."""

import pytest

from conversations.whenever import whenever

OPEN = """\
fark etmez
Farketmez, mesai içinde olsun
her zaman uygun
Ne zaman olursa olsun
istediğiniz gün olabilir
her gün müsaidiz
hepsi uyar
any time
Any time is fine
anytime
whenever suits you
we are flexible
it does not matter
no preference
any working hour
""".splitlines()
NOT_OPEN = """\
salı öğleden sonra
her zaman olmaz
her gün değil
any day but Monday
not any time
bilmiyorum
Kadıköy
""".splitlines()


@pytest.mark.parametrize("answer", OPEN)
def test_any_time_will_do(answer: str) -> None:
    assert whenever(answer)


@pytest.mark.parametrize("answer", NOT_OPEN)
def test_something_else_was_said(answer: str) -> None:
    assert not whenever(answer)
