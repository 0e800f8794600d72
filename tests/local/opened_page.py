"""The phones page in a real Chromium, and a bot that answers on it line by line over HTTP."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from bot.local.server import LocalTelegram

WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 390, "height": 844}


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, address: str, *, wait_for: str = ".phone", **context: Any) -> Iterator[Page]:
    """The page as a visitor has it; afterwards nothing may have failed or come from elsewhere."""
    visit = browser.new_context(**{"viewport": WIDE, "locale": "en-GB", **context})
    page = visit.new_page()
    troubles: list[str] = []
    page.on("console", lambda said: troubles.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    origin = address.split("/?")[0]
    page.on("request", lambda asked: None if asked.url.startswith(origin) else troubles.append(asked.url))
    page.goto(address)
    page.locator(wait_for).first.wait_for()
    yield page
    visit.close()
    assert troubles == []


def phone(page: Page, chat: int) -> Locator:
    return page.locator(f'[data-chat="{chat}"]')


class ScriptedBot:
    """Does over the real Bot API what the test tells it, one step at a time."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self.line = httpx.Client(base_url=f"{telegram.url}/bot{telegram.token}/", trust_env=False, timeout=30)
        self.heard = 0

    def does(self, method: str, **parameters: Any) -> Any:
        return result_of(self.line.post(method, json=parameters))

    def says(self, chat: int, text: str, *rows: list[tuple[str, str]], **more: Any) -> Any:
        """Send a message; each row holds buttons as (words, data)."""
        if rows:
            more["reply_markup"] = keyboard(*rows)
        return self.does("sendMessage", chat_id=chat, text=text, **more)

    def sends_file(self, chat: int, name: str, content: bytes, **more: Any) -> Any:
        files = {"document": (name, content)}
        return result_of(self.line.post("sendDocument", data={"chat_id": chat, **more}, files=files))

    def hears(self) -> dict[str, Any]:
        """The next update, waited for."""
        (update, *_) = self.does("getUpdates", offset=self.heard + 1, timeout=20, limit=1)
        self.heard = update["update_id"]
        return update


def result_of(response: httpx.Response) -> Any:
    answer = response.json()
    assert answer["ok"], answer
    return answer["result"]


def keyboard(*rows: list[tuple[str, str]]) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": words, "callback_data": data} for words, data in row] for row in rows]}


@contextmanager
def scripted(telegram: LocalTelegram) -> Iterator[ScriptedBot]:
    bot = ScriptedBot(telegram)
    with bot.line:
        yield bot
