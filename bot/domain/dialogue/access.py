"""Equal access: who has been met about a service, for how long, and what they were given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Meeting:
    """One organisation's request about a service, with its outcome. `shared` is what it was given."""

    organisation: str
    asker_id: int
    minutes: int = 0
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Access:
    """All that one organisation has had."""

    organisation: str
    meetings: int
    minutes: int
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EqualAccess:
    """All who asked about one service, in order of name."""

    organisations: tuple[Access, ...] = ()
    everything: tuple[str, ...] = field(default=())

    @property
    def not_met(self) -> tuple[str, ...]:
        """Those who asked and have not been met."""
        return tuple(one.organisation for one in self.organisations if not one.meetings)

    @property
    def unequal(self) -> tuple[Access, ...]:
        """Those who were given something that others who asked were not."""
        if len(self.organisations) < 2:
            return tuple(one for one in self.organisations if one.shared)
        return tuple(one for one in self.organisations if set(one.shared) - self._given_to_all)

    @property
    def _given_to_all(self) -> set[str]:
        return set.intersection(*(set(one.shared) for one in self.organisations))


def equal_access(meetings: Iterable[Meeting]) -> EqualAccess:
    """Put together what each organisation has had, whichever of its people asked."""
    by_name: dict[str, list[Meeting]] = {}
    for meeting in meetings:
        by_name.setdefault(" ".join(meeting.organisation.casefold().split()), []).append(meeting)
    organisations = tuple(_summed(some) for _, some in sorted(by_name.items()))
    return EqualAccess(organisations, _distinct(text for one in organisations for text in one.shared))


def _summed(meetings: Sequence[Meeting]) -> Access:
    met = [meeting for meeting in meetings if meeting.minutes]
    return Access(
        meetings[0].organisation,
        len(met),
        sum(meeting.minutes for meeting in met),
        _distinct(text for meeting in meetings for text in meeting.shared),
    )


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
