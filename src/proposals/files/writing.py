"""Writing: proposals as YAML, and any text or bytes to a file, whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml

from proposals.documents.deletions import Struck
from proposals.documents.proposal import Gap, LineageStep, Proposal
from proposals.errors import WriteError
from proposals.files.citing import plain_citations, plain_source
from proposals.files.formats import FORMAT, FORMAT_KEY
from proposals.files.terms import plain_terms
from proposals.vocabulary import Certainty
from proposals.world.actors import Actor
from proposals.world.milestones import Milestone
from proposals.world.places import Place


def plain_proposal(proposal: Proposal) -> dict[str, Any]:
    """The proposal as a file has it, by key in their order; what is not stated is left out."""
    written: dict[str, Any] = {
        FORMAT_KEY: FORMAT,
        "id": proposal.id,
        "title": proposal.title,
        "date": proposal.date.text,
        "authors": list(proposal.authors),
        "form": str(proposal.form),
        "status": str(proposal.status),
        "coverage": _coverage(proposal),
        "summary": proposal.summary,
        "names": list(proposal.names),
        "points": proposal.points,
        "drafted-by": proposal.drafted_by,
        "known-from": plain_citations(proposal.known_from),
        "sources": {source.id: plain_source(source) for source in proposal.sources},
        "places": plain_places(proposal.places),
        "actors": plain_actors(proposal.actors),
        "milestones": {one.id: _milestone(one) for one in proposal.milestones},
        "lineage": [_lineage(step) for step in proposal.lineage],
        "struck": [_struck(one) for one in proposal.struck],
        "gaps": [_gap(gap) for gap in proposal.gaps],
        "terms": plain_terms(proposal.entries),
    }
    return _filled(written)


def plain_places(places: Iterable[Place]) -> dict[str, Any]:
    """Places as a file declares them, by id."""
    return {place.id: _place(place) for place in places}


def plain_actors(actors: Iterable[Actor]) -> dict[str, Any]:
    """Actors as a file declares them, by id."""
    return {actor.id: _actor(actor) for actor in actors}


def proposal_yaml(proposal: Proposal) -> str:
    """The proposal as a file that reads back equal."""
    return yaml.dump(
        plain_proposal(proposal),
        Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper),
        allow_unicode=True,
        default_flow_style=None,
        sort_keys=False,
        width=120,
    )


def flow_yaml(plain: Any) -> str:
    """A plain value on one line, as it may stand behind a key."""
    written = yaml.safe_dump(plain, allow_unicode=True, default_flow_style=True, sort_keys=False, width=10_000_000)
    return written.removesuffix("\n").removesuffix("\n...")


def _gap(gap: Gap) -> dict[str, Any]:
    topics = [str(topic) for topic in gap.topics]
    held = {"point": gap.point, "what": gap.what, "questions": list(gap.questions), "topics": topics, "note": gap.note}
    return _filled(held)


def _coverage(proposal: Proposal) -> str | dict[str, str]:
    default = str(proposal.coverage)
    by_topic = {str(topic): str(coverage) for topic, coverage in proposal.coverage_by_topic}
    return {"default": default} | by_topic if by_topic else default


def _filled(written: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in written.items() if value or (value == 0 and value is not False)}


def _stated(entry: Any, *keys: str) -> dict[str, Any]:
    held = {"name": entry.name, "kind": str(entry.kind)} | {key: getattr(entry, key) for key in keys}
    return _filled({key: list(value) if isinstance(value, tuple) else value for key, value in held.items()})


def _actor(actor: Actor) -> dict[str, Any]:
    number = {"number": str(actor.number)} if actor.number else {}
    return _stated(actor, "names", "members", "open", "side", "role", "adjective") | number


def _place(place: Place) -> dict[str, Any]:
    written = _stated(place, "names", "parts", "whole", "within", "note")
    return {"in" if key == "within" else key: value for key, value in written.items()}


def _milestone(one: Milestone) -> dict[str, Any]:
    written = {"name": one.name, "definition": one.definition, "names": list(one.names), "after": list(one.after)}
    return _filled(written)


def _lineage(step: LineageStep) -> dict[str, Any]:
    certainty = "" if step.certainty is Certainty.REPORTED else str(step.certainty)
    rest = {"certainty": certainty, "cite": plain_citations(step.citations), "note": step.note}
    return {str(step.link): step.to} | _filled(rest)


def _struck(one: Struck) -> dict[str, Any]:
    written = {"point": one.point, "of": one.of or "", "kind": list(one.kinds), "field": list(one.fields)}
    chapeau = {"chapeau": True} if one.chapeau else {}
    return _filled(written) | chapeau | _filled({"cite": plain_citations(one.citations), "note": one.note})


Content: TypeAlias = str | bytes | Callable[[Path], object]
"""What a file is to hold: a text, bytes, or what writes them to the path that it is given, an empty file."""


def write_whole(path: Path, content: Content, *, force: bool = False) -> None:
    """Write a file whole or not at all: beside it first, then in its place.

    Raises :class:`WriteError` if something stands there and ``force`` is not given, even if it came there meanwhile, or
    if it cannot or may not be written; what stood there still stands, and nothing is left beside it, also after an
    interrupt. What would end the process waits until the file is written.
    """
    try:
        path = _resolved(path)
        mode = _allowed(path, force=force)
        data = content.encode("utf-8") if isinstance(content, str) else content
        with _endings_held():
            _write(path, data, mode, force=force)
    except FileExistsError:
        raise WriteError(f"{path}: {_EXISTS}") from None
    except OSError as error:
        raise WriteError(f"{path}: cannot write: {error.strerror or error}") from None
    except UnicodeError as error:
        raise WriteError(f"{path}: cannot write: {error}") from None
    except ValueError:  # of a null byte, in other words with each version of Python
        raise WriteError(f"{path}: cannot write: no file can have this name") from None


def write_together(files: Mapping[Path, str | bytes], *, force: bool = False) -> None:
    """Write several files, each as :func:`write_whole` does, and none where one of them may not be written."""
    for path in files:
        _allowed(path, force=force)
    for path, content in files.items():
        write_whole(path, content, force=force)


_EXISTS: Final = "this file exists; --force overwrites it"


def _resolved(path: Path) -> Path:
    """The file to which links lead. Raises :class:`OSError` where they lead in a circle, on every version of Python."""
    found = Path(os.path.realpath(path))
    if found.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return found


def _allowed(path: Path, *, force: bool) -> int:
    """The permissions that a file will have. Raises :class:`WriteError` where it may not be written."""
    if path.exists() and not path.is_file():
        raise WriteError(f"{path}: this is not a regular file")
    if path.exists() and not force:
        raise WriteError(f"{path}: {_EXISTS}")
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    if not mode & 0o222 and path.exists():
        raise WriteError(f"{path}: this file is read-only")
    return mode


def _write(path: Path, data: bytes | Callable[[Path], object], mode: int, *, force: bool) -> None:
    """Write a file beside its place and then put it there; in any case nothing is left beside it."""
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".proposals-", dir=path.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            if isinstance(data, bytes):
                file.write(data)
                file.flush()
            else:
                data(beside)
            os.fsync(file.fileno())
        beside.chmod(mode)
        _put(beside, path, force=force)
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def _put(beside: Path, path: Path, *, force: bool) -> None:
    """Give a file its name. Raises :class:`FileExistsError` if something has it by now and ``force`` is not given."""
    if force:
        beside.replace(path)
        return
    try:
        os.link(beside, path)  # unlike a renaming it never replaces
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        path.touch(exist_ok=False)
        beside.replace(path)


@contextmanager
def _endings_held() -> Iterator[None]:
    """Signals that would end the process without anything being cleared away wait until this is left."""
    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:  # Windows, which sends no such signals
        yield
        return
    held = mask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, held)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def edition(documents: Sequence[Proposal]) -> str:
    """Which state of the data a form was made from: sixteen hexadecimal digits over the documents, written as files.

    A document that no file can hold, because of a lone surrogate in it, counts by its terms.
    """
    made = blake2b(digest_size=8)
    for document in documents:
        try:
            made.update(proposal_yaml(document).encode())
        except UnicodeEncodeError:
            held = (document.id, document.title, document.summary, [term.content for term in document.entries])
            made.update(ascii(held).encode())
    return made.hexdigest()
