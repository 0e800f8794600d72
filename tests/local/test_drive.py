"""The drive API as the phones page and other tests use it."""

import pytest

from bot.local import phones
from bot.local.chats import Account
from tests.local.bots import BareBot


def test_the_state_shows_everything_there_is(bot: BareBot) -> None:
    someone = {"first_name": "Ayşe", "last_name": "Örnek", "title": "Nilüfer, çevre", "chips": ["Merhaba"]}
    person = bot.http("POST", "/local/people", json=someone).json()
    group = bot.http("POST", "/local/chats", json={"title": "Koordinatörler", "members": [person["id"]]}).json()
    bot.result("sendMessage", chat_id=person["id"], text="Hoş geldiniz")
    state = bot.http("GET", "/local/state").json()
    assert state["bot"] == {"id": 7_000_000_001, "first_name": "İmece", "username": "imece_bot"}
    assert state["people"] == [person]
    assert person["language_code"] == "tr"
    assert [chat["id"] for chat in state["chats"]] == [person["id"], group["id"]]
    assert state["chats"][0]["messages"][0]["text"] == "Hoş geldiniz"
    assert state["n"] == 1


def test_a_person_changes_name_and_language(bot: BareBot, ayse: Account) -> None:
    change = {"id": ayse.id, "first_name": "Ayşe Nur", "language_code": None}
    assert bot.http("POST", "/local/people", json=change).json()["last_name"] == "Örnek"
    message = phones.say(bot.platform, ayse.id, ayse.id, "merhaba")
    assert message["from"]["first_name"] == "Ayşe Nur"
    assert "language_code" not in message["from"]


def test_events_are_numbered_and_fetched_from_any_number(bot: BareBot, ayse: Account) -> None:
    bot.result("sendChatAction", chat_id=ayse.id, action="typing")
    bot.result("sendMessage", chat_id=ayse.id, text="a")
    events = bot.http("GET", "/local/events.json?after=0").json()
    assert [(event["n"], event["kind"], event["chat"]) for event in events] == [
        (1, "typing", ayse.id),
        (2, "message", ayse.id),
    ]
    assert bot.http("GET", "/local/events.json?after=1").json() == events[1:]
    assert bot.http("GET", "/local/events.json?after=2&wait=0.01").json() == []


def test_a_file_is_downloaded_and_never_shown(bot: BareBot, ayse: Account) -> None:
    files = {"document": ("görüşme.html", b"<script>", "text/html")}
    sent = bot.asks("sendDocument", files=files, chat_id=ayse.id)["result"]["document"]
    answer = bot.http("GET", f"/local/files/{sent['file_id']}/any")
    assert answer.content == b"<script>"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''g%C3%B6r%C3%BC%C5%9Fme.html"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert bot.http("GET", "/local/files/none/any").status_code == 404


def test_requests_can_be_looked_back_on(bot: BareBot, ayse: Account) -> None:
    bot.asks("sendMessage", chat_id=ayse.id, text="", txt="a")
    (request,) = bot.http("GET", "/local/requests").json()
    assert request == {
        "method": "sendMessage",
        "chat": ayse.id,
        "violations": ["sendMessage.txt: unknown parameter", "sendMessage.text: missing"],
        "status": 400,
        "at": bot.platform.now(),
    }


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "imece.example"},
        {"host": "127.0.0.1.example:80"},
        {"origin": "http://imece.example"},
        {"origin": "null"},
    ],
)
def test_a_web_page_elsewhere_cannot_drive_it(bot: BareBot, headers: dict[str, str]) -> None:
    for verb, path in (("GET", "/local/state"), ("POST", "/local/people"), ("GET", "/")):
        assert bot.http(verb, path, headers=headers).status_code == 403


def test_a_link_elsewhere_may_lead_to_the_page_and_no_further(bot: BareBot) -> None:
    followed = {"sec-fetch-site": "cross-site"}
    paths = ("/", "/local/state", f"/bot{bot.platform.token}/getMe")
    assert [bot.http("GET", path, headers=followed).status_code for path in paths] == [200, 403, 403]
    assert bot.http("GET", "/", headers=followed).headers["x-frame-options"] == "DENY"


def test_what_cannot_be_done_is_said(bot: BareBot) -> None:
    wrong = [
        ("send", {}),
        ("press", {"chat": 1}),
        ("people", {"colour": 1}),
        ("faults", {"how": "oddly"}),
        ("kick", {"chat": 1}),
    ]
    for path, asked in wrong:
        answer = bot.http("POST", f"/local/{path}", json=asked)
        assert (answer.status_code, list(answer.json())) == (400, ["error"])
