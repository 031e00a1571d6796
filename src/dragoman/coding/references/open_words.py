"""Open words: what in a sentence stands for something named before, in the order of the text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.coding.actors.mentions import Mention
from dragoman.coding.actors.names import find_names, fold
from dragoman.coding.actors.pieces import head_of
from dragoman.coding.actors.tables import ActorTables
from dragoman.coding.references.divided import sides_of_a_land
from dragoman.coding.references.pronouns import PRONOUNS, WE
from dragoman.coding.references.referents import STRANGER, Scene
from dragoman.model.parses import NamedMention, Sentence

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
# Adjectives that make "the country" another than the one spoken of.
_OF_ANOTHER = frozenset(
    {"other", "neighboring", "neighbouring", "foreign", "third", "second", "first", "next", "last",
     "only", "same", "different", "such", "individual", "respective", "few", "many", "certain"}
)  # fmt: skip
_OF_THREE = frozenset({"trilateral", "tripartite", "three-way"})
_GEOGRAPHY = frozenset({"place", "name"})


@dataclass(frozen=True, slots=True)
class Open:
    """A mention and how to read it: known as it stands, or a word that stands for another.

    `reads` is known, role, person, both, each, all, three, one, owned, pronoun, or stranger for a
    plural that names no party but may be meant by "they"; `value` is what the word asks for: a
    surname, or the kind of party.
    """

    mention: Mention
    reads: str
    value: str = ""


def open_words(sentence: Sentence, found: Sequence[Mention], scene: Scene) -> list[Open]:
    """The mentions of a sentence, with those that its pronouns, surnames and stand-ins add."""
    stand_ins = list(_stand_ins(sentence, found, scene))
    covered = {w for o in stand_ins for w in o.mention.words}
    kept = [m for m in found if m.identities or m.head not in covered]
    items = [_of_mention(sentence, m, scene) for m in kept]
    items += stand_ins
    items += _among_three(sentence)
    sides = [m for m in sides_of_a_land(sentence, scene) if m.head not in covered]
    items += [Open(mention, "known") for mention in sides]
    taken = {w for m in (*kept, *sides) for w in m.words}
    items += _people(sentence, taken, scene)
    items += _pronouns(sentence, taken)
    words = {w for o in items for w in o.mention.words}
    items += _strangers(sentence, words, scene.tables.words["collective"])
    return sorted(items, key=lambda item: (item.mention.first, item.mention.last))


def _of_mention(sentence: Sentence, mention: Mention, scene: Scene) -> Open:
    """A mention of the sentence: a place that bears a surname of the article is that person."""
    if not mention.identities:
        return Open(mention, "role" if mention.rule.startswith("sectors") else "known")
    if mention.kind in _GEOGRAPHY and mention.first == mention.last:
        surname = _surname(sentence, mention.first)
        if surname in scene.surnames and not sentence.case(mention.head):
            return Open(replace(mention, kind="person", rule="surname"), "person", surname)
    return Open(mention, "known")


def _stand_ins(sentence: Sentence, found: Sequence[Mention], scene: Scene) -> Iterator[Open]:
    named = {word for m in found if m.identities for word in m.words}
    for match in find_names(scene.tables.stands_for, sentence.words):
        kind, value = match.payloads[0]
        if value == "government" or not named.isdisjoint(range(match.first, match.last + 1)):
            continue
        head = head_of(sentence, match.first, match.last)
        reads = _how_it_reads(sentence, match.first, head, kind, value)
        if reads and not _is_told_by_what_follows(sentence, head, kind, scene.tables):
            opening = match.first
            if (kind, value) == ("one", "state"):
                opening = _opening(sentence, match.first)
            before = _before(sentence, opening)
            first = opening - 1 if before in _DEFINITE | _POSSESSIVES else match.first
            yield Open(_mention(first, match.last, head, kind), reads, value)


def _among_three(sentence: Sentence) -> Iterator[Open]:
    """Adjectives for what three do with each other: "trilateral cooperation"."""
    for word, form in enumerate(sentence.words):
        if sentence.relations[word] == "amod" and form.lower() in _OF_THREE:
            mention = Mention(word, word, word, (), "group", "reference: three")
            yield Open(mention, "three", "state")


def _is_told_by_what_follows(sentence: Sentence, head: int, kind: str, tables: ActorTables) -> bool:
    """Whether a phrase says itself whom it means, or only counts what follows.

    "The four countries that share the river", "the presidents of two oil exporters", "both of
    them", "the two workers", "the kingdom of Norway".
    """
    if sentence.related(head, "acl:relcl") or sentence.relations[head] == "nummod":
        return True
    owners = [
        c
        for c in sentence.related(head, "nmod")
        if sentence.case(c) in ("of", "from")
        and sentence.lemmas[c].lower() not in tables.words["place_noun"]
    ]
    if kind == "one":
        return any(sentence.case(c) == "of" and sentence.tags[c] == "PROPN" for c in owners)
    return bool(owners) and (kind == "all" or sentence.words[head].lower() == "both")


def _how_it_reads(sentence: Sentence, first: int, head: int, kind: str, value: str) -> str:
    """How a stand-in is to be read by the word before it; "" where it stands for nobody."""
    before, opens = _before(sentence, first), sentence.words[first].lower()
    if kind == "one" and value == "state":
        before = _before(sentence, _opening(sentence, first))
    if before in _POSSESSIVES:
        return "owned" if kind == "one" and value == "state" else kind if kind == "both" else ""
    if kind == "each":
        return "each" if _is_part_of_a_verb(sentence, head) else ""
    if opens == "each" and "other" not in map(str.lower, sentence.words[first:]):
        return ""
    if kind == "both":
        if before == "our":
            return "ours"
        is_linking = sentence.relations[head] in ("cc:preconj", "cc", "advmod")
        is_known = before in _DEFINITE or opens in ("both", "each")
        return "both" if is_known and not is_linking else ""
    return kind if before in _DEFINITE else ""


def _is_part_of_a_verb(sentence: Sentence, head: int) -> bool:
    """Whether "each other" or "the other" is done something to: "the other day" is not."""
    is_part = sentence.relations[head].partition(":")[0] in ("obj", "iobj", "obl")
    return is_part and not sentence.related(head, "nmod", "acl", "compound", "amod")


def _opening(sentence: Sentence, first: int) -> int:
    """Where a phrase opens with the adjective before it: "the war-torn country"."""
    before = first - 1
    describes = before > 0 and sentence.fine_tags[before] == "JJ"
    return before if describes and sentence.words[before].lower() not in _OF_ANOTHER else first


def _before(sentence: Sentence, first: int) -> str:
    return sentence.words[first - 1].lower() if first else ""


def _mention(first: int, last: int, head: int, kind: str) -> Mention:
    return Mention(
        first, last, head, (), "pronoun" if kind == "one" else "group", f"reference: {kind}"
    )


def _people(sentence: Sentence, taken: Collection[int], scene: Scene) -> Iterator[Open]:
    """People without a table row: surnames named before, and names that nobody knows."""
    done: set[int] = set()
    for named in _person_names(sentence, taken, scene):
        words = set(range(named.first, named.last + 1))
        if words & done:
            continue
        done |= words
        head = head_of(sentence, named.first, named.last)
        surname = _surname(sentence, named.last)
        rule = "reference: surname" if surname in scene.surnames else ""
        is_other = named.first != named.last and not _is_same_person(sentence, named, scene)
        value = "" if is_other else surname
        yield Open(Mention(named.first, named.last, head, (), "person", rule), "person", value)


def _person_names(
    sentence: Sentence, taken: Collection[int], scene: Scene
) -> Iterator[NamedMention]:
    for named in sentence.mentions:
        if named.kind == "person" and not set(range(named.first, named.last + 1)) & set(taken):
            yield named
    for word, tag in enumerate(sentence.tags):
        is_known = tag == "PROPN" and _surname(sentence, word) in scene.surnames
        if is_known and word not in taken and not _has_given_name(sentence, word):
            yield NamedMention(word, word, "person")


def _has_given_name(sentence: Sentence, word: int) -> bool:
    above = sentence.heads[word]
    return (
        sentence.relations[word] == "flat" and above == word - 1 and sentence.tags[above] == "PROPN"
    )


def _is_same_person(sentence: Sentence, named: NamedMention, scene: Scene) -> bool:
    """Whether a longer name is that of the known bearer of its surname, honorifics aside."""
    known = scene.surnames.get(_surname(sentence, named.last))
    if known is None:
        return False
    parts = {fold(part).lower() for part in (known.name or "").split()}
    honorifics = scene.tables.words["honorific"]
    given = [_surname(sentence, word) for word in range(named.first, named.last)]
    return all(part in parts or part in honorifics for part in given)


def _surname(sentence: Sentence, word: int) -> str:
    return fold(sentence.words[word]).lower()


def _pronouns(sentence: Sentence, taken: Collection[int]) -> Iterator[Open]:
    for word, tag in enumerate(sentence.tags):
        if tag != "PRON" or word in taken:
            continue
        form = sentence.words[word].lower()
        if form in PRONOUNS and form not in WE:
            yield Open(Mention(word, word, word, (), "pronoun", "reference: pronoun"), "pronoun")


def _strangers(
    sentence: Sentence, taken: Collection[int], collective: Collection[str]
) -> Iterator[Open]:
    """Those of several who are no party but may be meant: subjects, objects, and two of a kind.

    "The talks", "a singer and twelve dancers", "the crew", "of two hikers".
    """
    for word, tag in enumerate(sentence.fine_tags):
        if tag not in ("NN", "NNS") or word in taken:
            continue
        relation = sentence.relations[word].partition(":")[0]
        is_several = tag == "NNS" or sentence.lemmas[word].lower() in collective
        is_doer = relation == "nsubj" and (is_several or bool(sentence.related(word, "conj")))
        is_meant = is_doer or (tag == "NNS" and (relation == "obj" or _is_two(sentence, word)))
        if is_meant:
            yield Open(Mention(word, word, word, (), "group", STRANGER), "stranger")


def _is_two(sentence: Sentence, word: int) -> bool:
    return any(sentence.words[c].lower() == "two" for c in sentence.related(word, "nummod"))
