"""Updates brought to the bot's own address."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from threading import Thread
from typing import Any

import httpx
import pytest

from bot.local.people import Person
from bot.local.server import LocalTelegram

pytestmark = pytest.mark.road


class Address:
    """A bot's door: notes what is brought and answers as told, 200 otherwise."""

    def __init__(self) -> None:
        self.brought: Queue[tuple[str, str | None]] = Queue()
        self.answers: list[int] = []
        address = self

        class Door(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                update = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                answer = address.answers.pop(0) if address.answers else 200
                said = update["message"]["text"] if "message" in update else update["callback_query"]["data"]
                address.brought.put((said, self.headers["X-Telegram-Bot-Api-Secret-Token"]))
                self.send_response(answer)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self.url = f"http://127.0.0.1:{self.server.server_port}/imece"


@pytest.fixture
def address() -> Iterator[Address]:
    address = Address()
    thread = Thread(target=address.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield address
    address.server.shutdown()
    thread.join()
    address.server.server_close()


def ask(telegram: LocalTelegram, method: str, **sent: Any) -> dict[str, Any]:
    with httpx.Client(trust_env=False) as client:
        return client.post(f"{telegram.url}/bot{telegram.token}/{method}", json=sent).json()


@pytest.fixture
def ayse(telegram: LocalTelegram) -> Person:
    return telegram.person("Ayşe")


def test_what_is_said_is_brought_in_order(telegram: LocalTelegram, ayse: Person, address: Address) -> None:
    ayse.says("bir")
    assert ask(telegram, "setWebhook", url=address.url, secret_token="gizli")["ok"]
    ayse.says("iki")
    assert [address.brought.get(timeout=5) for _ in range(2)] == [("bir", "gizli"), ("iki", "gizli")]
    refused = ask(telegram, "getUpdates")
    assert (refused["error_code"], "webhook is active" in refused["description"]) == (409, True)
    assert ask(telegram, "deleteWebhook")["ok"]
    ayse.says("üç")
    assert ask(telegram, "getUpdates")["result"][-1]["message"]["text"] == "üç"


def test_what_was_refused_is_brought_again_before_the_next(
    telegram: LocalTelegram, ayse: Person, address: Address
) -> None:
    address.answers = [500, 503]
    ask(telegram, "setWebhook", url=address.url)
    ayse.says("bir")
    ayse.says("iki")
    assert [address.brought.get(timeout=5)[0] for _ in range(4)] == ["bir", "bir", "bir", "iki"]
    info = ask(telegram, "getWebhookInfo")["result"]
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"


def test_a_press_may_overtake_a_refused_text(telegram: LocalTelegram, ayse: Person, address: Address) -> None:
    address.answers = [500] * 3
    ask(telegram, "setWebhook", url=address.url)
    said = ayse.says("bir")
    assert address.brought.get(timeout=5)[0] == "bir"
    ayse.press_data(said, "evet")
    brought = [address.brought.get(timeout=5)[0] for _ in range(4)]
    assert brought.index("evet") < len(brought) - 1
    assert ask(telegram, "getWebhookInfo")["result"]["url"] == address.url
