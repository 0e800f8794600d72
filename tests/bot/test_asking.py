"""By webhook, too, an outage is noticed: what waits at Telegram and cannot come is no sign of having heard all."""

from datetime import UTC, datetime, timedelta

import pytest
from telegram import WebhookInfo

from bot.local.server import LocalTelegram
from bot.telegram.asking import comes
from storage.tables import Heard
from tests.bot.running import Kept, bot_runs, settings_for
from tests.roads.running import until

NOON = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("pending", "failed_ago", "well"),
    [
        (0, None, True),
        (0, timedelta(minutes=1), True),
        (7, None, True),
        (7, timedelta(minutes=1), False),
        (7, timedelta(minutes=50), False),
        (7, timedelta(days=3), True),
    ],
)
def test_what_is_stuck(pending: int, failed_ago: timedelta | None, well: bool) -> None:
    failed_at = NOON - failed_ago if failed_ago is not None else None
    info = WebhookInfo("https://imece.example", False, pending, last_error_date=failed_at)
    assert comes(info, NOON) == well


@pytest.mark.road
def test_a_bot_with_a_webhook_notes_what_it_heard(telegram: LocalTelegram, url: str, kept: Kept) -> None:
    settings = settings_for(url, telegram, webhook="http://127.0.0.1:18443/telegram", webhook_listen="18443")
    with bot_runs(settings):
        until(telegram, lambda: kept.all(Heard), "it is noted")
