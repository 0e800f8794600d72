"""How sure it is that words mean the topic found first: the chance of it, comparable from one question to another."""

import math

# A logistic curve fitted on labelled questions with a third of the aliases left out, and on lines about nothing a
# municipality's expert helps with, half of the list of other worlds left out: so it holds for words not on any list.
_BASE = -6.76
_SCORE = 6.08  # how well names of the topic and the question cover each other
_EXPLAINED = 1.21  # the share of the question that belongs to the topic
_MASS = 5.4  # how much telling there is in all: one shared word of many topics is little, two rare ones are a lot
_PULL = -8.83  # the share of the question that speaks of another world

_PRIVATE = -4.5  # whoever asks for themselves may still mean a topic, and is asked

MATCH_FROM = 0.7
ASK_FROM = 0.12


def sureness(score: float, explained: float, mass: float, pull: float, private: bool = False) -> float:
    """From 0 to 1; `mass` is the summed weight of the words that belong to the topic, the other three are shares.

    `private` says that somebody speaks for themselves.
    """
    drawn = _BASE + _SCORE * score + _EXPLAINED * explained + _MASS * math.log1p(mass) + _PULL * pull
    drawn += _PRIVATE * private
    return 1 / (1 + math.exp(-drawn))
