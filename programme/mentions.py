"""Where a running text names municipalities, and which they may be."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from programme import municipality_words as said
from programme.gazetteer import LONGEST_NAME, Name, key_of, likeliest, names, nearest, provinces, words_of
from programme.municipality_list import municipality
from programme.municipality_words import Case
from programme.words import fold

_PIECE = re.compile(r"[^\W_]+")
_SAME_NAME = re.compile(r"[\s.\-–]*")
_SAME_PHRASE = re.compile(r"[\s,/()\-–:.]*")
_UNBROKEN = re.compile(r"[\s.\"”»]*")


@dataclass(frozen=True)
class Mention:
    """A named municipality: `text` is `start:end` (code points) of what was written, its title included.

    `ids` are all it may be, largest first. `cue` is true when something besides the name says that a municipality
    is meant; `case` is how the name stands in its sentence ("Bursa'dan" and "from Bursa": from); `sure` is false
    when the name was a letter off.
    """

    text: str
    start: int
    end: int
    ids: tuple[str, ...]
    cue: bool
    case: Case = ""
    sure: bool = True


@dataclass(frozen=True)
class Piece:
    """A word of the text, folded; `tail` is what follows an apostrophe, `gap` what stands before the next word."""

    word: str
    start: int
    end: int
    tail: str
    gap: str
    capital: bool


@dataclass(frozen=True)
class Named:
    """A stretch of pieces that may name a municipality, before it is weighed."""

    first: int
    last: int  # the piece behind the last one
    name_last: int
    ids: tuple[str, ...]
    risks: frozenset[str]
    case: Case
    municipal: bool = False
    metropolitan: bool = False
    level: str = ""
    placed: bool = False  # its province was said with it
    sure: bool = True
    key: str = ""


def mentions(text: str) -> tuple[Mention, ...]:
    """The municipalities a text names, in its order; everyday words that are names too only where the text says so."""
    return find(text, expected=False)


def find(text: str, expected: bool) -> tuple[Mention, ...]:
    """As `mentions`; `expected` when the text answers the question which municipality it is."""
    pieces = pieces_of(text)
    shouted = not any(character.islower() for character in text)
    found = list(_placed(pieces, list(_named(pieces, expected))))
    kept = [named for named in found if named.ids and _means_it(pieces, named, shouted, expected)]
    return tuple(_mention(text, pieces, named) for named in kept)


def pieces_of(text: str) -> list[Piece]:
    matches = list(_PIECE.finditer(text))
    pieces: list[Piece] = []
    at = 0
    while at < len(matches):
        match = matches[at]
        tail, following = "", at + 1
        if following < len(matches) and text[match.end() : matches[following].start()] in ("'", "’", "‘", "´", "`"):
            tail = fold(matches[following].group())
            following += 1
        end = matches[following - 1].end() if following > at + 1 else match.end()
        gap = text[end : matches[following].start()] if following < len(matches) else text[end:] + "\n"
        word = match.group()
        pieces.append(Piece(fold(word), match.start(), match.end(), tail, gap, word[0].isupper()))
        at = following
    return pieces


def _named(pieces: list[Piece], expected: bool) -> Iterator[Named]:
    at = 0
    while at < len(pieces):
        named = _exact(pieces, at) or _misspelt(pieces, at, expected)
        if named:
            yield named
            at = named.last
        else:
            at += 1


def _exact(pieces: list[Piece], at: int) -> Named | None:
    for count in range(min(LONGEST_NAME, len(pieces) - at), 0, -1):
        run = pieces[at : at + count]
        if any(piece.tail or not _SAME_NAME.fullmatch(piece.gap) for piece in run[:-1]):
            continue
        hit = _look_up(run)
        if hit:
            name, case = hit
            risks = name.risks if count in name.words else name.risks | {"common_word"}
            return _titled(pieces, Named(at, at + count, at + count, name.ids, risks, case, key=name.key))
    return None


def _look_up(run: list[Piece]) -> tuple[Name, Case] | None:
    """The name a run of words is, as it stands or with a suffix glued on."""
    head = key_of(piece.word for piece in run[:-1])
    last = run[-1]
    whole = names().get(head + key_of([last.word]))
    if whole and (not last.tail or said.suffix_case(last.tail) is not None):
        return whole, (said.suffix_case(last.tail) or "") if last.tail else ""
    if last.tail:
        return None
    for length in range(len(last.word) - 1, 2, -1):
        name = names().get(head + key_of([last.word[:length]]))
        if name and len(name.key) >= 4:
            case = said.suffix_case(last.word[length:])
            if case is not None:
                return replace(name, risks=name.risks | _glued_risk(name, last.word[length:])), case
    return None


def _glued_risk(name: Name, suffix: str) -> frozenset[str]:
    return frozenset({"common_word"}) if len(name.key) < 5 or len(suffix) < 2 else frozenset()


def _misspelt(pieces: list[Piece], at: int, expected: bool) -> Named | None:
    """A name a letter off, tried only before a word for municipality or where nothing but a name was expected."""
    for count in (2, 1):
        run = pieces[at : at + count]
        if len(run) < count or any(piece.word in said.NOT_NAMES or said.is_municipal(piece.word) for piece in run):
            continue
        if any(piece.tail or not _SAME_NAME.fullmatch(piece.gap) for piece in run[:-1]):
            continue
        named = _titled(pieces, Named(at, at + count, at + count, (), frozenset(), ""))
        alone = expected and all(
            said.FILLERS.fullmatch(piece.word) or piece.word in said.NOT_NAMES
            for piece in pieces[:at] + pieces[named.last :]
        )
        if not (_names_one(pieces, named) or alone and (count == 1 or len(pieces) == 2)):
            continue
        near = _nearest(run, named)
        if near:
            ids = _fitting(likeliest(id for name in near for id in name.ids), named)
            return replace(named, ids=ids, sure=False, key="", case=named.case)
    return None


def _names_one(pieces: list[Piece], named: Named) -> bool:
    """Whether the title says "the municipality of", not merely "a municipality"."""
    titles = [piece.word for piece in pieces[named.name_last : named.last]]
    bare = {"belediye", "belediyeyle", "belediyeye", "belediyeyi", "belediyeden"}
    return named.municipal and not bare.intersection(titles)


def _nearest(run: list[Piece], named: Named) -> list[Name]:
    key = key_of(piece.word for piece in run)
    near = nearest(key) if named.municipal or len(key) >= 6 else []
    if near or named.municipal:
        return near
    for length in range(len(key) - 1, 5, -1):
        if said.suffix_case(key[length:]) is not None and (stem := nearest(key[:length])):
            return stem
    return []


def _titled(pieces: list[Piece], named: Named) -> Named:
    """The name with the words behind and before it that say what it is: "Büyükşehir Belediyesi", "Municipality of"."""
    at, municipal, metropolitan, level, case = named.last, False, False, "", named.case
    while at < len(pieces) and _UNBROKEN.fullmatch(pieces[at - 1].gap):
        word = pieces[at].word
        if said.is_union(word) and not _lists(pieces, at):
            break
        initials = "".join(piece.word for piece in pieces[at : at + 3])
        if initials == "bsb" and len(word) == 1:
            metropolitan, step = True, 3
        elif said.is_metropolitan(word):
            metropolitan, step = True, 1
        elif said.is_municipal(word):
            municipal, step = True, 1
        elif said.level(word):
            level, step = said.level(word), 1
        else:
            break
        at += step
        tail = pieces[at - 1].tail
        case = (said.suffix_case(tail) or "") if tail else said.title_case(pieces[at - 1].word)
        if tail or municipal:
            break
    if level in ("city", "province") and not municipal and not metropolitan:
        at, level, case = named.last, "", named.case
    return _prefixed(
        pieces,
        replace(named, last=at, municipal=municipal or metropolitan, metropolitan=metropolitan, level=level, case=case),
    )


def _lists(pieces: list[Piece], at: int) -> bool:
    """Whether "belleri/belediyeleri" sums up municipalities listed before it rather than opening a union's name."""
    return pieces[at].word.startswith("belediyeleri") and not (
        at + 1 < len(pieces) and pieces[at + 1].word.startswith("birli")
    )


