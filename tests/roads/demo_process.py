"""The demo as a user starts it, and a person's phone on its page."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from icalendar import Calendar, Event
from playwright.sync_api import Locator, Page, expect

ROOT = Path(__file__).parents[2]
ANSWERS_WITHIN = 20_000  # ms


@contextmanager
def demo(*options: str, cwd: Path = ROOT) -> Iterator[str]:
    """Its address; at the end it is told to stop, ends well, and nothing it asked for broke the Bot API's rules."""
    command = [sys.executable, str(ROOT / "main.py"), "demo", "--no-browser", *options]
    running = subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, text=True)
    try:
        assert running.stdout
        address = running.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), address
        yield address
        requests = httpx.get(f"{address}local/requests", trust_env=False).json()
        assert [request for request in requests if request["violations"]] == []
        running.terminate()
        assert running.wait(10) == 0
    finally:
        running.kill()
        running.communicate()


class Phone:
    """One phone on the page, by what stands above it."""

    def __init__(self, page: Page, whose: str) -> None:
        self.page = page
        self.shown = page.locator(".phone").filter(has=page.get_by_role("heading", name=whose))

    def tries(self, sentence: str) -> None:
        """Take the sentence to try that has these words, and send it."""
        self.shown.locator(".chip").filter(has_text=sentence).first.click()
        self.shown.locator("textarea").press("Enter")

    def says(self, text: str) -> None:
        self.shown.locator("textarea").fill(text)
        self.shown.locator("textarea").press("Enter")

    def sees(self, text: str) -> Locator:
        """The newest message with this text, waited for."""
        message = self.shown.locator(".message:not(.mine)").filter(has_text=text).last
        expect(message).to_be_visible(timeout=ANSWERS_WITHIN)
        return message

    def presses(self, label: str, under: str) -> None:
        """Press that button of the newest message with this text."""
        self.sees(under).get_by_role("button", name=label).first.click()

    def takes_first_time(self, under: str) -> str:
        """Press the first time of a proposal; its words."""
        button = self.sees(under).locator(".keyboard button").first
        time = button.inner_text()
        button.click()
        return time

    def downloads(self, under: str) -> Event:
        """The only event of the calendar file that came with the newest message with this text."""
        with self.page.expect_download() as coming:
            self.sees(under).locator("a[download]").click()
        calendar = Calendar.from_ical(Path(coming.value.path()).read_bytes())
        (event,) = calendar.events
        return event
