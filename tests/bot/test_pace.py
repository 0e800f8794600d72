from bot.pace import Pace


def sent(pace: Pace, chats: list[str], *, group: bool = False, until: float = 1e9) -> list[float]:
    """The moments at which messages to these chats go, one after the other, as early as the pace lets them."""
    now, moments = 100.0, []
    for chat in chats:
        now = max(now, pace.free_at(chat, group))
        pace.note(chat, group, now)
        moments.append(now - 100.0)
    return moments


def test_a_chat_gets_a_short_burst_and_then_one_a_second() -> None:
    assert sent(Pace(), ["ayse"] * 7) == [0, 0, 0, 1, 2, 3, 4]


def test_chats_do_not_wait_for_each_other() -> None:
    assert sent(Pace(), ["ayse", "ayse", "ayse", "mehmet"]) == [0, 0, 0, 0]


def test_a_group_gets_twenty_a_minute() -> None:
    moments = sent(Pace(), ["-5"] * 41, group=True)
    assert moments[19] < 60 <= moments[20]
    assert moments[39] < 120 <= moments[40]


def test_all_together_get_twenty_five_a_second() -> None:
    moments = sent(Pace(), [str(n) for n in range(60)])
    assert [sum(second <= moment < second + 1 for moment in moments) for second in (0, 1, 2)] == [25, 25, 10]


def test_a_held_chat_waits_alone() -> None:
    pace = Pace()
    pace.hold("ayse", 130.0)
    pace.hold("ayse", 120.0)
    assert sent(pace, ["mehmet", "ayse"]) == [0, 30]


def test_when_all_are_held_all_wait() -> None:
    pace = Pace()
    pace.hold_all(105.0)
    assert sent(pace, ["mehmet", "ayse"]) == [5, 5]


def test_old_chats_are_forgotten() -> None:
    pace = Pace()
    for n in range(3000):
        pace.note(str(n), False, n * 1.0)
    assert len(pace._chats) < 1100
