"""Bearers: whom a title, a body or people stand for when no state is named with them."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.actors.identities import Parts
from dragoman.coding.actors.mentions import Mention
from dragoman.coding.actors.names import fold
from dragoman.coding.references.associations import association, coalition
from dragoman.coding.references.bare_nouns import Bare, has_sector, lacks, of_nation
from dragoman.coding.references.pronouns import antecedent
from dragoman.coding.references.referents import Referent, Scene, noun_of
from dragoman.coding.references.repeats import as_before
from dragoman.coding.references.residents import has_other_owner, of_the_place
from dragoman.model.actors import Identity
from dragoman.model.parses import Sentence

# "The Tourism Ministry" is a ministry; "the Red Lion Brigades" are no brigades of a state.
_NAMED_BY_FIELD = frozenset({"GOV", "LEG", "JUD", "COP"})
_FORCES = frozenset({"MIL", "COP"})
_STATE_ROLES = frozenset({"official", "spokesperson"})
_NEAR, _REACH, _BODY_REACH = 2, 3, 6
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_RANKS = frozenset(
    {
        *("acting", "interim", "deputy", "principal", "first", "vice", "chief", "senior", "grand"),
        *("crown", "assistant", "former", "new", "special", "federal", "royal", "incoming"),
        *("designate",),
    }
)
_KNOWN = _DEFINITE | _POSSESSIVES
_INDEFINITE = frozenset({"a", "an", "another", "some", "any", "no", "other", "several"})
# Words that say of troops or officials that they are of no state named nearby.
_OF_OTHERS = frozenset({"foreign", "international", "multinational", "western", "allied", "global"})


def bearer(
    sentence: Sentence, mention: Mention, scene: Scene, place: Identity | None
) -> tuple[Identity, ...]:
    """Whom a title, body or people named without a state stand for; empty where nobody can tell.

    A title means its last bearer; any other noun what the same noun meant before; else both are of
    the state the text speaks of. A title with a name that nobody knows is of that state too.
    """
    noun = noun_of(mention, scene.tables)
    if noun is None:
        return ()
    noun = replace(noun, is_plural=sentence.fine_tags[mention.head] in ("NNS", "NNPS"))
    words = {sentence.words[child].lower() for child in sentence.children[mention.head]}
    bare = Bare(sentence, mention, noun, bool(words & _KNOWN), bool(words & _INDEFINITE))
    if mention.kind == "person":
        return _named(bare, scene)
    if _is_of_others(sentence, mention) or _is_in_a_name(bare):
        return ()
    if (owned := _of_the_owner(bare, scene)) is not None:
        return owned
    if (named := association(bare, scene)) is not None:
        return named
    return (
        coalition(bare, scene)
        or _of_the_sender(bare, scene)
        or _of_the_one_beside(bare, scene)
        or _of_several(bare, scene)
        or _of_the_voice(bare, scene)
        or as_before(bare, scene, place)
        or of_the_place(bare, scene, place)
    )


def _is_of_others(sentence: Sentence, mention: Mention) -> bool:
    """Whether the word before says they are of no state named: "foreign troops" or fighters.

    A "foreign minister" is not: there it is part of the title.
    """
    if mention.rule == "sectors: foreign fighter":
        return True
    before = (c for c in sentence.children[mention.head] if c < mention.first)
    return any(sentence.words[child].lower() in _OF_OTHERS for child in before)


def _body_spoken_for(bare: Bare, scene: Scene) -> Referent | None:
    """The body named before of which one is that a title names: "the head of the Ministry, Bo"."""
    sentence = bare.sentence
    bodies = {
        sentence.lemmas[word].lower()
        for word in sentence.related(bare.mention.head, "nmod")
        if any(sentence.words[c].lower() == "the" for c in sentence.related(word, "det"))
    }
    if not bodies:
        return None
    return scene.latest(
        sentence.index, _BODY_REACH, lambda r: r.noun in bodies and scene.is_state(r)
    )


def _is_in_a_name(bare: Bare) -> bool:
    """Whether a noun is a part of a name that no table holds: "the Red Lion Brigades"."""
    sentence, mention = bare.sentence, bare.mention
    if sentence.tags[mention.head] != "PROPN" or bare.noun.sector in _NAMED_BY_FIELD:
        return False
    around = [*sentence.children[mention.head], sentence.heads[mention.head]]
    beside = [w for w in around if w in (mention.first - 1, mention.last + 1)]
    return any(sentence.tags[w] == "PROPN" for w in beside)


def _named(bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """A person whom only a title and a name tell: known by surname, else of the state spoken of."""
    name = _bare_name(bare.sentence, bare.mention)
    if not name or _is_owned_by_somebody_unknown(bare, scene):
        return ()
    if known := scene.surnames.get(fold(name.split()[-1]).lower()):
        return (known,)
    is_public = bare.is_title and bare.noun.sector != "REL"
    if not is_public and bare.noun.role not in _STATE_ROLES:
        return ()
    if _is_of_a_firm(bare.sentence, bare.mention):
        return ()
    is_military = bare.noun.sector == "MIL"
    state = _body_spoken_for(bare, scene) or scene.latest(
        bare.sentence.index,
        _NEAR,
        lambda r: (
            has_sector(r, "MIL") if is_military else scene.is_state(r) and not has_sector(r, "JRN")
        ),
    )
    return of_nation(
        state.identities[0] if state else None, Parts(nouns=(bare.noun,), name=name), scene
    )


def _is_owned_by_somebody_unknown(bare: Bare, scene: Scene) -> bool:
    """Whether "his" in "his deputy Ivo Androv" means nobody known."""
    owners = bare.sentence.related(bare.mention.head, "nmod:poss")
    pronouns = [w for w in owners if bare.sentence.words[w].lower() in _POSSESSIVES]
    return any(not antecedent(bare.sentence, word, scene) for word in pronouns)


def _is_of_a_firm(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name that no table holds stands before a title: "Acme president Ana Quispe"."""
    before = mention.first - 1
    return (
        before >= 0
        and sentence.tags[before] == "PROPN"
        and sentence.words[before].lower() not in _RANKS
        and mention.first <= sentence.heads[before] <= mention.last
    )


