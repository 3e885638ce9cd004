"""Brings entries in from files and takes a server's own out as files."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from bot.domain.actor import Actor
from bot.domain.clock import Clock
from bot.domain.entry import Entry
from bot.domain.errors import GateClosed, ImportRefused, Overtaken
from bot.domain.faults import Fault
from bot.domain.gate import GateReport
from bot.domain.revision import Kind, Revision, Why
from bot.services.knowledge.gatekeeping import Gatekeeper, SecondPerson
from bot.services.knowledge.moderators import must_moderate
from bot.services.knowledge.versions import Versions
from bot.storage.entry_bundles import Brought, read_lines, read_path, write_csv, write_jsonl
from bot.storage.entry_writer import write_entry
from bot.storage.knowledge.stores import KnowledgeStores

_MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking entries in would do: nothing at all while anything is refused.

    `changed` holds each entry as it is and as it would be; `same` counts those that are so already. `seen`
    has the number of what was live of each then.
    """

    added: tuple[Entry, ...]
    changed: tuple[tuple[Entry, Entry], ...]
    same: int
    refused: tuple[Fault, ...]
    seen: Mapping[str, int]
    report: GateReport | None = None
    second: SecondPerson | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that would be published."""
        return (*self.added, *(after for _, after in self.changed))

    @property
    def fingerprint(self) -> str:
        """Twelve hex digits of what would take the place of what, so that nothing unseen is overwritten."""
        before = {entry.id: entry.version for entry, _ in self.changed}
        after = [
            (entry.id, self.seen[entry.id], before.get(entry.id), entry.version) for entry in self.entries
        ]
        return hashlib.sha256(json.dumps(after).encode()).hexdigest()[:12]


class Exchange:
    """Files of entries. Every method raises NotAllowed for anybody but a moderator."""

    def __init__(
        self, versions: Versions, gatekeeper: Gatekeeper, stores: KnowledgeStores, now: Clock
    ) -> None:
        self._versions = versions
        self._bases = versions.bases
        self._gatekeeper = gatekeeper
        self._imports = stores.imports
        self._publisher = stores.publisher
        self._now = now

    def plan_file(self, path: Path, *, by: Actor) -> Plan:
        """What taking in a file, or a folder of Markdown files, would do."""
        must_moderate(by)
        return self._plan(str(path), read_path(path), by.guild_id)

    def rehearse_text(self, name: str, text: str, *, by: Actor) -> Iterator[None]:
        """Do the work of planning beforehand, a little at a time: others are answered in between."""
        must_moderate(by)
        entries, refused = _sorted_out(name, read_lines(name, StringIO(text)))
        new = self._new(entries, by.guild_id)
        return iter(()) if refused or not new else self._gatekeeper.rehearse(by.guild_id, new)

    def plan_text(self, name: str, text: str, *, by: Actor) -> tuple[int, Plan]:
        """What taking in a text under a file name would do, and the number to take it in by."""
        must_moderate(by)
        number = self._imports.put(by.guild_id, by.user_id, name, text, at=self._now())
        return number, self._plan_of_text(name, text, by.guild_id)

    def take_in_text(self, number: int, fingerprint: str, *, by: Actor) -> Plan:
        """Publish what was brought as text, as it was seen, or nothing.

        Raises ImportRefused, GateClosed, or Overtaken where somebody has published any of it since.
        """
        must_moderate(by)
        brought = self._imports.get(number, by.guild_id, by.user_id)
        if brought is None:
            raise ImportRefused("That has been taken in, or another import has taken its place.")
        plan = self._plan_of_text(brought.name, brought.text, by.guild_id)
        if plan.fingerprint != fingerprint:
            raise Overtaken(
                "Somebody has published some of these answers since you looked, so nothing was taken in."
                " Bring the text in again to see what it would do now."
            )
        self.take_in(plan, brought.name, by=by)
        self._imports.forget(number)
        return plan

    def take_in(self, plan: Plan, name: str, *, by: Actor) -> None:
        """Publish all of a plan or none of it. Raises ImportRefused, GateClosed or Overtaken."""
        must_moderate(by)
        if plan.refused:
            raise ImportRefused(
                "Nothing was taken in, because not all of it is sound. Mend it and try again."
            )
        if plan.second:
            because = " ".join(plan.second.because)
            raise GateClosed(
                f"Nothing was taken in. {because} Make that change in chat, with a second moderator."
            )
        why = Why(by.user_id, f"Taken in from {Path(name).name}.")
        self._publisher.publish([self._revision(entry, plan, by.guild_id, why) for entry in plan.entries])
        self._bases.freshen(by.guild_id)

    def files(self, *, by: Actor) -> dict[str, str | None]:
        """The knowledge files that the server's own texts would be, by id; None for one that it retired."""
        return {
            revision.entry_id: write_entry(revision.entry) if revision.entry else None
            for revision in self._own(by)
        }

    def table(self, form: str, *, by: Actor) -> str:
        """The server's own entries as `jsonl` or `csv`."""
        entries = [revision.entry for revision in self._own(by) if revision.entry]
        return write_csv(entries) if form == "csv" else write_jsonl(entries)

    def _own(self, by: Actor) -> Iterator[Revision]:
        """The live revisions whose text is not the shipped one."""
        must_moderate(by)
        for revision in self._versions.own(by.guild_id):
            shipped = self._versions.shipped(revision.entry_id)
            if revision.over(shipped) != shipped:
                yield revision

    def _plan_of_text(self, name: str, text: str, guild_id: int) -> Plan:
        return self._plan(name, read_lines(name, StringIO(text)), guild_id)

    def _plan(self, name: str, brought: Iterable[Brought], guild_id: int) -> Plan:
        entries, refused = _sorted_out(name, brought)
        new, shown = self._new(entries, guild_id), self._bases.base(guild_id).entries
        plan = Plan(
            added=tuple(entry for entry in new.values() if entry.id not in shown),
            changed=tuple((shown[entry.id], entry) for entry in new.values() if entry.id in shown),
            same=len(entries) - len(new),
            refused=tuple(refused),
            seen={entry_id: self._versions.number(guild_id, entry_id) for entry_id in new},
        )
        if refused or not new:
            return plan
        report = self._gatekeeper.report(guild_id, new)
        return replace(plan, report=report, second=self._gatekeeper.second_person(guild_id, new, report))

    def _new(self, entries: Iterable[Entry], guild_id: int) -> dict[str, Entry]:
        """Those that are not live as they are."""
        shown = self._bases.freshen(guild_id).entries
        return {entry.id: entry for entry in entries if entry != shown.get(entry.id)}

    def _revision(self, entry: Entry, plan: Plan, guild_id: int, why: Why) -> Revision:
        return Revision(
            guild_id=guild_id,
            entry_id=entry.id,
            number=plan.seen[entry.id] + 1,
            kind=Kind.EDIT if entry.id in self._bases.base(guild_id).entries else Kind.ADD,
            entry=entry,
            made_from=self._versions.made_from(guild_id, entry.id),
            why=why,
            at=self._now(),
        )


def _sorted_out(name: str, brought: Iterable[Brought]) -> tuple[list[Entry], list[Fault]]:
    """The sound entries and the faults; reading stops when there are more faults than anybody would read."""
    lines: dict[str, int] = {}
    entries: list[Entry] = []
    faults: list[Fault] = []
    for one in brought:
        if isinstance(one, Fault):
            faults.append(one)
        elif one[1].id in lines:
            message = f"`{one[1].id}` stands in line {lines[one[1].id]} already; keep one of them"
            faults.append(Fault(name, one[0], message))
        else:
            lines[one[1].id] = one[0]
            entries.append(one[1])
        if len(faults) >= _MOST_FAULTS:
            break
    if not entries and not faults:
        faults.append(Fault(name, 1, "there is no entry in this"))
    return entries, faults
