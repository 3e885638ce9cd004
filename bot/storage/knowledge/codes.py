"""Brings stored states of keeping the answers right, and open drafts, to the codes that are used now."""

import json
import re

from sqlite_utils import Database

from bot.domain.entry import FORMERLY
from bot.domain.entry_parts import BY_KEY

_STATES = {
    "cases": {"set aside": "set-aside"},
    "referrals": {"set aside": "set-aside"},
    "suggestions": {"taken": "accepted", "set aside": "declined"},
}
"""The states that get another name, by table."""

_LINK = re.compile(rf"^\s*({'|'.join(FORMERLY)})\s*:", re.MULTILINE)


def use_codes(db: Database) -> None:
    """Rename the states, which a table checks, so that each table is made anew with all its rows."""
    waiting = list(db.execute("select referral_id, user_id from to_be_told"))
    db.execute("delete from to_be_told")  # they refer to a table that is about to be made anew
    for table, renamed in _STATES.items():
        _rename_states(db, table, renamed)
    db.conn.executemany("insert into to_be_told (referral_id, user_id) values (?, ?)", waiting)
    _rename_in_drafts(db)


def _rename_states(db: Database, table: str, renamed: dict[str, str]) -> None:
    """Make a table anew with other states; its indexes, its triggers and its next number stay."""
    made = list(
        db.execute("select name, sql from sqlite_master where tbl_name = ? and sql is not null", [table])
    )
    number = db.execute("select seq from sqlite_sequence where name = ?", [table]).fetchone()
    names = [column.name for column in db.table(table).columns]
    columns, values = ", ".join(names), ", ".join(_case(renamed) if n == "state" else n for n in names)
    new = re.sub(rf"(?i)^create table \W*{table}\b\W*\(", f"create table {table}_anew (", dict(made)[table])
    for before, after in renamed.items():
        new = new.replace(f"'{before}'", f"'{after}'")
    db.execute(new)
    db.execute(f"insert into {table}_anew ({columns}) select {values} from {table}")  # noqa: S608 - our own
    db.execute(f"drop table {table}")
    db.execute(f"alter table {table}_anew rename to {table}")
    for name, sql in made:
        if name != table:
            db.execute(sql)
    if number is not None:
        db.execute("update sqlite_sequence set seq = ? where name = ?", [number[0], table])


def _case(renamed: dict[str, str]) -> str:
    whens = " ".join(f"when '{before}' then '{after}'" for before, after in renamed.items())
    return f"case state {whens} else state end"


def _rename_in_drafts(db: Database) -> None:
    """Open drafts get the parts that were added since, and the names that links have now."""
    live = "select id, fields from entry_drafts where state in ('open', 'proposed')"
    for draft_id, text in list(db.execute(live)):
        fields = {**dict.fromkeys(BY_KEY, ""), **dict(json.loads(text))}
        fields["related"] = _LINK.sub(lambda found: f"{FORMERLY[found[1]]}:", fields["related"])
        db.execute("update entry_drafts set fields = ? where id = ?", [json.dumps(fields), draft_id])
