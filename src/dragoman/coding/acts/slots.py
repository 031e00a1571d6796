"""Slots: what stands around an act's word, under names that do not depend on how it is said.

"Russia struck Ukraine", "Ukraine was struck by Russia", "Russia is said to have struck Ukraine"
and "missiles striking Ukraine" differ as trees; as slots each has a subj and an obj. The act tables
(tables/acts_*.csv) are written over slots, so that a row is written once.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.coding.grammar.obliged import done_to, obliged
from dragoman.coding.grammar.subjects import (
    NOUN_TAGS,
    beside,
    borrowed_subject,
    is_passive,
    is_relative,
    passive_subject,
)
from dragoman.model.parses import ROOT, Sentence

Slots = dict[str, tuple[int, ...]]

_MAY_HANG_FROM_OBJECT = frozenset(
    {
        *("to", "with", "against", "from", "on", "into", "between", "near", "along", "toward"),
        *("towards", "in", "inside", "at", "through", "over", "alongside", "for"),
    }
)
_MAY_FOLLOW_OWNER = frozenset({"to", "for", "with", "against", "on"})
_COMPLEMENT_MARKS = frozenset({"of", "for", "from", "into", "against", "on", "about", "in", "by"})
_IMPOSING = frozenset({"impose", "reimpose", "slap", "put", "place", "lift", "ease"})
# "rolled back sanctions": parsers take the particle for an adverb now and then.
_PARTICLES = frozenset({"back", "down", "up", "out", "off", "away", "aside", "apart"})
_ALONGSIDE = frozenset({"along_with", "together_with", "as_well_as"})


def slots(sentence: Sentence, word: int) -> Slots:
    """The words that fill each slot of the act at `word`: word indexes, in the order of the text.

    Slots are subj, obj, iobj, prt, adv, aux, xcomp, ccomp, purpose, obliged, done, poss, adj, comp,
    and every preposition by its own word ("of", "in_response_to"). Passives are turned round; a
    subject or modifier that the tree puts on a coordinated or governing word is found there.
    """
    if sentence.tags[word] in NOUN_TAGS:
        return _noun_slots(sentence, word)
    return _verb_slots(sentence, word)


def with_conjuncts(sentence: Sentence, word: int) -> list[int]:
    """`word` and the words coordinated with it: both sides of "Moscow and Beijing"."""
    return [word, *sentence.related(word, "conj")]


def _verb_slots(sentence: Sentence, word: int) -> Slots:
    found: dict[str, list[int]] = {}
    for child in sentence.children[word]:
        if slot := _verb_slot(sentence, child):
            found.setdefault(slot, []).append(_meant(sentence, word, child))
    turned = _turned_round if is_passive(sentence, word) else _with_subject
    found = turned(sentence, word, found)
    if "obj" not in found and (shared := _shared_object(sentence, word)):
        found["obj"] = shared
    if "obj" not in found and (told := _told_to(sentence, found)):
        found["obj"] = told
    if "obj" not in found and "iobj" in found:
        # "accused Russia of meddling": parsers waver between the two for a lone object.
        found["obj"] = found.pop("iobj")
    if done := done_to(sentence, found):
        found["done"] = done
    _lay_under(sentence, found, is_imposing=sentence.lemmas[word].lower() in _IMPOSING)
    if told_to := obliged(sentence, word):
        found["obliged"] = told_to
    return {slot: tuple(words) for slot, words in found.items()}


def _with_subject(
    sentence: Sentence, word: int, found: dict[str, list[int]]
) -> dict[str, list[int]]:
    """An active verb's slots with its subject: its own, or one that it borrows."""
    own = found.pop("subj_pass", None) or found.get("subj")
    if doers := own or borrowed_subject(sentence, word):
        found["subj"] = [*doers, *(w for doer in doers for w in beside(sentence, doer))]
    return found


def _told_to(sentence: Sentence, found: dict[str, list[int]]) -> list[int]:
    """The object that a parser took for the infinitive's subject: "urged [Peru to withdraw]"."""
    for clause in (*found.get("xcomp", ()), *found.get("ccomp", ())):
        marks = {sentence.words[c].lower() for c in sentence.related(clause, "mark")}
        if "to" in marks and (subjects := sentence.related(clause, "nsubj")):
            return subjects
    return []


