"""The lineage graph: which document descends from which, laid out in layers, the oldest at the top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

import attrs

from proposals.documents.proposal import LineageStep, Proposal
from proposals.values import Value
from proposals.vocabulary import Certainty


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Node(Value):
    """A document in the graph. ``layer`` counts from 0 at the top, ``place`` from 0 at the left of its layer.

    ``document`` is ``None`` for one that is named and not held.
    """

    id: str
    document: Proposal | None
    layer: int
    place: int


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Edge(Value):
    """A step of descent from the node ``below`` to the node ``above``."""

    below: Node
    above: Node
    step: LineageStep

    @property
    def sure(self) -> bool:
        """Whether a source tells the descent as fact."""
        return self.step.certainty in {Certainty.QUOTED, Certainty.REPORTED}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Graph(Value):
    """Nodes by layer and from left to right, and the edges in reading order; ``widest`` is a layer's most nodes."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    layers: int
    widest: int


def graph(documents: Sequence[Proposal], known: Mapping[str, Proposal]) -> Graph:
    """The documents and all that they descend from, as far as ``known`` and the documents themselves tell.

    A circle of descent, which no source can mean, is broken by leaving the documents of it in one layer.
    """
    held = {**known, **{document.id: document for document in documents}}
    reached: dict[str, Proposal | None] = {}
    waiting = [document.id for document in documents]
    while waiting:
        name = waiting.pop(0)
        if name not in reached:
            reached[name] = held.get(name)
            waiting += [step.to for step in _steps(reached[name])]
    layers = _layers(reached)
    nodes: dict[str, Node] = {}
    for layer in range(max(layers.values(), default=-1) + 1):
        inside = [name for name in reached if layers[name] == layer]
        nodes |= {
            name: Node(id=name, document=reached[name], layer=layer, place=place) for place, name in enumerate(inside)
        }
    edges = [
        Edge(below=nodes[name], above=nodes[step.to], step=step)
        for name, document in reached.items()
        for step in _steps(document)
    ]
    return Graph(
        nodes=tuple(nodes.values()),
        edges=tuple(edges),
        layers=max(layers.values(), default=-1) + 1,
        widest=max((node.place + 1 for node in nodes.values()), default=0),
    )


def _steps(document: Proposal | None) -> tuple[LineageStep, ...]:
    return document.lineage if document else ()


def _layers(reached: Mapping[str, Proposal | None]) -> dict[str, int]:
    """How many steps lie between a document and the furthest that it descends from."""
    above = {name: [step.to for step in _steps(document)] for name, document in reached.items()}
    try:
        order = list(TopologicalSorter(above).static_order())
    except CycleError:
        return dict.fromkeys(reached, 0)
    layers: dict[str, int] = {}
    for name in order:
        layers[name] = max((layers[other] + 1 for other in above[name]), default=0)
    return layers
