"""Learned sides: whom the network takes for the parties of an act, beside those the rows name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.acts.roles import Parties, each_party_once, keys_of
from dragoman.coding.parties.sides import Sides
from dragoman.model.events import RECIPROCAL_TYPES, Step
from dragoman.model.parses import ReadAct

FOUND = 0.5
"""From this probability on a mention is a party that the rows do not name."""
DENIED = 0.25
"""Below this probability of any role a party that the rows name gives way to another."""
ONLY_WHERE = 0.1
"""Below this one a place is none, whether another is left on its side or not."""
AIMED_AT = 0.5
"""From this probability on a mention is a third party that the act is against."""
ACTOR, RECIPIENT, AGAINST = range(3)
EITHER = (ACTOR, RECIPIENT)
ANY_ROLE = (ACTOR, RECIPIENT, AGAINST)
# Deeds that are done to somebody: several doers and nobody they did it to are mostly the two sides.
_DONE_TO_SOMEBODY = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST"})
BY_NETWORK = "network"
"""The rule of a step by which the network has named parties."""


def reconciled(
    found: Sides | None,
    read: ReadAct | None,
    kind: str,
    parties: Parties,
    aimed: Collection[Mention],
) -> Sides | None:
    """The sides of an act of type `kind`, as the rows and the network together have them.

    A side that the rows leave empty is the network's; a party that the network doubts is left out
    where another is left on its side, and a place that it sees no part for in any case. Whom words
    say that the act is `aimed` against is no side of it; an act that binds all its parties both
    ways stays so, and no word of a denied deed tells whom the denial answers. None where nobody is
    named, or nobody is left but one.
    """
    found = _spared(found, aimed)
    if read is None or (found and (found.actor == found.recipient or found.lacks == "charged")):
        return found
    targets = keys_of(aimed)
    seen = _seen(read, [m for m in parties.named if not keys_of([m]) <= targets])
    if kind in RECIPROCAL_TYPES:
        return _mutual(found, seen, read)
    actor = _side(found.actor if found else (), seen[ACTOR], read)
    recipient = _side(found.recipient if found else (), seen[RECIPIENT], read)
    recipient = [m for m in recipient if not keys_of([m]) <= keys_of(actor)]
    if found is None and not recipient and kind in _DONE_TO_SOMEBODY:
        return None
    return _sides(found, actor, recipient)


def _spared(found: Sides | None, aimed: Collection[Mention]) -> Sides | None:
    """The sides without whom the act is aimed against, where two parties are left."""
    if found is None:
        return None
    recipient = tuple(m for m in found.recipient if m not in aimed)
    is_enough = len(keys_of([*found.actor, *recipient])) > 1
    return replace(found, recipient=recipient) if is_enough else found


def likeliness(read: ReadAct, mention: Mention, roles: Sequence[int] = EITHER) -> float:
    """The largest of the probabilities that a mention has one of some roles."""
    return max(_probability(read, mention, role) for role in roles)


def third_parties(read: ReadAct | None, parties: Parties) -> Iterator[tuple[Mention, Step]]:
    """The mentions that the network takes for third parties the act is aimed against."""
    if read is None:
        return
    for mention in parties.named:
        sure = _probability(read, mention, AGAINST)
        if sure >= AIMED_AT:
            yield mention, Step("against", "network", "", round(sure, 3))


def _mutual(found: Sides | None, seen: Sequence[list[Mention]], read: ReadAct) -> Sides | None:
    """Both sides of a meeting or an agreement; who hosts or receives stays with the rows.

    Where these name one party alone, the network names the others.
    """
    actor = _not_only_places(found.actor if found else (), read)
    recipient = _not_only_places(found.recipient if found else (), read)
    if len(keys_of([*actor, *recipient])) <= 1:
        named = actor if _is_pair(found) else found.actor if found else ()
        # Where a body gathers is no party to its meeting: "its ministers met in Laos".
        is_body = found is not None and found.stands_alone
        others = [m for m in seen[RECIPIENT] if not (is_body and m.kind == "place")]
        actor = each_party_once([*named, *seen[ACTOR], *others])
    return _sides(found, actor, recipient)


def _not_only_places(named: Iterable[Mention], read: ReadAct) -> list[Mention]:
    return [m for m in named if m.kind != "place" or likeliness(read, m, ANY_ROLE) >= ONLY_WHERE]


def _side(named: Iterable[Mention], seen: Sequence[Mention], read: ReadAct) -> list[Mention]:
    likely = [m for m in named if likeliness(read, m) >= DENIED]
    return each_party_once(likely or list(seen) or _not_only_places(named, read))


def _is_pair(found: Sides | None) -> bool:
    return found is not None and len(keys_of([*found.actor, *found.recipient])) > 1


def _sides(
    found: Sides | None, actor: Sequence[Mention], recipient: Sequence[Mention]
) -> Sides | None:
    if found and (set(actor), set(recipient)) == (set(found.actor), set(found.recipient)):
        return found
    if len(keys_of([*actor, *recipient])) <= 1:
        return None if _is_pair(found) else found
    named = " → ".join(", ".join(m.rule for m in side) or "–" for side in (actor, recipient))
    step = Step("roles", BY_NETWORK, named)
    if found is None:
        return Sides(tuple(actor), tuple(recipient), step)
    return replace(found, actor=tuple(actor), recipient=tuple(recipient), step=step, lacks="")


def _seen(read: ReadAct, mentions: Iterable[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Those of some mentions that the network takes for actors, and those for recipients.

    What is only the place of something does nothing, whatever the network takes it for.
    """
    sides: tuple[list[Mention], list[Mention]] = ([], [])
    for mention in mentions:
        shares = [_probability(read, mention, role) for role in EITHER]
        role = shares.index(max(shares))
        is_where = role == ACTOR and mention.kind == "place"
        if max(shares) >= FOUND and not is_where:
            sides[role].append(mention)
    return sides


def _probability(read: ReadAct, mention: Mention, role: int) -> float:
    """The mean probability of a mention's words to have a role."""
    return sum(read.roles[word][role] for word in mention.words) / len(mention.words)
