"""How many meetings a month somebody can give: "ayda iki", "once every two weeks"; of a range the upper bound."""

from conversations.understanding.numbers import ANY

_MONTHS = {"gun": 1 / 30, "hafta": 0.25, "ay": 1.0, "yil": 12.0, "sene": 12.0, "day": 1 / 30, "week": 0.25,
           "month": 1.0, "quarter": 3.0, "year": 12.0, "ceyrek": 3.0, "fortnight": 0.5}  # fmt: skip
_COUNT = rf"(?:{ANY}|once|twice|thrice|a couple|couple|a few|an?|birkac)"