def _lay_under(sentence: Sentence, found: dict[str, list[int]], *, is_imposing: bool) -> None:
    """Adds what goes with the verb though it hangs elsewhere.

    From the object: "sent arms to Chad", "a memorandum of understanding with Chad", "put curbs on
    exports to Chad". Beside the subject: "Peru, along with Chile, condemned". Behind an amount:
    "cut $5 million in aid".
    """
    for slot in sorted(_ALONGSIDE & found.keys()):
        found.setdefault("subj", []).extend(found[slot])
    if any(sentence.lemmas[noun].lower() in _AMOUNTS for noun in found.get("obj", [])):
        found["obj"] += found.pop("in", [])[:1]
    objects = found.get("obj", [])
    kinds = [c for noun in objects for c in sentence.related(noun, "nmod")]
    joining = ("of", "on") if is_imposing else ("of",)
    kinds = [kind for kind in kinds if sentence.case(kind) in joining]
    for noun in (*objects, *kinds, *(found.get("on", []) if is_imposing else [])):
        for child in sentence.related(noun, "nmod"):
            slot = sentence.case(child)
            if slot in _MAY_HANG_FROM_OBJECT:
                found.setdefault(slot, []).append(child)


def _meant(sentence: Sentence, verb: int, child: int) -> int:
    """The noun that a relative pronoun or a "what he called" stands for; else the word itself."""
    if sentence.relations[verb] == "acl:relcl" and is_relative(sentence, child):
        return sentence.heads[verb]
    if sentence.words[child].lower() == "what":
        for clause in sentence.related(child, "acl"):
            if sentence.lemmas[clause] in _NAMING:
                return next(iter(sentence.related(clause, "xcomp", "obj")), child)
    return child


_NAMING = frozenset({"call", "describe", "term", "label", "brand", "see", "deem", "dub"})
_ARGUMENTS = {
    **dict.fromkeys(("nsubj", "csubj"), "subj"),
    **{relation: relation for relation in ("obj", "iobj", "xcomp", "ccomp")},
}


def _verb_slot(sentence: Sentence, child: int) -> str | None:
    relation = sentence.relations[child]
    base = relation.partition(":")[0]
    if relation == "compound:prt" or (relation == "advmod" and _is_particle(sentence, child)):
        return "prt"
    if relation == "nsubj:pass":
        return "subj_pass"
    if base in ("obl", "nmod"):
        return sentence.case(child).replace(" ", "_") or None
    if base == "advcl":
        return _clause_slot(sentence, child)
    if relation in ("advmod", "aux", "aux:pass"):
        return "adv" if relation == "advmod" else "aux"
    return _ARGUMENTS.get(base)


def _is_particle(sentence: Sentence, word: int) -> bool:
    is_bare = sentence.words[word].lower() in _PARTICLES and not sentence.children[word]
    return is_bare or sentence.fine_tags[word] == "RP"


def _clause_slot(sentence: Sentence, child: int) -> str | None:
    """The slot of an adverbial clause: "of" for "accused of shelling", purpose for a "to" one.

    A clause of time or circumstance ("after", "with prices rising") fills none.
    """
    marks = [sentence.words[c].lower() for c in sentence.related(child, "mark")]
    if "to" in marks:
        return "purpose"
    return next((mark for mark in marks if mark in _COMPLEMENT_MARKS), None)


def _turned_round(
    sentence: Sentence, word: int, found: dict[str, list[int]]
) -> dict[str, list[int]]:
    """A passive's slots as the active has them: the "by" phrase is subj, the subject obj."""
    turned = {
        slot: words for slot, words in found.items() if slot not in ("subj_pass", "by", "subj")
    }
    if agents := found.get("by"):
        turned["subj"] = agents
    patients = found.get("subj_pass") or passive_subject(sentence, word)
    if patients:
        # "was denied entry": the subject was the indirect object, the object stays.
        turned["iobj" if "obj" in turned else "obj"] = patients
    return turned


def _shared_object(sentence: Sentence, word: int) -> list[int]:
    """The object coordinated verbs share ("condemned and rejected it"), or a relative's noun."""
    head, relation = sentence.heads[word], sentence.relations[word]
    if relation == "acl:relcl" and head != ROOT:
        own = sentence.related(word, "nsubj")
        if own and not is_relative(sentence, own[0]):
            return [head]
    for partner in sentence.related(word, "conj"):
        if (
            sentence.relations[word] != "conj"
            and sentence.tags[partner] == "VERB"
            and partner == word + 2
        ):
            return sentence.related(partner, "obj")
    return []


