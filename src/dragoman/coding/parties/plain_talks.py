"""Plain talks: people of two parties who meet or speak, in words that need no network.

The network has learned its acts from marked news, where "spoke with" is mostly somebody's speech.
What a row and two named people tell is a talk however rarely it has seen one.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.complements import SPEAKING_OF, Draft
from dragoman.coding.acts.roles import Parties, keys_of

_PARTNERS = frozenset({"with", "to", "obj"})
_TOPICS = frozenset({"about", "regarding", "concerning"})
_PEOPLE = frozenset({"person", "role"})


def plain_talks(drafts: Iterable[Draft], parties: Parties) -> frozenset[int]:
    """The words of the verbs by which people of one party meet, call or speak with another's."""
    return frozenset(d.act.word for d in drafts if is_plain_talk(d, parties))


def is_plain_talk(draft: Draft, parties: Parties) -> bool:
    """Whether a verb of meeting or speaking has people of two parties for subject and partner.

    Two may also be its subject together: "Ms. Ito and Mr. Bo spoke today".

    Args:
        draft: the act with the row that it met.
        parties: the mentions of its sentence.
    """
    row, slots = draft.act.row, draft.act.slots
    if draft.type != "CONSULT" or row.pos != "verb" or draft.act.light is not None:
        return False
    named = {slot for together in (*row.actor, *row.recipient) for slot in together}
    partners = [word for slot in _PARTNERS & named for word in slots.get(slot, ())]
    doers = _people(parties.all_at(slots.get("subj", ()), places=False))
    return bool(doers) and len(keys_of([*doers, *_people(parties.all_at(partners))])) > 1


def spoken_of(draft: Draft, parties: Parties) -> list[Mention]:
    """Whom a talk is about, and so no side of it: "the ministers discussed Chad and Mali"."""
    slots = draft.act.slots
    if draft.type != "CONSULT" or draft.act.row.pos != "verb":
        return []
    topics = _TOPICS | {"obj"} if draft.act.row.lemma in SPEAKING_OF else _TOPICS
    partners = {word for slot in _PARTNERS - {"obj"} for word in slots.get(slot, ())}
    words = [word for slot in sorted(topics) for word in slots.get(slot, ())]
    below = {w for word in words for w in parties.sentence.subtree(word)}
    named = dict.fromkeys(m for word in below - partners if (m := parties.by_word.get(word)))
    return [m for m in named if m.identities and m.head not in partners]


def _people(mentions: Iterable[Mention]) -> list[Mention]:
    return [m for m in mentions if m.kind in _PEOPLE and m.identities]
