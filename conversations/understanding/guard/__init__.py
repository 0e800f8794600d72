"""What must not be kept: a number that is somebody's, something private about one certain person, a mark of secrecy.

It never fires on a topic: public health, Roma inclusion, addiction services are municipal work.
"""

from dataclasses import dataclass
from typing import Literal

from conversations.understanding.guard import conditions, numbers, secrecy, telephones
from conversations.understanding.guard.letters import Letters, letters
from conversations.understanding.guard.people import Somebody, people
from programme.words import fold

Kind = Literal["identity", "account", "telephone", "person", "secret"]


@dataclass(frozen=True)
class Matter:
    """Why a message is not kept, and the words that say so: for `understand --why`, never to be stored."""

    kind: Kind
    words: str


def guard(text: str, writer: str = "") -> Matter | None:
    """What in this message must not be kept, if anything. `writer` is the name on record, known as their own."""
    said = letters(text)
    numbered = sum(sign.isdecimal() for sign in said.folded) >= FEWEST_DIGITS
    if numbered and (place := numbers.identity_number(said.folded)):
        return _matter("identity", said, place)
    if numbered and (place := numbers.account_number(said.folded)):
        return _matter("account", said, place)
    if place := secrecy.marked(said.folded):
        return _matter("secret", said, place)
    everybody = people(said)
    if numbered and (place := telephones.of_somebody_else(said, everybody, fold(writer))):
        return _matter("telephone", said, place)
    if place := _private(said, everybody):
        return _matter("person", said, place)
    return None


FEWEST_DIGITS = 6
"""With fewer there is no number of anybody's in it."""
MOST_PEOPLE = 300
"""A message that names more is none; so much of it is looked at."""


def _private(said: Letters, everybody: list[Somebody]) -> tuple[int, int] | None:
    for one in everybody[:MOST_PEOPLE]:
        if place := conditions.told_of(said, one):
            return place
    return conditions.told_of_oneself(said.folded) or conditions.filled_in(said.folded, everybody)


def _matter(kind: Kind, said: Letters, place: tuple[int, int]) -> Matter:
    return Matter(kind, said.original(*place))
