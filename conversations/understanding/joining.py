"""Which words merely join or part two days or hours ("ve", "ya da", "or")."""

import re

JOINED = re.compile(
    r"^[\s'\"()]*(?:(?:,|/|\+|&|-|ve|veya|ya da|yada|yahut|ile|or|and|hem|de|da|gunu|gunleri|"
    r"gun|saat|saatleri|at|on"
    r"|the|in|icin|olarak|either|arasi|ayi|ayinda|tarihinde|tarihleri)[\s'\"()]*)*$"
)
OR = re.compile(r"\b(?:veya|ya da|yada|or|yahut|olmazsa|yoksa)\b|/")
SENTENCE_ENDS = re.compile(r"[;!?\n]|\.(?!\d)")
