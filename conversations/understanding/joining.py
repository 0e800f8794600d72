"""Which words merely join or part two days or hours ("ve", "ya da", "or")."""

import re

from conversations.understanding.patterns import alternatives

_SAID = alternatives("joining")
JOINED = re.compile(rf"^[\s'\"()]*(?:(?:{_SAID['joined']})[\s'\"()]*)*$")
TO_ITS_WEEK = re.compile(rf"^[\s,'\"()]*(?:(?:{_SAID['to its week']})[\s,]*)*$")
OR = re.compile(r"\b(?:veya|ya da|yada|or|yahut|olmazsa|yoksa)\b|/")
SENTENCE_ENDS = re.compile(r"[;!?\n]|\.(?!\d)")
