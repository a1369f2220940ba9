"""`sohoa entities`: what may be one and the same across documents, and what was decided of it."""

import getpass
import sys
from typing import Annotated

import typer

from pipeline.cli.options import DEFAULT_STORE, StoreUrl

Pair = tuple[str, str]


def entities(
    *,
    store: StoreUrl = DEFAULT_STORE,
    same: Annotated[Pair | None, typer.Option(help="Merge the second into the first.", metavar="KEPT OTHER")] = None,
    different: Annotated[Pair | None, typer.Option(help="They are two.", metavar="ONE OTHER")] = None,
    undo: Annotated[Pair | None, typer.Option(help="Take the last decision back.", metavar="ONE OTHER")] = None,
    reviewer: Annotated[str, typer.Option(help="Name beside the decision; else the user of this machine.")] = "",
) -> int:
    """List the pairs of entities that may be one, tab-separated, the likeliest first; or decide upon a pair.

    Example: sohoa entities --same "person:lê an@organisation:x" "person:lê ân@organisation:x"
    """
    from pipeline.store import open_store
    from pipeline.store.entities import DIFFERENT, SAME, UNDONE, decide_entities, proposals

    opened = open_store(store, create=False)
    asked = [(verdict, pair) for verdict, pair in ((SAME, same), (DIFFERENT, different), (UNDONE, undo)) if pair]
    try:
        for verdict, (kept, other) in asked:
            decide_entities(opened, kept, other, verdict, reviewer=reviewer or getpass.getuser())
        if not asked:
            with opened.reading() as connection:
                found = proposals(connection)
            for proposal in found:
                print(
                    f"{proposal.likeness.score:.2f}", proposal.one, proposal.other, proposal.likeness.reason, sep="\t"
                )
            print(f"{len(found)} pairs to decide upon (also in `sohoa review`, key g)", file=sys.stderr)
    except LookupError as error:
        raise typer.BadParameter(f"no such entity: {error.args[0]}") from error
    finally:
        opened.close()
    return 0