def _prefixed(pieces: list[Piece], named: Named) -> Named:
    """The name with the title before it: "Municipality of", "Comune di", "Stadt"."""
    first = named.first
    while first and pieces[first - 1].word in said.OF and not pieces[first - 1].tail:
        first -= 1
    if not first or pieces[named.first].word in said.OF:
        return named
    title, linked = pieces[first - 1], first < named.first
    if title.word not in (said.TITLES_BEFORE_OF if linked else said.TITLES_RIGHT_BEFORE):
        if not (linked and said.is_municipal(title.word)):
            return named
    if not all(_SAME_NAME.fullmatch(piece.gap) for piece in pieces[first - 1 : named.first]):
        return named
    first -= 1
    metropolitan = False
    while first and (pieces[first - 1].word == "camara" or said.is_metropolitan(pieces[first - 1].word)):
        first -= 1
        metropolitan = metropolitan or pieces[first].word != "camara"
    return replace(named, first=first, municipal=True, metropolitan=named.metropolitan or metropolitan)


def _placed(pieces: list[Piece], found: list[Named]) -> Iterator[Named]:
    """Province and district said together become one: "Bursa'nın Osmangazi ilçesi", "Ereğli / Zonguldak"."""
    at = 0
    while at < len(found):
        named = found[at]
        following = found[at + 1] if at + 1 < len(found) else None
        if following and _adjacent(pieces, named, following):
            inside = _inside(following, named)
            if inside and not named.municipal:
                yield replace(following, first=following.first if named.case else named.first, ids=inside, placed=True)
                at += 2
                continue
            inside = _inside(named, following)
            if inside and not following.municipal:
                yield replace(named, ids=inside, placed=True)
                at += 2
                continue
        if not _unknown_part_follows(pieces, named):
            yield replace(named, ids=_fitting(likeliest(named.ids), named))
        at += 1


