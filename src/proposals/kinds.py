"""Every kind of term that the library brings along, with the words and the records that their fields hold.

>>> from proposals.kinds import ForceLimit
>>> ForceLimit(of=("UA",), personnel=600_000, peacetime=True).personnel
600000
"""

from __future__ import annotations

from proposals.terms.alliances import AllianceMembership, EnlargementStop, MembershipPath, Neutrality
from proposals.terms.ceasefire import Ceasefire, CeasefireScope
from proposals.terms.circumstance import Act, Circumstance
from proposals.terms.dialogue import DialogueAim, SecurityDialogue
from proposals.terms.economy import (
    AssetUse,
    Compensation,
    Contribution,
    EconomicCooperation,
    FreeTrade,
    FrozenAssets,
    InvestmentVehicle,
    Measure,
    Reconstruction,
    Sector,
)
from proposals.terms.forces import AirBasing, ForceLimit, ForeignForces
from proposals.terms.guarantees import Mechanism, Response, SecurityGuarantee, Threshold
from proposals.terms.humanitarian import FamilyContact, Persons, PrisonerExchange, ReturnOfPersons, VictimsRelief
from proposals.terms.implementation import JointBody, Matter, Means, Overseen, Oversight, Task
from proposals.terms.instrument import Instrument
from proposals.terms.justice import Amnesty
from proposals.terms.navigation import GrainTransport, Navigation
from proposals.terms.non_aggression import Majority, NonAggressionLaw, NonAggressionPact, NonInvasion
from proposals.terms.nuclear import ArmsControl, NuclearPlant, NuclearState, NuclearStatus, Treaty
from proposals.terms.politics import Elected, Elections
from proposals.terms.portion import Portion
from proposals.terms.provision import Provision
from proposals.terms.rights import (
    EqualRights,
    Ideology,
    IdeologyBan,
    MinorityRights,
    Protected,
    Standard,
    ToleranceEducation,
)
from proposals.terms.sanctions import Readmission, Reintegration, Relief, SanctionsRelief
from proposals.terms.sovereignty import Sovereignty
from proposals.terms.territory import (
    Approval,
    Demilitarization,
    EconomicZone,
    Extent,
    ForceMatter,
    ForceRenunciation,
    FrozenLine,
    Line,
    LineEffect,
    Recognition,
    TalksMatter,
    TerritorialTalks,
    TerritoryStatus,
    Withdrawal,
)
from proposals.terms.union import AccessionPath, MarketAccess, UnionAccession

__all__ = [
    "AccessionPath",
    "Act",
    "AirBasing",
    "AllianceMembership",
    "Amnesty",
    "Approval",
    "ArmsControl",
    "AssetUse",
    "Ceasefire",
    "CeasefireScope",
    "Circumstance",
    "Compensation",
    "Contribution",
    "Demilitarization",
    "DialogueAim",
    "EconomicCooperation",
    "EconomicZone",
    "Elected",
    "Elections",
    "EnlargementStop",
    "EqualRights",
    "Extent",
    "FamilyContact",
    "ForceLimit",
    "ForceMatter",
    "ForceRenunciation",
    "ForeignForces",
    "FreeTrade",
    "FrozenAssets",
    "FrozenLine",
    "GrainTransport",
    "Ideology",
    "IdeologyBan",
    "Instrument",
    "InvestmentVehicle",
    "JointBody",
    "Line",
    "LineEffect",
    "Majority",
    "MarketAccess",
    "Matter",
    "Means",
    "Measure",
    "Mechanism",
    "MembershipPath",
    "MinorityRights",
    "Navigation",
    "Neutrality",
    "NonAggressionLaw",
    "NonAggressionPact",
    "NonInvasion",
    "NuclearPlant",
    "NuclearState",
    "NuclearStatus",
    "Overseen",
    "Oversight",
    "Persons",
    "Portion",
    "PrisonerExchange",
    "Protected",
    "Provision",
    "Readmission",
    "Recognition",
    "Reconstruction",
    "Reintegration",
    "Relief",
    "Response",
    "ReturnOfPersons",
    "SanctionsRelief",
    "Sector",
    "SecurityDialogue",
    "SecurityGuarantee",
    "Sovereignty",
    "Standard",
    "TalksMatter",
    "Task",
    "TerritorialTalks",
    "TerritoryStatus",
    "Threshold",
    "ToleranceEducation",
    "Treaty",
    "UnionAccession",
    "VictimsRelief",
    "Withdrawal",
]