def _bare_name(sentence: Sentence, mention: Mention) -> str:
    """The name in a mention without its title."""
    title = set(mention.rule.partition(": ")[2].lower().split())
    names = [sentence.words[w] for w in mention.words if sentence.tags[w] == "PROPN"]
    return " ".join(name for name in names if name.lower() not in title)


def _of_the_owner(bare: Bare, scene: Scene) -> tuple[Identity, ...] | None:
    """Those of whom a possessive means: "his foreign minister", "the group's leaders".

    Empty where the owner is nobody known; None where there is no owner.
    """
    sentence, head = bare.sentence, bare.mention.head
    if bare.noun.sector == "UAF":  # "their captors" are no countrymen of theirs
        return None
    for child in sentence.related(head, "nmod:poss", "compound", "amod"):
        if sentence.words[child].lower() in _POSSESSIVES:
            owners = antecedent(sentence, child, scene)
            if sentence.lemmas[head].lower() == "counterpart":
                return _across_from(owners, bare, scene)
        elif (known := _at(sentence, child, scene)) is not None:
            owners = known
        elif sentence.relations[child] != "nmod:poss":
            continue
        else:
            return () if sentence.tags[child] == "PROPN" else None
        return tuple(
            i for owner in owners for i in of_nation(owner, Parts(nouns=(bare.noun,)), scene)
        )
    return None


def _of_the_sender(bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """Those whom the subject sends or calls back: "Chile sent diplomats to the border"."""
    sentence, head = bare.sentence, bare.mention.head
    is_sent = bare.noun.role == "envoy" or bare.noun.sector == "MIL"
    verb = sentence.heads[head]
    if not is_sent or bare.is_definite or sentence.relations[head] != "obj":
        return ()
    if sentence.lemmas[verb].lower() not in scene.tables.words["sending"]:
        return ()
    parts = Parts(nouns=(bare.noun,))
    doers = [_at(sentence, word, scene) or () for word in sentence.related(verb, "nsubj")]
    return tuple(i for found in doers for doer in found for i in of_nation(doer, parts, scene))


def _of_the_one_beside(bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """Those whose state is told once for two forces: "Malian police and national guardsmen"."""
    sentence, head = bare.sentence, bare.mention.head
    first = sentence.heads[head]
    is_second = sentence.relations[head] == "conj" and not sentence.related(head, "det")
    if not is_second or bare.is_definite or bare.noun.sector not in _FORCES:
        return ()
    owners = _at(sentence, first, scene) or ()
    forces = [i for i in owners if _FORCES & set(i.sector)]
    return tuple(i for o in forces for i in of_nation(o, Parts(nouns=(bare.noun,)), scene))


def _at(sentence: Sentence, word: int, scene: Scene) -> tuple[Identity, ...] | None:
    """Whom the mention at a word of this sentence stands for; None where there is none."""
    here = next(scene.back(sentence.index, 0))
    return next((r.identities for r in here if r.mention.head == word), None)


def _across_from(owners: tuple[Identity, ...], bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """Whom "his counterpart" means: the person named last who is of another state than he."""
    own = {owner.code for owner in owners}
    other = scene.latest(
        bare.sentence.index,
        _NEAR,
        lambda r: r.is_person and scene.is_state(r) and not own & {i.code for i in r.identities},
    )
    return other.identities if own and other else ()


def _of_the_voice(bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """A title or body as a state's own text writes it: "the President", "the Senate"."""
    is_written_so = bare.mention.first > 0 and bare.sentence.words[bare.mention.head][0].isupper()
    is_ours = bare.is_title or bare.noun.kind == "body" or bool(bare.noun.role)
    if len(scene.voice) != 1 or not is_ours or not is_written_so:
        return ()
    if lacks(scene.voice[0], bare.noun.role, scene):
        return ()
    return of_nation(scene.voice[0], Parts(nouns=(bare.noun,)), scene)


def _of_several(bare: Bare, scene: Scene) -> tuple[Identity, ...]:
    """Those of the states that act together, or stand together, before: "the ministers"."""
    is_theirs = bare.is_definite or bare.sentence.relations[bare.mention.head] == "nmod:poss"
    is_public = bare.is_title and bare.noun.sector == "GOV"
    is_many = bare.noun.is_plural and (is_public or bare.noun.role == "official")
    if not is_many or not is_theirs or has_other_owner(bare.sentence, bare.mention.head, scene):
        return ()
    at = bare.sentence.index
    lemma = bare.sentence.lemmas[bare.mention.head].lower()
    if scene.latest(at, _REACH, lambda r: r.is_plural and r.noun == lemma):
        return ()
    states = scene.with_company(at, _REACH)
    if not states and bare.is_title:
        several = scene.latest(at, 1, lambda r: len(r.identities) > 1)
        states = several.identities if several else ()
    return tuple(i for state in states for i in of_nation(state, Parts(nouns=(bare.noun,)), scene))
