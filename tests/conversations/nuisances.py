"""What people send that no question hoped for."""

from collections.abc import Callable
from dataclasses import dataclass

from conversations.messages import Contact, Edited, Press, Text, Unreadable, What
from tests.conversations.world import Button, World


@dataclass(frozen=True)
class Nuisance:
    """`sent` is what comes in, given the buttons of the question; `may_answer` when it may be taken for an answer."""

    sent: Callable[[World, str, list[Button]], What]
    may_answer: bool = False
    leaves: bool = False
    """Whether it ends the conversation, or takes a step back in it."""
    twice: bool = False


def text(words: str, **how: bool) -> Nuisance:
    return Nuisance(lambda world, who, buttons: Text(words), **how)


def press(about: str, value: str, revision: int = 0) -> Nuisance:
    return Nuisance(lambda world, who, buttons: Press(about, revision, value))


def sent(what: What, **how: bool) -> Nuisance:
    return Nuisance(lambda world, who, buttons: what, **how)


def _asked(world: World, who: str, by: int = 0) -> int:
    return world.person(who).revision + by


def _last_button(world: World, who: str, buttons: list[Button]) -> What:
    return buttons[-1].press if buttons else Press("draft", _asked(world, who), "0")


ANSWERED_BY_WORDS = {
    "nothing at all": text(""),
    "nothing but space": text(" \n\t \u00a0 "),
    "4,096 letters": text("a" * 4096, may_answer=True),
    "4,096 characters of sentences": text(("Sıfır atık konusunda Kartal ile görüşelim. " * 99)[:4096], may_answer=True),
    "4,096 characters of markup": text("<b>&amp;" * 512, may_answer=True),
    "emoji only": text("🙂👍🏽👨‍👩‍👧‍👦🇹🇷", may_answer=True),
    "right-to-left marks": text("\u202e\u2067abc\u202c\u200f", may_answer=True),
    "words from right to left": text("شكرا جزيلا", may_answer=True),
    "zero width": text("\u200b\u200d\ufeff"),
    "markup": text('</b><b>&<a href="x">', may_answer=True),
    "braces": text("{town} {0} %s", may_answer=True),
    "control characters": text("\x00\x07\x1b[31m\x7f", may_answer=True),
    "half a character": text("a\ud83d", may_answer=True),
    "a number of no button": text("37", may_answer=True),
    "the number of the second button": text("2", may_answer=True, leaves=True),
    "a number below any": text("-5", may_answer=True),
    "a number that fits nowhere": text("9" * 400, may_answer=True),
    "digits of another script": text("٢", may_answer=True, leaves=True),
    "a stroke": text("/"),
    "a command that is none": text("/hiçbiri\nxyz"),
    "nonsense": text("qwrtz plmk", may_answer=True),
    "a yes with a but": text("olur da belki sonra bakarız", may_answer=True),
}
ORDERS = {
    "/start": text("/start"),
    "a link of nobody": text("/start " + "x" * 64),
    "/help": text("/yardim"),
    "help in words": text("yardım"),
    "help in capitals": text("YARDIM"),
    "another flow": text("/teklif"),
    "the other flow": text("/ihtiyaç"),
    "status": text("durum"),
    "cancel": text("iptal", leaves=True),
    "back": text("geri", leaves=True),
    "back with a stroke": text("/geri", leaves=True),
    "the other language": text("/en"),
    "the other language in words": text("English please"),
    "the coordinators": text("koordinatör"),
    "my data": text("verilerimi sil"),
}
WITHOUT_WORDS = {
    "a sticker": sent(Unreadable("sticker")),
    "a voice message": sent(Unreadable("voice")),
    "a photo with words": sent(Unreadable("photo", "<b>bu olur mu</b>"), may_answer=True),
    "their own contact": sent(Contact("+90 532 000 00 00", True), may_answer=True),
    "somebody else's contact": sent(Contact("+90 532 000 00 00", False)),
    "an edited message": sent(Edited("Konu değişti")),
}
BUTTONS = {
    "a button of an older question": Nuisance(lambda world, who, buttons: Press("draft", _asked(world, who, -1), "0")),
    "a button of a question to come": Nuisance(lambda world, who, buttons: Press("draft", _asked(world, who, 1), "0")),
    "a button that was never shown": Nuisance(lambda world, who, buttons: Press("draft", _asked(world, who), "99")),
    "a slot that there is not": Nuisance(lambda world, who, buttons: Press("draft", _asked(world, who), "slot:none")),
    "an answer of another kind": Nuisance(lambda world, who, buttons: Press("draft", _asked(world, who), "<b>|;")),
    "the last button twice": Nuisance(_last_button, may_answer=True, leaves=True, twice=True),
    "an unknown button": press("unknown", ""),
    "a button of nothing": press("", ""),
    "a menu that there is not": press("menu", "sudo"),
    "a proposal that there is not": press("proposal:77", "t1796119200"),
    "a proposal of no number": press("proposal:x", "t1796119200"),
    "a proposal beyond counting": press("proposal:" + "9" * 40, "no"),
    "somebody else's proposal": press("proposal:3", "more"),
    "a time beyond counting": press("proposal:1", "t" + "9" * 40),
    "a time that was not proposed": press("proposal:1", "t0"),
    "somebody else's need": press("need:2", "withdraw"),
    "a need below any": press("need:-1", "show"),
    "an offer that there is not": press("offer:99", "withdraw"),
    "a person that there is not": press("person:" + "9" * 40, "confirm"),
    "a person of no number": press("person:x", "confirm"),
    "a meeting that there is not": press("meeting:77", "link"),
    "a meeting of no number": press("meeting:", "link"),
}
NUISANCES = ANSWERED_BY_WORDS | ORDERS | WITHOUT_WORDS | BUTTONS
