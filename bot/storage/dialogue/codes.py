"""Makes the tables of early dialogue again, with codes for states and numbers that count within a server.

Before, states and acts were stored as the sentences that people read, and one count ran through all servers.
Old numbers stay; a server's next one follows its own highest.
"""

from collections.abc import Mapping

from sqlite_utils import Database

from bot.storage.dialogue.coded_tables import TABLES

STAGES = {"engagement open": "open", "closed: a tender notice is out": "closed"}
RECORD_STATES = {"with the charity": "with-charity", "with the commissioner": "with-commissioner"}
SIDES = {"the charity": "charity", "the commissioner": "commissioner"}
OUTCOMES = {"held": "took-place"}
ACTS = {
    "hand over": "hand-over",
    "give back": "give-back",
    "offer times for": "offer",
    "turn down the times offered for": "turn-down",
    "add a note to": "note",
    "say that it was held of": "took-place",
    "report a no-show of": "no-show",
    "add to": "add-to",
    "keep a commitment": "keep",
    "post the summary of": "publish",
    "open engagement on": "open",
    "record the award of": "award",
    "set the rules of": "set-rules",
    "add a window to": "add-window",
    "take a window from": "remove-window",
    "take up again": "resume",
}
_ASK_INSTEAD = "Ask here instead: "


def use_dialogue_codes(db: Database) -> None:
    """Bring every row along. Parents are made first and dropped last, so that no key is ever broken."""
    names = list(TABLES)
    for name in names:
        db.execute(f"create temp table before_{name} as select * from {name}")  # noqa: S608 - named above
    for name in reversed(names):
        db.execute(f"drop table {name}")
    for statements in TABLES.values():
        for statement in statements:
            db.execute(statement)
    for name in names:
        _copy(db, name, _CHANGED.get(name, {}))
        db.execute(f"drop table temp.before_{name}")
    _change_what_waits(db)


def _copy(db: Database, name: str, changed: Mapping[str, str]) -> None:
    columns = list(db[name].columns_dict)
    values = ", ".join(changed.get(column, column) for column in columns)
    db.execute(
        f"insert into {name} ({', '.join(columns)}) select {values} from temp.before_{name}"  # noqa: S608
    )


def _coded(column: str, codes: Mapping[str, str], otherwise: str = "") -> str:
    """SQL for the code of what a column holds; what has none stays, or is `otherwise`."""
    cases = " ".join(f"when '{text}' then '{code}'" for text, code in codes.items())
    return f"case {column} {cases} else {otherwise or column} end"


_TIMED = "instr(became, ' for 20') > 0"
_TIME = "replace(substr(became, instr(became, ' for 20') + 5), 'Z', ':00.000+00:00')"
_BECAME = {**STAGES, **RECORD_STATES, **OUTCOMES}
_CHANGED: Mapping[str, Mapping[str, str]] = {
    "planned_services": {"stage": _coded("stage", STAGES)},
    "bookings": {"state": _coded("state", OUTCOMES)},
    "outcomes_said": {"said": _coded("said", OUTCOMES)},
    "records": {
        "stage": f"nullif({_coded('stage', STAGES)}, 'no planned service')",
        "state": _coded("state", RECORD_STATES),
    },
    "commitments": {"side": _coded("side", SIDES)},
    "dialogue_events": {
        "act": _coded("act", ACTS),
        "became": (
            f"case when {_TIMED} then substr(became, 1, instr(became, ' for 20') - 1)"
            f" when became like '% windows' then 'open' else {_coded('became', _BECAME)} end"
        ),
        "facts": (
            f"case when {_TIMED} then json_object('starts_at', {_TIME})"
            " when became like '% windows' then json_object('windows', cast(became as integer))"
            " else '{}' end"
        ),
    },
}


def _change_what_waits(db: Database) -> None:
    """What people are still to be told, and what they typed into a form that they have not sent."""
    for text, code in STAGES.items():
        db.execute(
            "update drafts set typed = json_set(typed, '$.stage', ?) where form = 'service-add'"
            " and json_extract(typed, '$.stage') = ?",
            [code, text],
        )

    if "outbox" not in db.table_names():
        return
    db.execute(
        "update outbox set booking = json_set(booking, '$.state', 'took-place')"
        " where json_extract(booking, '$.state') = 'held'"
    )
    db.execute("update outbox set why = 'took-place' where news = 'said' and why = 'held'")
    _cut(db, "news = 'closed' and state = 'due'")


def _cut(db: Database, where: str) -> None:
    """Keep of a sentence only where to ask instead, which is what the new cards want."""
    db.execute(
        f"update outbox set why = substr(why, instr(why, ?) + ?) where instr(why, ?) > 0 and {where}",  # noqa: S608
        [_ASK_INSTEAD, len(_ASK_INSTEAD), _ASK_INSTEAD],
    )
