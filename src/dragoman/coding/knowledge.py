"""Knowledge: every table the coder reads, loaded once and handed down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dragoman.coding.actors.actors import ActorTables, load_actor_tables
from dragoman.coding.acts.aim_cues import AimPhrases, load_aim_phrases
from dragoman.coding.acts.surroundings import StanceTables, load_stance_tables
from dragoman.coding.acts.tables import ActTables, load_act_tables
from dragoman.coding.voices.cues import CueTable, load_cues
from dragoman.coding.voices.speakers import SourceTable, load_sources


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables of the coder, the user's own rows laid over the package's."""

    actors: ActorTables
    acts: ActTables
    stance: StanceTables
    cues: CueTable
    sources: SourceTable
    aims: AimPhrases


def load_knowledge(own_tables: Path | None = None) -> Knowledge:
    """The package's tables, with those of the folder `own_tables` added or put in their place.

    Raises: TableError for a table that cannot be read.

    >>> ("meet", "verb") in load_knowledge().acts.rows
    True
    """
    return Knowledge(
        actors=load_actor_tables(own_tables),
        acts=load_act_tables(own_tables),
        stance=load_stance_tables(own_tables),
        cues=load_cues(own_tables),
        sources=load_sources(own_tables),
        aims=load_aim_phrases(own_tables),
    )
