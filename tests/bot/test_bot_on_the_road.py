"""The whole edge against the local platform over HTTP, whatever the platform does."""

import pytest

from bot.local.server import LocalTelegram
from storage.tables import Handled, Parked
from tests.bot.running import Kept

pytestmark = [pytest.mark.road, pytest.mark.usefixtures("nothing_forbidden_is_asked")]


@pytest.mark.usefixtures("running_bot")
class TestWhatPeopleDo:
    def test_answers_keep_the_order_of_what_was_said(self, telegram: LocalTelegram) -> None:
        ayse, mehmet = telegram.person("Ayşe"), telegram.person("Mehmet")
        for n in range(3):
            ayse.says(f"twice {n}")
            mehmet.says(f"{n}")
        ayse.wait_for("twice 2, second")
        answers = [text for text in ayse.messages() if "," in text]
        assert answers == [f"twice {n}, {place}" for n in range(3) for place in ("first", "second")]
        assert [text for text in mehmet.messages() if "echo" in text] == ["echo 0", "echo 1", "echo 2"]

    def test_an_update_that_comes_twice_is_answered_once(self, telegram: LocalTelegram, kept: Kept) -> None:
        ayse = telegram.person("Ayşe")
        said = ayse.says("once")
        ayse.wait_for("echo once")
        update_id = int(kept.all(Handled)[0].key.split(":")[1])
        telegram.do(telegram.platform.updates.inject, {"update_id": update_id, "message": said.message})
        ayse.says("more")
        ayse.wait_for("echo more")
        assert ayse.messages().count("echo once") == 1

    def test_another_update_under_an_old_number_is_answered(self, telegram: LocalTelegram, kept: Kept) -> None:
        ayse = telegram.person("Ayşe")
        said = ayse.says("this week")
        ayse.wait_for("echo this week")
        update_id = int(kept.all(Handled)[0].key.split(":")[1])
        other = {**said.message, "text": "of another week", "date": said.message["date"] - 8 * 24 * 3600}
        telegram.do(telegram.platform.updates.inject, {"update_id": update_id, "message": other})
        ayse.wait_for("echo of another week")

    def test_a_press_changes_its_message_in_place(self, telegram: LocalTelegram) -> None:
        ayse = telegram.person("Ayşe")
        ayse.says("button")
        card = ayse.wait_for("press me")
        ayse.presses("Bas", card)
        assert ayse.wait_for("pressed open").id == card.id
        ayse.press_data(card, "gate|1|open")
        ayse.says("then")
        ayse.wait_for("echo then")
        assert len(telegram.asked("answerCallbackQuery")) == 2

    def test_a_press_on_a_deleted_message_is_answered_with_a_new_one(self, telegram: LocalTelegram) -> None:
        ayse = telegram.person("Ayşe")
        ayse.says("button")
        card = ayse.wait_for("press me")
        telegram.do(telegram.platform.remove, ayse.chat, card.id)
        ayse.press_data(card, "gate|1|open")
        assert ayse.wait_for("pressed open").id != card.id

    def test_a_poisoned_update_stops_nobody(
        self, telegram: LocalTelegram, kept: Kept, caplog: pytest.LogCaptureFixture
    ) -> None:
        ayse, mehmet = telegram.person("Ayşe"), telegram.person("Mehmet")
        ayse.says("boom, my secret words")
        ayse.says("after")
        mehmet.says("hello")
        mehmet.wait_for("echo hello")
        ayse.wait_for("sorry")
        ayse.wait_for("echo after")
        (parked,) = kept.all(Parked)
        assert parked.tries == 3
        assert parked.given_up_at
        assert parked.trace in caplog.text
        assert "echo.py" in caplog.text
        assert "secret words" not in caplog.text

    def test_an_unreadable_update_is_parked_and_later_ones_go_on(self, telegram: LocalTelegram, kept: Kept) -> None:
        ayse = telegram.person("Ayşe")
        nobody_s = {"id": "1", "from": {"id": ayse.id, "is_bot": False, "first_name": "Ayşe"}, "data": "x"}
        telegram.do(telegram.platform.updates.inject, {"callback_query": nobody_s})
        telegram.do(telegram.platform.updates.inject, {"brand_new_kind": {"what": "ever"}})
        ayse.says("still here")
        ayse.wait_for("echo still here")
        assert [bool(parked.given_up_at) for parked in kept.all(Parked)] == [True]


@pytest.mark.usefixtures("running_bot")
class TestWhatThePlatformDoes:
    def test_too_many_requests_wait_as_long_as_asked(self, telegram: LocalTelegram) -> None:
        telegram.fails("sendMessage", status=429, retry_after=2)
        ayse = telegram.person("Ayşe")
        ayse.says("patience")
        ayse.wait_for("echo patience")
        refused, accepted = telegram.asked("sendMessage")
        assert (refused.status, accepted.status) == (429, 200)
        assert accepted.at - refused.at >= 2

    @pytest.mark.parametrize("status", [401, 404, 409, 502])
    def test_polling_outlives_every_refusal(self, telegram: LocalTelegram, status: int) -> None:
        telegram.fails("getUpdates", status=status, times=2)
        ayse = telegram.person("Ayşe")
        ayse.says("are you there")
        ayse.wait_for("echo are you there")

    def test_polling_outlives_a_line_that_drops(self, telegram: LocalTelegram) -> None:
        telegram.fails("getUpdates", "drop", times=2)
        telegram.fails("getUpdates", "drop_after")
        ayse = telegram.person("Ayşe")
        ayse.says("are you there")
        ayse.wait_for("echo are you there")
        assert ayse.messages().count("echo are you there") == 1

    def test_sending_outlives_a_refused_token(self, telegram: LocalTelegram) -> None:
        telegram.fails("sendMessage", status=401)
        telegram.fails("sendMessage", status=404)
        ayse = telegram.person("Ayşe")
        ayse.says("once")
        ayse.wait_for("echo once")
