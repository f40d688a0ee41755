"""What names stand for: places, actors, dates and milestones."""

from __future__ import annotations

from proposals.world.actors import Actor, ActorKind, ActorNumber, Directory
from proposals.world.dates import Date, Deadline
from proposals.world.milestones import Milestone, Milestones, Occasion
from proposals.world.pieces import Pieces
from proposals.world.places import Gazetteer, Place, PlaceKind
from proposals.world.spans import Span
from proposals.world.world import World

__all__ = [
    "Actor",
    "ActorKind",
    "ActorNumber",
    "Date",
    "Deadline",
    "Directory",
    "Gazetteer",
    "Milestone",
    "Milestones",
    "Occasion",
    "Pieces",
    "Place",
    "PlaceKind",
    "Span",
    "World",
]
