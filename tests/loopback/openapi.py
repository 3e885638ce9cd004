"""Holds what a bot sends to Discord's published API document, where a copy of it is at hand.

`PARLEY_DISCORD_OPENAPI` names the file: openapi.json of https://github.com/discord/discord-api-spec. Without
it nothing is checked here, and the tests pass.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

_VARIABLE = "PARLEY_DISCORD_OPENAPI"
_ADDRESS = "urn:discord"


class Published(Protocol):
    """Something that knows which request bodies are valid."""

    def complaints(self, method: str, path: str, body: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
        """What is wrong with a request; nothing where it is as published."""


class Nothing:
    """Knows nothing, and so complains of nothing."""

    def complaints(self, _method: str, _path: str, _body: object) -> Iterator[str]:
        """No complaint."""
        return iter(())


class ApiDocument:
    """Discord's published API document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        from jsonschema import Draft202012Validator
        from referencing import Registry
        from referencing.jsonschema import DRAFT202012

        self._paths = document["paths"]
        # The literal path goes before the one with a placeholder: `@original` is no message's id.
        self._patterns = [(_pattern(path), path) for path in sorted(self._paths, key=_placeholders)]
        resource = DRAFT202012.create_resource(document)
        self._registry: Registry[Any] = Registry().with_resource(_ADDRESS, resource)
        self._validator = Draft202012Validator
        self._made: dict[str, Validator] = {}

    def complaints(self, method: str, path: str, body: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
        """What is wrong with a request: an unknown operation, no body, or one that breaks its schema."""
        from jsonschema.exceptions import best_match

        known = next((name for pattern, name in self._patterns if pattern.fullmatch(path)), None)
        operation = self._paths.get(known, {}).get(method.lower())
        if operation is None:
            yield f"{method} {path} is not a published operation"
            return
        if "requestBody" not in operation:
            return
        error = best_match(self._for(known or "", method.lower()).iter_errors(body))
        if error is not None:
            yield f"{method} {known}: {error.json_path}: {error.message[:300]}"

    def _for(self, path: str, method: str) -> "Validator":
        pointer = f"/paths/{path.replace('~', '~0').replace('/', '~1')}/{method}/requestBody/content"
        reference = f"{_ADDRESS}#{pointer}/application~1json/schema".replace("{", "%7B").replace("}", "%7D")
        if reference not in self._made:
            self._made[reference] = self._validator({"$ref": reference}, registry=self._registry)
        return self._made[reference]


@cache
def published() -> Published:
    """The document that the environment names, read once; or nothing."""
    path = os.environ.get(_VARIABLE)
    return ApiDocument(json.loads(Path(path).read_text(encoding="utf-8"))) if path else Nothing()


def _pattern(path: str) -> re.Pattern[str]:
    literals = re.split(r"\{[^}]+\}", path)
    return re.compile("[^/]+".join(map(re.escape, literals)))


def _placeholders(path: str) -> int:
    return path.count("{")
