"""Records as a pandas frame or an Arrow table; neither library is part of the core install."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dragoman.errors import MissingPartError

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from pyarrow import Table  # type: ignore[import-not-found, import-untyped, unused-ignore]

    __all__ = ["DataFrame", "Table", "to_arrow", "to_pandas"]

_REMEDY = 'Install it with: pip install "dragoman[notebooks]"'


def to_pandas(records: Sequence[dict[str, Any]]) -> DataFrame:
    """Records as a pandas DataFrame, one row each, columns in the records' own order.

    Raises: MissingPartError where pandas is not installed.
    """
    try:
        import pandas as pd  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError as error:
        raise MissingPartError("pandas is not installed", _REMEDY) from error
    return pd.DataFrame.from_records(list(records))


def to_arrow(records: Sequence[dict[str, Any]]) -> Table:
    """Records as a pyarrow Table, lists and parts of a record nested.

    Raises: MissingPartError where pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError as error:
        raise MissingPartError("pyarrow is not installed", _REMEDY) from error
    return pa.Table.from_pylist(list(records))
