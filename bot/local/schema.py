"""Every request is held against the Bot API's own schema, compiled once from bot_api.json.

The file says for each method and type which fields there are and of which types; a "!" marks the required ones.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.local.checks import Check, Violation, array_of, missing, one_of, read_value, simple, with_limits
from bot.local.keyboards import keyboard_faults
from bot.local.limits import EITHER

Fields = dict[str, Any]
NOTHING = (None, "")


@dataclass(frozen=True)
class Field:
    types: tuple[str, ...]
    required: bool
    check: Check


class Schema:
    def __init__(self, api: Fields) -> None:
        self._types: Fields = api["types"]
        self._checks: dict[str, Check] = {}
        self.update_kinds = frozenset(api["update_kinds"])
        self.methods = {
            name.lower(): (name, {field: self._field(name, field, spec) for field, spec in fields.items()})
            for name, fields in api["methods"].items()
        }

    def check(self, method: str, sent: Fields, files: Iterable[str] = ()) -> tuple[Fields, list[Violation]]:
        """The parameters with their values read from form text, and everything wrong with them.

        `files` are the names of the parts that carry files.
        """
        name, fields = self.methods[method.lower()]
        read = {key: read_value(value, fields[key].types) for key, value in sent.items() if key in fields}
        given = {key for key, value in read.items() if value not in NOTHING}
        wrong = [Violation(f"{name}.{key}", "unknown parameter") for key in sent if key not in fields]
        present = given | set(files)
        for key, field in fields.items():
            if field.required and key not in present:
                wrong.append(Violation(f"{name}.{key}", "missing", missing(key)))
            elif key in given and key not in files:
                wrong.extend(field.check(read[key], f"{name}.{key}"))
        if name in EITHER and not any(way <= given for way in EITHER[name]):
            wrong.append(Violation(name, "no message named", "message identifier is not specified"))
        if isinstance(kinds := read.get("allowed_updates"), list):
            unknown = [kind for kind in kinds if kind not in self.update_kinds]
            wrong += [Violation(f"{name}.allowed_updates", f"unknown kind {kind!r}") for kind in unknown]
        return {key: read[key] for key in given}, wrong

    def _field(self, owner: str, name: str, spec: list[str]) -> Field:
        types = tuple(kind for kind in spec if kind != "!")
        return Field(types, "!" in spec, with_limits(self._any_of(types), owner, name))

    def _any_of(self, types: tuple[str, ...]) -> Check:
        """Whatever one of the types allows; else what is wrong by the type that was most likely meant."""
        if len(types) == 1:
            return self._type(types[0])
        checks = [(self._type(kind), self._required(kind)) for kind in types]

        def check(value: Any, where: str) -> Iterable[Violation]:
            keys = value.keys() if isinstance(value, dict) else ()
            readings = []
            for each, required in checks:
                wrong = list(each(value, where))
                if not wrong:
                    return ()
                readings.append((len(required.difference(keys)), len(wrong), wrong))
            return min(readings, key=lambda reading: reading[:2])[2]

        return check

    def _required(self, kind: str) -> frozenset[str]:
        fields = self._types.get(kind, {}).get("fields", {})
        return frozenset(name for name, spec in fields.items() if "!" in spec)

    def _type(self, kind: str) -> Check:
        if kind not in self._checks:
            # A type may contain itself: let it find its own check when it is asked.
            self._checks[kind] = lambda value, where: self._checks[kind](value, where)
            self._checks[kind] = self._compile(kind)
        return self._checks[kind]

    def _compile(self, kind: str) -> Check:
        if kind.startswith("Array of "):
            return array_of(self._any_of((kind.removeprefix("Array of "),)))
        if kind.startswith("="):
            return one_of([kind.removeprefix("=")])
        spec = self._types.get(kind)
        if spec is None or kind == "InputFile":
            return simple(kind)
        if "enum" in spec:
            return one_of(spec["enum"])
        if "one_of" in spec:
            return self._any_of(tuple(spec["one_of"]))
        return self._object(kind, spec["fields"])

    def _object(self, kind: str, specs: dict[str, list[str]]) -> Check:
        fields = {name: self._field(kind, name, spec) for name, spec in specs.items()}
        required = self._required(kind)

        def check(value: Any, where: str) -> Iterable[Violation]:
            if kind == "KeyboardButton" and isinstance(value, str):
                return
            if not isinstance(value, dict):
                yield Violation(where, f"no {kind}", f"can't parse {kind} JSON object")
                return
            for name in required:
                if value.get(name) is None:
                    yield Violation(f"{where}.{name}", "missing", f"can't parse {kind}: field {name} is missing")
            for name, inner in value.items():
                if name not in fields:
                    yield Violation(f"{where}.{name}", f"not a field of {kind}")
                elif inner is not None:
                    yield from fields[name].check(inner, f"{where}.{name}")
            for what, refusal in keyboard_faults(kind, value):
                yield Violation(where, what, refusal)

        return check


@cache
def schema() -> Schema:
    return Schema(json.loads(Path(__file__).with_name("bot_api.json").read_text(encoding="utf-8")))
