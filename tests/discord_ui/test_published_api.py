"""The loopback's check against Discord's published API document can fail, where the document is at hand."""

from typing import Any

import pytest

from tests.loopback.openapi import Nothing, published

needs_document = pytest.mark.skipif(
    isinstance(published(), Nothing), reason="PARLEY_DISCORD_OPENAPI names no document"
)
TEXT = {"type": 10, "content": "Staff move with the service."}
BUTTON = {"type": 2, "style": 2, "custom_id": "p:help", "label": "Help"}


def message(*components: dict[str, Any], **more: object) -> dict[str, Any]:
    """A message's body."""
    return {"flags": 1 << 15, "components": list(components), **more}


@needs_document
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/channels/1/messages", message({**TEXT, "content": ""})),
        ("POST", "/channels/1/messages", message({"type": 1, "components": [BUTTON] * 6})),
        ("POST", "/channels/1/messages", message(TEXT, message_reference={"message_id": 7})),
        ("POST", "/channels/1/messages", message(TEXT, allowed_mentions={"parse": ["all"]})),
        (
            "POST",
            "/interactions/1/token/callback",
            {"type": 4, "data": message({**BUTTON, "label": "x" * 81})},
        ),
        ("POST", "/interactions/1/token/callback", {"type": 9, "data": {"title": "A form"}}),
        ("PUT", "/applications/1/commands", [{"name": "x" * 33, "description": "Long"}]),
        ("PATCH", "/webhooks/1/token/messages/@original", message({**TEXT, "content": 7})),
        ("POST", "/no/such/thing", {}),
    ],
)
def test_what_is_not_as_published_is_complained_of(method: str, path: str, body: Any) -> None:  # noqa: ANN401
    """One line, which names the operation and the place."""
    assert len(list(published().complaints(method, path, body))) == 1


@needs_document
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/channels/1/messages", message(TEXT, {"type": 1, "components": [BUTTON]})),
        ("POST", "/interactions/1/token/callback", {"type": 5, "data": {"flags": 64}}),
        ("PATCH", "/webhooks/1/token/messages/@original", message(TEXT)),
        ("PUT", "/channels/1/thread-members/2", {}),
    ],
)
def test_what_is_as_published_is_not(method: str, path: str, body: dict[str, Any]) -> None:
    """The check complains of nothing else."""
    assert list(published().complaints(method, path, body)) == []
