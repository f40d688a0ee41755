"""What a list says of a document: all but its terms, of which it has the number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs

from proposals.documents.proposal import Gap, Proposal
from proposals.validation import Id, Validated
from proposals.values import OneLine
from proposals.vocabulary import Coverage, Form, Status, Topics
from proposals.world.dates import Date


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Head(OneLine, Validated):
    """What an index keeps of a document for lists; each field is what it is in a :class:`Proposal`.

    ``terms_known`` is the number of the terms.
    """

    id: Id
    title: str
    date: Date
    authors: tuple[str, ...]
    form: Form
    status: Status
    coverage: Coverage
    coverage_by_topic: tuple[tuple[Topics, Coverage], ...]
    points: int | None
    gaps: tuple[Gap, ...]
    terms_known: int

    @property
    def otherwise_known(self) -> tuple[Topics, ...]:
        """The topics on which not as much is known as on the others."""
        return tuple(topic for topic, coverage in self.coverage_by_topic if coverage is not self.coverage)

    def coverage_of(self, topic: Topics) -> Coverage:
        """How much is known of what the document says on a topic.

        Args:
            topic: One of :class:`~proposals.vocabulary.Topic`, or of the topics of a collection.

        Returns:
            The coverage of that topic, which is that of the document where none is stated for it.
        """
        return dict(self.coverage_by_topic).get(topic, self.coverage)

    @classmethod
    def of(cls, document: Proposal) -> Head:
        """The head of a document.

        Args:
            document: The document.

        Returns:
            What a list says of it.
        """
        return cls(**{field.name: getattr(document, field.name) for field in attrs.fields(cls)})

    def plain(self) -> dict[str, Any]:
        """The values as JSON holds them."""
        return {
            "id": self.id,
            "title": self.title,
            "date": str(self.date),
            "authors": list(self.authors),
            "form": str(self.form),
            "status": str(self.status),
            "coverage": str(self.coverage),
            "coverage_by_topic": {str(topic): str(coverage) for topic, coverage in self.coverage_by_topic},
            "points": self.points,
            "gaps": [[gap.what, gap.point, gap.note] for gap in self.gaps],
            "terms_known": self.terms_known,
        }

    @classmethod
    def of_plain(cls, held: Mapping[str, Any]) -> Head:
        """The head that has these values.

        Args:
            held: The values, as :meth:`plain` gives them.

        Returns:
            The head.

        Raises:
            InvalidValueError: They are those of none.
        """
        by_topic = held["coverage_by_topic"].items()
        read = {
            "date": Date(held["date"]),
            "authors": tuple(held["authors"]),
            "form": Form.of(held["form"]),
            "status": Status.of(held["status"]),
            "coverage": Coverage.of(held["coverage"]),
            "coverage_by_topic": tuple((Topics.of(topic), Coverage.of(coverage)) for topic, coverage in by_topic),
            "gaps": tuple(Gap(what=what, point=point, note=note) for what, point, note in held["gaps"]),
        }
        return cls(**{**held, **read})


Headed: TypeAlias = Proposal | Head
"""What has the facts of a list."""
