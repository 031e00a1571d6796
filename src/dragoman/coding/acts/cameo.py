"""The CAMEO code of an act: its row's own, else the nearest to its type and mode."""

from __future__ import annotations

from dragoman.coding.acts.complements import Draft
from dragoman.coding.acts.tables import ActTables


def cameo_of(draft: Draft, tables: ActTables) -> str:
    """The code of the row that names the act, as long as the act is still of that row's type.

    Left to the general table, "thanked" and "signed a treaty" would have one code, and thanks would
    count as a commitment.
    """
    acts = (draft.noun, draft.act) if draft.noun else (draft.act,)
    kept = (
        act.row.cameo
        for act in acts
        if act.row.cameo and (act.row.type, act.row.mode) == (draft.type, draft.mode)
    )
    return next(kept, None) or tables.cameo_code(draft.type, draft.mode)