def _noun_slots(sentence: Sentence, word: int) -> Slots:
    found: dict[str, list[int]] = {}
    _add_noun_slots(sentence, word, found)
    if sentence.relations[word] == "conj" and sentence.tags[sentence.heads[word]] in NOUN_TAGS:
        # "Russian threats and pressure": what stands before the first word holds for the second.
        above: dict[str, list[int]] = {}
        _add_noun_slots(sentence, sentence.heads[word], above)
        own = found.keys()
        if not {"poss", "adj", "comp", "by"} & own:
            found |= {slot: above[slot] for slot in ("poss", "adj", "comp") if slot in above}
    for partner in sentence.related(word, "conj"):
        # "sanctions and export controls against Russia": what follows the last holds for the first.
        below: dict[str, list[int]] = {}
        _add_noun_slots(sentence, partner, below)
        for slot, words in below.items():
            if slot not in ("poss", "adj", "comp", "xcomp", "ccomp", "subj"):
                found.setdefault(slot, words)
    return {slot: tuple(words) for slot, words in found.items()}


def _add_noun_slots(sentence: Sentence, word: int, found: dict[str, list[int]]) -> None:
    for child in sentence.children[word]:
        if slot := _noun_slot(sentence, child):
            found.setdefault(slot, []).append(child)
    for owner in found.get("of", []):
        # "the support of both countries for Ukraine": parsers hang what follows from the owner.
        for child in sentence.related(owner, "nmod"):
            if (slot := sentence.case(child)) in _MAY_FOLLOW_OWNER:
                found.setdefault(slot, [child])


_NOUN_RELATIONS = {"nmod:poss": "poss", "amod": "adj", "compound": "comp", "nsubj": "subj"}


def _noun_slot(sentence: Sentence, child: int) -> str | None:
    relation = sentence.relations[child]
    if relation in _NOUN_RELATIONS:
        return _NOUN_RELATIONS[relation]
    base = relation.partition(":")[0]
    if base in ("nmod", "obl"):
        return sentence.case(child).replace(" ", "_") or "comp"
    if base == "acl" and relation != "acl:relcl":
        return _acl_slot(sentence, child)
    return "adj" if base == "det" and sentence.tags[child] == "ADJ" else None


def _acl_slot(sentence: Sentence, child: int) -> str:
    marks = {sentence.words[c].lower() for c in sentence.related(child, "mark", "aux")}
    if "to" in marks:
        return "xcomp"
    return next(
        (mark for mark in ("of", "for", "about", "on", "against") if mark in marks), "ccomp"
    )


MEASURES = frozenset(
    {
        *("number", "series", "range", "wave", "round", "set", "variety", "kind", "type", "dozen"),
        *("hundred", "thousand", "score", "string", "spate", "barrage", "host", "couple", "lot"),
        *("raft", "slew", "package", "pair", "volley", "salvo", "group", "batch", "phase", "stage"),
    }
)
"""Nouns that count or divide what they are of: "a series of strikes", "the last phase of talks"."""


_SHARES = frozenset({"most", "some", "all", "many", "several", "few", "half", "part", "one"})
_AMOUNTS = frozenset({"$", "billion", "million", "dollar", "euro", "pound", "£", "€"})


def is_measured(sentence: Sentence, word: int) -> bool:
    """Whether the noun above only counts this one: "a series of strikes", "$5 million in aid".

    "claimed responsibility for the raid" is said of the raid in the same way.
    """
    head = sentence.heads[word]
    if head == ROOT or sentence.relations[word] != "nmod":
        return False
    case, above = sentence.case(word), sentence.lemmas[head].lower()
    if case == "for":
        return above == "responsibility"
    is_share = above in MEASURES | _SHARES or sentence.tags[head] == "NUM"
    return (case == "of" and is_share) or (case == "in" and above in _AMOUNTS)


def _counted(sentence: Sentence, word: int) -> list[int]:
    """A word, those coordinated with it, and what it counts if it only counts."""
    counted = [word]
    counted += [c for c in sentence.related(word, "nmod") if is_measured(sentence, c)]
    return [w for each in counted for w in with_conjuncts(sentence, each)]


def lemmas_of(sentence: Sentence, words: Iterable[int]) -> frozenset[str]:
    """The lemmas of slot fillers and of the words coordinated with them.

    Plurals with a sense of their own ("arms", "talks") stand as written too.
    """
    fillers = [w for word in words for w in _counted(sentence, word)]
    return frozenset(form[w].lower() for form in (sentence.lemmas, sentence.words) for w in fillers)
