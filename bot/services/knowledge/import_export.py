"""Brings entries in from files and takes a server's own out as files."""

import hashlib
import json
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from bot.domain.actor import Actor
from bot.domain.clock import Clock
from bot.domain.entry import Entry
from bot.domain.errors import Changed, ImportRefused, NotFound, SecondNeeded, Thing
from bot.domain.faults import FileCode, FileFault, file_fault
from bot.domain.gate import GateReport, SecondPerson
from bot.domain.revision import ChangeNote, Kind, OwnReason, Revision
from bot.services.knowledge.gatekeeping import Gatekeeper
from bot.services.knowledge.moderators import must_moderate
from bot.services.knowledge.versions import Versions, number_of
from bot.storage.entry_bundles import Brought, read_lines, read_path, write_csv, write_jsonl
from bot.storage.entry_writer import write_entry
from bot.storage.knowledge.stores import KnowledgeStores

_MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Plan:
    """What bringing entries in would do: nothing at all while anything is refused.

    `changed` holds each entry as it is and as it would be; `same` counts those that are so already. `live`
    has the server's revision of each, where there is one.
    """

    added: tuple[Entry, ...]
    changed: tuple[tuple[Entry, Entry], ...]
    same: int
    refused: tuple[FileFault, ...]
    live: Mapping[str, Revision | None]
    report: GateReport | None = None
    second: SecondPerson | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that would be published."""
        return (*self.added, *(after for _, after in self.changed))

    @property
    def can_be_done(self) -> bool:
        """There is something to publish, and nothing is in the way."""
        return bool(self.entries) and not self.refused and self.second is None

    @property
    def fingerprint(self) -> str:
        """Twelve hex digits of what would replace what, so that nothing unseen is overwritten."""
        before = {entry.id: entry.version for entry, _ in self.changed}
        after = [
            (entry.id, number_of(self.live[entry.id]), before.get(entry.id), entry.version)
            for entry in self.entries
        ]
        return hashlib.sha256(json.dumps(after).encode()).hexdigest()[:12]


Planning = Generator[None, None, Plan]
"""Long work: it yields between steps and returns the plan."""


class ImportExport:
    """Files of entries. Every method raises RoleNeeded for anyone but a moderator."""

    def __init__(
        self, versions: Versions, gatekeeper: Gatekeeper, stores: KnowledgeStores, now: Clock
    ) -> None:
        self._versions = versions
        self._bases = versions.bases
        self._gatekeeper = gatekeeper
        self._imports = stores.imports
        self._publisher = stores.publisher
        self._now = now

    def plan_file(self, path: Path, *, by: Actor) -> Planning:
        """What bringing in a file, or a folder of Markdown files, would do."""
        must_moderate(by)
        return (yield from self._plan(str(path), read_path(path), by.guild_id))

    def plan_text(self, name: str, text: str, *, by: Actor) -> Generator[None, None, tuple[int, Plan]]:
        """What bringing in a text under a file name would do, and the number by which it is accepted."""
        must_moderate(by)
        number = self._imports.put(by.guild_id, by.user_id, name, text, at=self._now())
        return number, (yield from self._plan(name, read_lines(name, StringIO(text)), by.guild_id))

    def accept_text(self, number: int, fingerprint: str, *, by: Actor) -> Planning:
        """Publish what was brought as text, as it was seen, or nothing.

        Raises NotFound, ImportRefused, SecondNeeded, or Changed where someone has published any of it since.
        """
        must_moderate(by)
        brought = self._imports.get(number, by.guild_id, by.user_id)
        if brought is None:
            raise NotFound(Thing.PLAN, number)
        lines = read_lines(brought.name, StringIO(brought.text))
        plan = yield from self._plan(brought.name, lines, by.guild_id)
        if plan.fingerprint != fingerprint:
            raise Changed(Thing.PLAN, number)
        self._publish(plan, brought.name, by)
        self._imports.forget(number)
        return plan

    def accept(self, plan: Plan, name: str, *, by: Actor) -> None:
        """Publish all of a plan or none of it. Raises ImportRefused, SecondNeeded or Changed."""
        must_moderate(by)
        self._publish(plan, Path(name).name, by)

    def files(self, *, by: Actor) -> dict[str, str | None]:
        """The knowledge files that the server's own texts would be, by id; None for one that it retired."""
        return {
            revision.entry_id: write_entry(revision.entry) if revision.entry else None
            for revision in self._own(by)
        }

    def file(self, entry_id: str, *, by: Actor) -> str | None:
        """The knowledge file of one of them. Raises NotFound where the server has no text of its own."""
        files = self.files(by=by)
        if entry_id not in files:
            raise NotFound(Thing.REVISION, entry_id)
        return files[entry_id]

    def table(self, kind: str, *, by: Actor) -> str:
        """The server's own entries as `jsonl` or `csv`."""
        entries = [revision.entry for revision in self._own(by) if revision.entry]
        return write_csv(entries) if kind == "csv" else write_jsonl(entries)

    def _own(self, by: Actor) -> Iterator[Revision]:
        """The live revisions whose text is not the shipped one."""
        must_moderate(by)
        for revision in self._versions.own(by.guild_id):
            shipped = self._versions.shipped(revision.entry_id)
            if revision.over(shipped) != shipped:
                yield revision

    def _plan(self, name: str, brought: Iterable[Brought], guild_id: int) -> Planning:
        entries, refused = _sorted_out(name, brought)
        shown = self._bases.freshen(guild_id).entries
        new = {entry.id: entry for entry in entries if entry != shown.get(entry.id)}
        plan = Plan(
            added=tuple(entry for entry in new.values() if entry.id not in shown),
            changed=tuple((shown[entry.id], entry) for entry in new.values() if entry.id in shown),
            same=len(entries) - len(new),
            refused=tuple(refused),
            live={entry_id: self._versions.current(guild_id, entry_id) for entry_id in new},
        )
        if refused or not new:
            return plan
        report = yield from self._gatekeeper.report(guild_id, new)
        return replace(plan, report=report, second=self._gatekeeper.second_person(guild_id, new, report))

    def _publish(self, plan: Plan, name: str, by: Actor) -> None:
        if plan.refused:
            raise ImportRefused(len(plan.refused))
        if plan.second:
            second = plan.second
            raise SecondNeeded(second.topics, second.loses_must_answer, second.both_sides)
        note = ChangeNote(by.user_id, OwnReason.IMPORTED, name)
        revisions = [
            *(self._revision(entry, Kind.ADD, plan, by.guild_id, note) for entry in plan.added),
            *(self._revision(entry, Kind.EDIT, plan, by.guild_id, note) for _, entry in plan.changed),
        ]
        self._publisher.publish(revisions)
        self._bases.freshen(by.guild_id)

    def _revision(self, entry: Entry, kind: Kind, plan: Plan, guild_id: int, note: ChangeNote) -> Revision:
        current = plan.live[entry.id]
        return Revision(
            guild_id=guild_id,
            entry_id=entry.id,
            number=number_of(current) + 1,
            kind=kind,
            entry=entry,
            made_from=self._versions.made_from(entry.id, current),
            why=note,
            at=self._now(),
        )


def _sorted_out(name: str, brought: Iterable[Brought]) -> tuple[list[Entry], list[FileFault]]:
    """The sound entries and the faults; reading stops when there are more faults than anyone would read."""
    lines: dict[str, int] = {}
    entries: list[Entry] = []
    faults: list[FileFault] = []
    for one in brought:
        if isinstance(one, FileFault):
            faults.append(one)
        elif one[1].id in lines:
            faults.append(file_fault(name, one[0], FileCode.TWICE, id=one[1].id, first=lines[one[1].id]))
        else:
            lines[one[1].id] = one[0]
            entries.append(one[1])
        if len(faults) >= _MOST_FAULTS:
            break
    if not entries and not faults:
        faults.append(file_fault(name, 1, FileCode.NO_ENTRY))
    return entries, faults
