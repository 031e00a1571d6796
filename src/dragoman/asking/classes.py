"""Classes of events: talk, words of support, commitments and deeds; hostile words and hostile acts.

Talk never counts as cooperation: crises are full of it (docs/measures.md).
"""

from __future__ import annotations

from typing import Literal

from dragoman.model.events import Event

EventClass = Literal[
    "talk", "support", "request", "commitment", "deed", "hostile word", "hostile act"
]

_CLASSES: dict[str, EventClass] = {
    "CONSULT": "talk",
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "deed"),
    **dict.fromkeys(("AGREE", "CONCEDE"), "commitment"),
    **dict.fromkeys(("ACCUSE", "REJECT", "THREATEN"), "hostile word"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "hostile act"),
}
# CAMEO's codes of diplomatic ties, recognition and signed agreements, among those of SUPPORT.
_BINDING_CAMEO = ("050", "054", "057")
_PRESSING = frozenset({"change", "yield"})


def class_of(event: Event) -> EventClass:
    """Which class an event falls in, whatever its status.

    A SUPPORT that signs, ratifies or recognises is a commitment, one that praises is mere support.
    A REQUEST is a hostile word where it presses for a change or to yield: who asks another for help
    is no foe of it.
    """
    if event.type == "SUPPORT":
        return "commitment" if (event.cameo or "").startswith(_BINDING_CAMEO) else "support"
    if event.promises == "CONSULT":
        return "talk"
    if event.type == "REQUEST":
        return "hostile word" if _PRESSING & set(event.mode) else "request"
    return _CLASSES[event.type]
