"""Plays a story against the whole bot and writes down what was said, so that coordinators can write tests.

How to write a transcript
-------------------------
A story is a text file in two languages, `<flow>/<story>.tr.txt` and `<flow>/<story>.en.txt`. Its head says what it is
about and who is there; an expert's line holds name, municipality, topics, format, languages, meetings a month and
perhaps an e-mail address, between middle dots:

    Story: Two sides agree on a time.
    People: Ayşe, Mehmet (tr)
    Expert: Defne · Osmangazi · composting, zero waste · online · English, Turkish · 2 · defne@osmangazi.example
    Setting: answer_days = 3
    Date: 2026-11-23 09:40

Then people write and press, and things happen:

    Ayşe: We are looking for a municipality experienced in composting.
    Ayşe → [Yes, look]
    Zeynep → Coordinators [Confirm]
    (two days pass)                     (it is 2026-12-01 09:00)
    (the bot restarts)                  (the message arrives twice)
    (the bot is away for two days)
    (Ayşe presses [Yes, look] twice)    (Ayşe presses the old [Yes, look])
    (Ayşe sends a sticker)              (Ayşe edits their last message: In November)
    (Zeynep opens the invitation link)  (Ayşe blocks the bot)
    (Ayşe writes 60 times in a row: status)

In Turkish: Öykü, Kişiler, Uzman, Ayar, Tarih; (iki gün geçer), (tarih: 2026-12-01 09:00), (bot yeniden başlar), (bot
iki gün kapalı kalır), (mesaj iki kez gelir), (Ayşe [Evet, ara] düğmesine iki kez basar), (Ayşe eski [Evet, ara]
düğmesine basar), (Ayşe çıkartma gönderir), (Ayşe son mesajını düzeltir: …), (Zeynep davet bağlantısını açar), (Ayşe
botu engeller), (Ayşe peş peşe 60 kez yazar: durum).

What the bot says stands under each line: `Bot:` to whoever just wrote, `Bot → Mehmet:` to somebody else, with the
hour when it comes by itself; `Bot ✎` changes a message in place (`…` is what stood there), `[ ]` are buttons, 📎 is a
file, `Name ↗` opens a chat with them, `⌫ 7` takes back seven messages. Write the people's lines, let

    python -m tests.transcripts.player tests/transcripts/<flow>/<story>.en.txt

print the whole, read it aloud, and only then save it. The test compares and never writes. After a change of wording
that many stories show, `--into some/folder` before their names writes how they go now there, for `diff -r`.

Unless the head says otherwise (`-` empties a setting) people need no confirming and meetings get a link. Everybody's
telephone speaks the story's language unless the other stands in brackets. A line takes a minute.
"""

import sys
import tempfile
from pathlib import Path

from conversations.messages import Contact, Edited, Reached, Text, Unreadable
from storage.database import migrate
from tests.transcripts.stage import Stage
from tests.transcripts.steps import (
    Away,
    Becomes,
    Blocks,
    ComesAgain,
    Edits,
    Floods,
    Invited,
    Passes,
    Presses,
    Restarts,
    Sends,
    Step,
    Writes,
)
from tests.transcripts.story import read_story


def play(path: Path, url: str) -> str:
    """The story as it goes today, on the empty, migrated database of this URL, which is used up by it."""
    story = read_story(path)
    stage = Stage(story, url)
    parts = ["\n".join(story.head)]
    try:
        for written, step in story.steps:
            stage.said = []
            _do(stage, step)
            parts.append("\n".join([written.replace("\n", "\n  "), *stage.said]))
    finally:
        stage.close()
    return "\n\n".join(part for part in parts if part) + "\n"


def _do(stage: Stage, step: Step) -> None:
    match step:
        case Writes():
            stage.does(step.who, Text(step.text), step.group)
        case Floods():
            stage.floods(step.who, Text(step.text), step.times)
        case Presses():
            stage.press(step.who, step.label, group=step.group, old=step.old, times=2 if step.twice else 1)
        case Sends(kind="contact"):
            stage.does(step.who, Contact(step.words, own=True))
        case Sends():
            stage.does(step.who, Unreadable(step.kind, step.words))
        case Edits():
            stage.does(step.who, Edited(step.text))
        case Invited():
            stage.opens_invitation(step.who, Text)
        case Blocks():
            stage.does(step.who, Reached(reachable=False))
        case Passes():
            stage.wait(stage.now + step.time)
        case Away():
            stage.away(step.time)
        case Becomes():
            stage.wait(step.moment)
        case Restarts():
            stage.restart()
        case ComesAgain():
            stage.again()


def main(arguments: list[str]) -> None:
    into = Path(arguments[1]) if arguments[:1] == ["--into"] else None
    for name in arguments[2:] if into else arguments:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{folder}/story.db"
            migrate(url)
            try:
                told = play(Path(name), url)
            except ValueError as error:
                print(f"{name}: {error}", file=sys.stderr)
                continue
        if into is None:
            print(told, end="")
            continue
        kept = into / Path(name).parent.name / Path(name).name
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
