"""A mapping over another that holds only what differs, so that many cost little more than one."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Overlay(Mapping[str, Value], Generic[Value]):
    """`under`, with `changes` over it; None takes away. What is new comes last, by its key."""

    def __init__(self, under: Mapping[str, Value], changes: Mapping[str, Value | None]) -> None:
        self._under = under
        self._changes = dict(sorted(changes.items()))
        new = sum(value is not None and key not in under for key, value in self._changes.items())
        self._count = len(under) + new - sum(v is None and key in under for key, v in self._changes.items())

    def __getitem__(self, key: str) -> Value:
        if key not in self._changes:
            return self._under[key]
        value = self._changes[key]
        if value is None:
            raise KeyError(key)
        return value

    def __contains__(self, key: object) -> bool:
        return self._changes[key] is not None if key in self._changes else key in self._under

    def __iter__(self) -> Iterator[str]:
        yield from (key for key in self._under if self._changes.get(key, key) is not None)
        yield from (k for k, value in self._changes.items() if value is not None and k not in self._under)

    def __len__(self) -> int:
        return self._count
