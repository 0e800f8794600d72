"""Telegram: how its messages come and go. Nothing outside this folder speaks of it."""

import os

# The library's way to say that periods are timedeltas; without it every 429 also raises a deprecation warning.
os.environ.setdefault("PTB_TIMEDELTA", "true")
