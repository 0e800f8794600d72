"""What is said back to a greeting, to thanks and to a farewell."""

import re

from conversations.messages import Line
from programme.words import fold

_SAID = {
    "welcome.thanked": re.compile(
        r"\b(tesekkur\w*|sag ?ol\w*|eyvallah|minnettar\w*|thanks?|thank you|thx|cheers|grateful)\b"
    ),
    "welcome.farewell": re.compile(r"\b(hosca ?kal\w*|gorusuruz|gule gule|iyi gunler dil\w*|good ?bye|bye|see you)\b"),
}


def courtesy(text: str) -> Line:
    said = fold(text)
    return Line(next((key for key, words in _SAID.items() if words.search(said)), "welcome.again"))
