"""Work that is spread over the workers of a Dask cluster, on one machine or on many."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any, Final, TypeVar

from proposals.errors import ProposalsError

_Task = TypeVar("_Task")
_Done = TypeVar("_Done")

_AHEAD: Final = 256
"""How many tasks are handed to the scheduler before the first of their results is taken."""

_RETRIES: Final = 3
"""How often a task is tried again whose worker is gone."""


def spread(work: Callable[[_Task], _Done], tasks: Iterable[_Task], scheduler: str) -> Iterator[_Done]:
    """What some work makes of each task, in their order, by the workers of the scheduler at an address.

    The work is a function of a module, and tasks and results can be pickled. A task whose worker is gone is done by
    another. Needs the extra ``distributed``. Raises :class:`ProposalsError` without it, or where no scheduler answers,
    and what the work raises.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        message = "a scheduler needs the extra 'distributed': pip install 'negotiation-proposals[distributed]'"
        raise ProposalsError(message) from None
    try:
        client = distributed.Client(scheduler, set_as_default=False)
    except (OSError, ValueError, MemoryError) as error:  # the last where something else answers
        raise ProposalsError(f"no Dask scheduler answers at '{scheduler}': {error}") from None
    with client:
        waiting: deque[Any] = deque()
        for task in tasks:
            waiting.append(client.submit(work, task, pure=False, retries=_RETRIES))
            if len(waiting) == _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
