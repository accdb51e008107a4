"""Values → fields of the wanted types; each mistake is reported once, at its place, and reading goes on."""

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from book.diagnostics import Code, Place, Report
from book.diagnostics.suggesting import nearest
from book.languages import MESSAGES, languages, profile
from book.model.address import Address
from book.model.language import Language
from book.model.localized import Localized
from book.model.span import LineRange
from book.specs.yaml_values import Mapping, Scalar, Sequence, Value

T = TypeVar("T")

_NULL = ("", "~", "null", "Null", "NULL")
"""How YAML 1.1 writes that there is nothing."""
_RANGE = re.compile(r"\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?")


@dataclass(frozen=True, slots=True)
class Reference:
    """The address of a section, where an editor wrote it."""

    address: Address
    place: Place


class Fields:
    """The keys of one mapping, taken one by one."""

    def __init__(
        self, value: Value, what: str, known: Iterable[str], report: Report, printed: tuple[Language, ...] = ()
    ) -> None:
        """Read ``value`` as the mapping of ``what``; unknown keys, and a value that is none, are reported.

        ``printed`` are the languages that the book's editions print: in these, and in no others, texts are asked for.
        """
        self.what = what
        self.report = report
        self.printed = printed
        self.place = value.place
        self.doubtful: set[str] = set()
        """Keys that a mistake already reported may hide: they are not reported as missing too."""
        known = tuple(known)
        if isinstance(value, Mapping):
            self.mapping = value
        else:
            self.mapping = Mapping((), value.place)
            self.error(
                Code.WRONG_TYPE,
                f"{what} must be a mapping of keys and values",
                value.place,
                f"its keys are {_list(known)}",
            )
            self.doubtful = set(known)
        for key, _ in self.mapping.entries:
            if known and key.text not in known:
                hint = nearest(key.text, known) or f"the keys here are {_list(known)}"
                self.doubtful |= set(difflib.get_close_matches(key.text, known, 1, 0.6))
                self.error(Code.UNKNOWN_KEY, f"{what} has no key '{key.text}'", key.place, hint)

    def within(self, value: Value, what: str, known: Iterable[str]) -> "Fields":
        """The keys of a mapping inside this one."""
        return Fields(value, what, known, self.report, self.printed)

    def error(self, code: Code, message: str, place: Place, hint: str = "") -> None:
        """Report a mistake."""
        self.report.error(code, message, place, hint)

    def get(self, key: str, *, required: bool = False) -> Value | None:
        """The value of a key; a required one that is missing is reported."""
        value = self.mapping.get(key)
        if value is None or (isinstance(value, Scalar) and value.is_plain and value.text in _NULL):
            if required and key not in self.doubtful:
                place = value.place if value else self.place
                self.error(Code.MISSING_KEY, f"{self.what} needs '{key}'", place, f"add '{key}:'")
            return None
        return value

    def scalar(self, key: str, *, required: bool = False) -> Scalar | None:
        """The text of a key, with its place."""
        value = self.get(key, required=required)
        return None if value is None else self.as_scalar(value, f"'{key}'")

    def as_scalar(self, value: Value, what: str) -> Scalar | None:
        """A value that must be a text."""
        if isinstance(value, Scalar):
            if value.text.strip():
                return value
            self.error(Code.BAD_VALUE, f"{what} is empty", value.place, "write its text")
            return None
        self.error(Code.WRONG_TYPE, f"{what} must be a text, not {_type(value)}", value.place, "write one text")
        return None

    def sequence(self, key: str, *, required: bool = False) -> tuple[Value, ...]:
        """The items of a list."""
        value = self.get(key, required=required)
        if value is None:
            return ()
        if isinstance(value, Sequence):
            return value.items
        self.error(
            Code.WRONG_TYPE, f"'{key}' must be a list, not {_type(value)}", value.place, "begin each entry with '- '"
        )
        return ()

    def mapping_of(self, key: str, *, required: bool = False) -> tuple[tuple[Scalar, Value], ...]:
        """The entries of a mapping whose keys the user chooses."""
        value = self.get(key, required=required)
        if value is None:
            return ()
        if isinstance(value, Mapping):
            return value.entries
        hint = "write an entry as 'key: value'"
        self.error(Code.WRONG_TYPE, f"'{key}' must be a mapping, not {_type(value)}", value.place, hint)
        return ()

    def choice(self, key: str, choices: dict[str, T], code: Code, *, required: bool = False) -> T | None:
        """The text of a key as one of the choices."""
        scalar = self.scalar(key, required=required)
        return None if scalar is None else self.as_choice(scalar, key, choices, code)

    def as_choice(self, scalar: Scalar, what: str, choices: dict[str, T], code: Code) -> T | None:
        """A text as one of the choices."""
        if scalar.text in choices:
            return choices[scalar.text]
        hint = nearest(scalar.text, choices) or f"choose from {_list(choices)}"
        self.error(code, f"there is no {what} '{scalar.text}'", scalar.place, hint)
        return None

    def localized(self, key: str, *, required: bool = False) -> Localized | None:
        """A text in several languages."""
        value = self.get(key, required=required)
        return None if value is None else self.as_localized(value, f"'{key}'")

    def as_localized(self, value: Value, what: str) -> Localized | None:
        """A value that must be a text in several languages."""
        if not isinstance(value, Mapping):
            self.error(
                Code.WRONG_TYPE, f"{what} must give its text in each language", value.place, "write {zh-Hans: …, en: …}"
            )
            return None
        return self.within(value, what, languages()).in_languages()

    def in_languages(self) -> Localized:
        """The keys that are tags of languages, as one text; a language that the book prints must be among them."""
        texts = {tag: scalar.text.strip() for tag in self._tags() if (scalar := self.scalar(tag))}
        said = {tag.tongue for tag in self._tags() if self.get(tag)} | {Language(tag).tongue for tag in self.doubtful}
        for language in self._needed():
            if language.tongue not in said:
                name = profile(MESSAGES).name_of(language)
                hint = f"add '{language}: …'"
                self.error(Code.MISSING_LANGUAGE, f"{self.what} is missing in {name}", self.place, hint)
        return Localized.of(texts)

    def _needed(self) -> tuple[Language, ...]:
        """One of the printed languages for each tongue: its other scripts are converted."""
        return tuple({language.tongue: language for language in reversed(self.printed)}.values())[::-1]

    def _tags(self) -> tuple[Language, ...]:
        """The languages among its keys, in their order."""
        return tuple(Language(key.text) for key, _ in self.mapping.entries if key.text in languages())

    def in_each(self, text: str) -> Localized:
        """A text written once → the same for each language that the book prints, other scripts of it converted."""
        return Localized.of(dict.fromkeys(self._needed(), text))

    def addresses(self, key: str, *, required: bool = False) -> tuple[Reference, ...]:
        """One address of a section, or a list of them."""
        value = self.get(key, required=required)
        items = value.items if isinstance(value, Sequence) else () if value is None else (value,)
        return each(items, lambda item: self.as_address(item, f"'{key}'"))

    def as_address(self, value: Value, what: str) -> Reference | None:
        """A value that must be the address of a section."""
        scalar = self.as_scalar(value, what)
        if scalar is None:
            return None
        try:
            return Reference(Address.parse(scalar.text), scalar.place)
        except ValueError as error:
            self.error(Code.BAD_VALUE, str(error), scalar.place, "write for example summary#41:08")
            return None

    def ranges(self, key: str) -> tuple[tuple[LineRange, Place], ...]:
        """``1-3``, ``2``, ``1, 3-4`` or a list of those → ranges of numbers from 1."""
        value = self.get(key)
        items = value.items if isinstance(value, Sequence) else (value,) if value is not None else ()
        result = []
        for item in items:
            scalar = self.as_scalar(item, f"'{key}'")
            for part in scalar.text.split(",") if scalar else ():
                assert scalar is not None
                found = _RANGE.fullmatch(part)
                first = int(found.group(1)) if found else 0
                last = int(found.group(2) or first) if found else 0
                if not found or first < 1 or last < first:
                    self.error(
                        Code.BAD_VALUE, f"'{part.strip()}' is not a range of numbers", scalar.place, "write 2 or 1-3"
                    )
                else:
                    result.append((LineRange(first, last), scalar.place))
        return tuple(result)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """``true`` or ``false``, ``yes`` or ``no``; the default where neither is written."""
        chosen = self.choice(key, {"true": True, "yes": True, "false": False, "no": False}, Code.BAD_VALUE)
        return default if chosen is None else chosen


def each(items: Iterable[Value], read: Callable[[Value], T | None]) -> tuple[T, ...]:
    """The items that could be read."""
    return tuple(result for item in items if (result := read(item)) is not None)


def _list(words: Iterable[str]) -> str:
    return ", ".join(words)


def _type(value: Value) -> str:
    match value:
        case Scalar():
            return "a text"
        case Sequence():
            return "a list"
        case Mapping():
            return "a mapping"
