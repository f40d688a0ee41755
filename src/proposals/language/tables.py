"""A language as a value: the wording of everything, as the files of its folder have it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

import attrs

from proposals.documents.heads import Headed
from proposals.errors import InvalidValueError
from proposals.language.clauses import Clause, Forms, Templates
from proposals.language.templates import Template
from proposals.strings import pointed
from proposals.validation import Validated
from proposals.vocabulary import Modality, Stance
from proposals.words import Word

_Entry = TypeVar("_Entry")
_PLACE: Final = re.compile(r"\{([a-z.]+)\}")
OTHER: Final = "other"
"""The number of what is neither one nor of another number that the language tells apart."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Grammar(Validated):
    """What differs from language to language in putting words together.

    ``plurals`` has for each number that the language tells apart (``one``) the pattern of the digits that take it,
    whatever fits none is ``other``. ``between``, ``last`` and ``either`` join a list: commas, *and*, *or*. ``derived``
    makes a form of a name or a verb that is not written (``possessive``) from the usual one: what the first pattern
    that fits has found is replaced. ``agreeing`` are words that follow the number of a list (``its``: its, their).
    ``alone`` are forms that only a single name takes. ``several`` are patterns of names that mean more than
    one, where nothing states their number.
    """

    plurals: Mapping[str, re.Pattern[str]]
    between: str
    last: str
    either: str
    derived: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]
    agreeing: Mapping[str, Forms]
    alone: frozenset[str]
    several: tuple[re.Pattern[str], ...] = ()

    def number(self, digits: str) -> str:
        """Which number a count takes.

        Args:
            digits: The count, as it is written.

        Returns:
            ``one`` or ``other`` in English.
        """
        return next((name for name, pattern in self.plurals.items() if pattern.fullmatch(digits)), OTHER)

    def derive(self, form: str, name: str) -> str | None:
        """The form of a name by rule.

        Args:
            form: The form that is asked for, such as ``possessive``.
            name: The name.

        Returns:
            The form; ``None`` where there is no rule for it.
        """
        rules = self.derived.get(form, ())
        return next((fits.sub(made, name, count=1) for fits, made in rules if fits.search(name)), None)

    def listed(self, items: Iterable[str]) -> str:
        """Several words as the language lists them.

        Args:
            items: The words.

        Returns:
            A text such as ``a, b and c``; empty without words.
        """
        *before, last = [*items] or [""]
        return f"{self.between.join(before)}{self.last}{last}" if before else last


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Modal(Validated):
    """How strongly a sentence binds: what stands for ``{would}`` and ``{would-not}``, and the frame around it all.

    In a language whose verbs change, what stands there has places for forms that derive from the verb in the template:
    ``{should} {infinitive}``; ``{verb}`` is the verb itself.
    """

    would: str
    would_not: str
    frame: Template

    def says(self, verb: str, grammar: Grammar, *, negated: bool = False) -> str:
        """What stands for ``{would}`` or ``{would-not}``, with a verb.

        Args:
            verb: The verb.
            grammar: The rules of the language.
            negated: Whether it stands for ``{would-not}``.

        Returns:
            The text; empty where there is none.
        """
        forms = {"verb": verb}
        return _PLACE.sub(
            lambda found: forms.get(found[1]) or grammar.derive(found[1], verb) or found[0],
            self.would_not if negated else self.would,
        )


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Language(Validated):
    """The wording of one language.

    ``code`` is that of ISO 639-1, ``called`` what the language is called in it. ``clauses`` are by kind, ``words`` by
    the name of the list and the word, ``records`` by the name of the record and its leading word or a form, ``names``
    by the id of the actor or place; ``others`` are the further members of an open list. ``questions`` are by id: under
    ``asks`` the sentence, under ``label`` what a list calls it; those of the register where there are none.
    ``titles`` are those of documents, by the title that they have, and ``declared`` the names of actors and places that
    documents declare, by the name that they have.
    ``stances`` frame a sentence, ``adds`` say what every kind has, in the order in which it is said. ``frames`` are
    further templates by name, ``phrases`` all else: ``dates.day``.
    """

    code: str
    called: str
    grammar: Grammar
    clauses: Mapping[str, Clause] = attrs.field(repr=False)
    words: Mapping[str, Mapping[str, Forms]] = attrs.field(repr=False)
    records: Mapping[str, Mapping[str, Templates]] = attrs.field(repr=False)
    names: Mapping[str, Forms] = attrs.field(repr=False)
    questions: Mapping[str, Forms] = attrs.field(repr=False)
    titles: Mapping[str, str] = attrs.field(repr=False)
    declared: Mapping[str, Forms] = attrs.field(repr=False)
    others: Forms = attrs.field(repr=False)
    stances: Mapping[str, Templates] = attrs.field(repr=False)
    modals: Mapping[str, Modal] = attrs.field(repr=False)
    adds: Mapping[str, Templates] = attrs.field(repr=False)
    frames: Mapping[str, Template] = attrs.field(repr=False)
    phrases: Mapping[str, str] = attrs.field(repr=False)

    def phrase(self, name: str) -> str:
        """A phrase by its name.

        Args:
            name: The name of the phrase.

        Returns:
            The phrase.

        Raises:
            InvalidValueError: The language has none of this name.
        """
        return self._entry(self.phrases, name, "phrase")

    def frame(self, name: str) -> Template:
        """A frame by its name.

        Args:
            name: The name of the frame.

        Returns:
            The frame.

        Raises:
            InvalidValueError: The language has none of this name.
        """
        return self._entry(self.frames, name, "frame")

    def modal(self, modality: Modality) -> Modal:
        """What a modality does to a sentence.

        Args:
            modality: The modality.

        Returns:
            The words that stand for it.

        Raises:
            InvalidValueError: The language has nothing for it.
        """
        return self._entry(self.modals, str(modality), "modality")

    def stance(self, stance: Stance) -> Templates:
        """The frames of a stance.

        Args:
            stance: The stance.

        Returns:
            The frames, by what they are for.

        Raises:
            InvalidValueError: The language has none for it.
        """
        return self._entry(self.stances, str(stance), "stance")

    def fill(self, phrase: str, **values: str) -> str:
        """A phrase with values in its places: ``{day} {month} {year}``.

        Args:
            phrase: The name of the phrase.
            values: What stands in the places of the phrase, by their names.

        Returns:
            The text.

        Raises:
            InvalidValueError: The language has no phrase of this name.
        """
        text = self.phrase(phrase)
        return _PLACE.sub(lambda found: values.get(found[1], found[0]), text)

    def counted(self, phrase: str, digits: str, **values: str) -> str:
        """A phrase in the number that a count takes: ``1 day``, ``2 days``.

        Args:
            phrase: The name of the phrase.
            digits: The count, as it is written.
            values: What stands in the other places of the phrase, by their names.

        Returns:
            The text, with the count in it.

        Raises:
            InvalidValueError: The language has no phrase of this name.
        """
        number = self.grammar.number(digits)
        found = f"{phrase}.{number}" if f"{phrase}.{number}" in self.phrases else f"{phrase}.{OTHER}"
        return self.fill(found, number=digits, **values)

    def word(self, word: Word, form: str = "name") -> str:
        """What a word of a closed list is called.

        Args:
            word: The word.
            form: The form that is asked for.

        Returns:
            The text; the word itself where the language has nothing else for it.
        """
        entry = self.words.get(type(word).__name__, {}).get(str(word), {})
        return entry.get(form, entry.get("name", str(word)))

    def numbered(self, word: Word, count: int) -> str:
        """What a word of a closed list is called after a count of what it is said of.

        Args:
            word: The word.
            count: The count.

        Returns:
            The text, in the number that the count takes.
        """
        entry = self.words.get(type(word).__name__, {}).get(str(word), {})
        return entry.get(f"counted {self.grammar.number(str(count))}") or self.word(word, "counted")

    def defined(self, word: Word) -> str:
        """The definition of a word of a closed list.

        Args:
            word: The word.

        Returns:
            A sentence; the one that the word has where the language has nothing else for it.
        """
        entry = self.words.get(type(word).__name__, {}).get(str(word), {})
        return entry.get("definition", word.definition)

    def listed(self, items: Iterable[str]) -> str:
        """Several words as the language lists them.

        Args:
            items: The words.

        Returns:
            A text such as ``a, b and c``; empty without words.
        """
        return self.grammar.listed(items)

    def title(self, document: Headed) -> str:
        """The title of a document.

        Args:
            document: The document, or its head.

        Returns:
            The title; its own where the language has nothing else for it.
        """
        return self.titles.get(document.title, document.title)

    def defined_by(self, name: str, title: str) -> str:
        """The name of what one document means otherwise than another.

        Args:
            name: The name that both have for it.
            title: The title of the document that defines it so, as the document has it.

        Returns:
            The name with the title as it is said in the language.
        """
        return self.fill("pages.defined by", name=name, title=self.titles.get(title, title))

    def cited(self, points: Iterable[str]) -> str:
        """Points as they are cited, each with its sort unless it has it.

        Args:
            points: The numbers of the points, as printed.

        Returns:
            A text such as ``point 6, 10d`` or ``Art. 5``.
        """
        return pointed(points, self.phrase("pages.point"))

    def label(self, key: str, kind: str = "") -> str:
        """What a field is called.

        Args:
            key: The key of the field.
            kind: The word of the kind that has it; empty for any.

        Returns:
            The text; the words of the key where the language has no entry for it.
        """
        names = (f"labels.{key}.{kind}", f"labels.{key}.{OTHER}", f"labels.{key}")
        return next((self.phrases[name] for name in names if name in self.phrases), key.replace("-", " "))

    def lack(self, what: str, file: str = "common.yaml") -> str:
        """The sentence that says what is missing and where to add it.

        Args:
            what: What is missing.
            file: The file in which it is to be added.

        Returns:
            A sentence.
        """
        return f"no {self.called} {what}: add it to data/language/{self.code}/{file}"

    def _entry(self, entries: Mapping[str, _Entry], name: str, what: str) -> _Entry:
        if name not in entries:
            raise InvalidValueError(self.lack(f"{what} '{name}'"))
        return entries[name]


def wording(word: Word, language: Language, form: str = "name") -> str:
    """What a word of a closed list is called: a relation, a stance, a status, a direction.

    Args:
        word: The word.
        language: The language.
        form: The form that is asked for.

    Returns:
        The text.
    """
    return language.word(word, form)