def _adjacent(pieces: list[Piece], named: Named, following: Named) -> bool:
    between = pieces[named.last - 1 : following.first]
    linking = all(said.level(piece.word) or piece.word in ("in", "nin", "merkez", "bagli") for piece in between[1:])
    return linking and all(_SAME_PHRASE.fullmatch(piece.gap) for piece in between)


def _inside(named: Named, around: Named) -> tuple[str, ...]:
    """Those of `named` that lie in the province or district called `around`."""
    province = provinces().get(around.key)
    keep = []
    for id in named.ids:
        place = municipality(id)
        if place.country != "TR" or place.kind in ("metropolitan", "provincial"):
            continue
        if province and key_of(words_of(place.province)) == province:
            keep.append(id)
        elif place.kind == "town" and around.key and key_of(words_of(place.district)) == around.key:
            keep.append(id)
    return likeliest(keep) if keep else ()


def _fitting(ids: tuple[str, ...], named: Named) -> tuple[str, ...]:
    """Those of the kind the title says, all when none is."""
    kinds: Iterable[str] = ()
    if named.metropolitan:
        kinds = ("metropolitan", "city")
    elif named.level == "town":
        kinds = ("town",)
    elif named.level == "district":
        kinds = ("district", "metropolitan district")
    fitting = tuple(id for id in ids if municipality(id).kind in kinds)
    return fitting or ids


def _unknown_part_follows(pieces: list[Piece], named: Named) -> bool:
    """Whether the name only says where an unknown municipality lies: "Ankara Filanca Belediyesi"."""
    if named.municipal or named.level or named.last + 1 >= len(pieces) or named.case not in ("", "of"):
        return False
    unknown, title = pieces[named.last], pieces[named.last + 1]
    joined = _UNBROKEN.fullmatch(pieces[named.last - 1].gap) and _UNBROKEN.fullmatch(unknown.gap)
    return bool(joined) and unknown.capital and not unknown.tail and title.word.startswith("belediyesi")


def _means_it(pieces: list[Piece], named: Named, shouted: bool, expected: bool) -> bool:
    if not named.municipal and _is_something_else(pieces, named):
        return False
    if named.municipal or named.placed or named.level:
        return True
    abroad = all(municipality(id).country != "TR" for id in named.ids)
    if not named.risks and not abroad:
        return True
    if expected and _alone(pieces, named):
        return True
    capital = pieces[named.first].capital and not shouted
    if abroad and not named.risks:
        return capital and len(named.key) >= 4
    if not capital or "weekday_or_month" in named.risks:
        return False
    apostrophe = bool(pieces[named.name_last - 1].tail)
    preposition = bool(named.first) and pieces[named.first - 1].word in ("from", "in", "at", "to", "with")
    return (apostrophe and named.case in ("from", "in")) or preposition


def _alone(pieces: list[Piece], named: Named) -> bool:
    rest = pieces[: named.first] + pieces[named.last :]
    return all(said.FILLERS.fullmatch(piece.word) for piece in rest)


def _is_something_else(pieces: list[Piece], named: Named) -> bool:
    """Whether the name only begins the name of something else, or is a person's."""
    before = pieces[max(0, named.first - 4) : named.first]
    if before and (said.is_title_before(before[-1].word)):
        return True
    if before and before[-1].word in ("in", "of") and any(said.is_institution(piece.word) for piece in before):
        return True
    if named.case not in ("", "of") or named.level:
        return False
    for place in range(named.last, min(named.last + 4, len(pieces))):
        if not _UNBROKEN.fullmatch(pieces[place - 1].gap):
            return False
        word = pieces[place].word
        if said.is_institution(word) or said.is_union(word) or said.is_title_after(word):
            return True
        if pieces[place].tail:
            return False
    return False


def _mention(text: str, pieces: list[Piece], named: Named) -> Mention:
    start, end = pieces[named.first].start, pieces[named.last - 1].end
    cue = named.municipal or named.case == "from"
    case = named.case
    if not case and named.first:
        before = pieces[named.first - 1].word
        case = said.PREPOSITIONS.get(before, "")
    if not case and named.last < len(pieces) and pieces[named.last].word == "ile":
        case = "with"
    return Mention(text[start:end], start, end, named.ids, cue or case == "from", case, named.sure)
