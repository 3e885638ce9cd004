"""The REST half of the loopback Discord: the routes that a bot like ours calls, and Discord's refusals."""

import asyncio
import itertools
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from aiohttp import web

from tests.loopback import limits
from tests.loopback.openapi import published
from tests.loopback.world import APPLICATION_ID, Channel, Exchange, Json, Message, Person, World, new_id

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, AUTOCOMPLETE, MODAL = 4, 5, 6, 7, 8, 9
ACKNOWLEDGE_WITHIN = 3.0
TOKEN_LASTS = 15 * 60


class Refused(Exception):
    """A refusal with Discord's own status and error code."""

    def __init__(self, status: int, code: int, message: str, **more: object) -> None:
        super().__init__(message)
        self.status = status
        self.body = {"code": code, "message": message, **more}


class Rest:
    """Answers REST requests out of a World."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._count = itertools.count(1)

    def application(self) -> web.Application:
        """The routes, each behind the same checks."""
        made = web.Application(middlewares=[self._guard], client_max_size=30 * 2**20)
        api = "/api/v10"
        app, hook = f"{api}/applications/{APPLICATION_ID}", f"{api}/webhooks/{APPLICATION_ID}/{{token}}"
        made.add_routes(
            [
                web.get(f"{api}/users/@me", self._me),
                web.get(f"{api}/oauth2/applications/@me", self._application),
                web.post(f"{api}/users/@me/channels", self._open_direct),
                web.get(f"{api}/guilds/{{guild}}/members/{{user}}", self._member),
                web.get(f"{app}/commands", self._commands),
                web.put(f"{app}/commands", self._write_commands),
                web.post(f"{api}/interactions/{{id}}/{{token}}/callback", self._callback),
                web.post(hook, self._followup),
                web.get(f"{hook}/messages/{{message}}", self._read_followup),
                web.patch(f"{hook}/messages/{{message}}", self._edit_followup),
                web.get(f"{api}/channels/{{channel}}", self._read_channel),
                web.post(f"{api}/channels/{{channel}}/messages", self._send),
                web.patch(f"{api}/channels/{{channel}}/messages/{{message}}", self._edit),
                web.get(f"{api}/channels/{{channel}}/messages/{{message}}", self._read),
                web.post(f"{api}/channels/{{channel}}/threads", self._thread),
                web.put(f"{api}/channels/{{channel}}/thread-members/{{user}}", self._join),
            ]
        )
        return made

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Discord's refusals as Discord sends them; the content type exactly as it sends it."""
        try:
            self._maybe_cut(request)
            self._maybe_fail()
            if self._world.refused_token:
                raise Refused(401, 0, "401: Unauthorized")
            answer = await handler(request)
            await self._maybe_lose(request)
            return answer
        except Refused as refused:
            headers = (
                {"Retry-After": str(self._world.retry_after), "Via": "1.1 loopback"}
                if refused.status == 429
                else {}
            )
            return _json(refused.body, refused.status, headers)

    def _maybe_cut(self, request: web.Request) -> None:
        """Close the connection without a word, as a network does."""
        message = request.method == "POST" and request.path.endswith("/messages") and self._world.cut_messages
        callback = request.path.endswith("/callback") and self._world.cut_callbacks
        if self._world.cut_everything or message or callback:
            self._world.cut_messages -= bool(message)
            self._world.cut_callbacks -= bool(callback)
            if request.transport is not None:
                request.transport.close()
            raise Refused(503, 0, "nobody reads this")

    async def _maybe_lose(self, request: web.Request) -> None:
        """Be late with what has been done, or never say that it has."""
        await asyncio.sleep(self._world.slow)
        if request.path.endswith("/callback") and self._world.lose_callbacks:
            self._world.lose_callbacks -= 1
            if request.transport is not None:
                request.transport.close()

    def _maybe_fail(self) -> None:
        if self._world.fail_every and next(self._count) % self._world.fail_every == 0:
            if self._world.fail_with == 429:
                rest = self._world.retry_after
                raise Refused(429, 0, "You are being rate limited.", retry_after=rest, **{"global": False})
            raise Refused(self._world.fail_with, 0, "500: Internal Server Error")

    def _record(self, request: web.Request, body: Any) -> None:  # noqa: ANN401 - JSON
        """Remember a request, and hold it to what Discord has published."""
        path = request.path.removeprefix("/api/v10")
        self._world.complaints.extend(published().complaints(request.method, path, body))
        self._world.requests.append((request.method, path, body if isinstance(body, dict) else {"": body}))

    def _check(self, complaints: Iterator[str]) -> None:
        """Refuse what breaks a documented limit, and remember it for the test."""
        if found := list(complaints):
            self._world.complaints.extend(found)
            raise Refused(400, 50035, "Invalid Form Body", errors={"_errors": found})

    async def _me(self, _request: web.Request) -> web.Response:
        return _json({**Person("Parley", APPLICATION_ID).user(), "bot": True, "verified": True, "flags": 0})

    async def _application(self, _request: web.Request) -> web.Response:
        owner = Person("Owner").user()
        made: Json = {
            "id": str(APPLICATION_ID),
            "name": "Parley",
            "icon": None,
            "description": "",
            "owner": owner,
        }
        made |= {
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "",
            "flags": 0,
            "team": None,
        }
        return _json(made | {"summary": "", "rpc_origins": []})

    async def _open_direct(self, request: web.Request) -> web.Response:
        body, _ = await _body(request)
        self._record(request, body)
        return _json(self._world.direct[int(body["recipient_id"])].payload())

    async def _member(self, request: web.Request) -> web.Response:
        guild, user_id = self._world.guild(int(request.match_info["guild"])), int(request.match_info["user"])
        if user_id in guild.left:
            raise Refused(404, 10007, "Unknown Member")
        return _json(guild.member(Person("somebody", user_id)))

    async def _commands(self, _request: web.Request) -> web.Response:
        return _json(self._world.commands)

    async def _write_commands(self, request: web.Request) -> web.Response:
        body, _ = await _body(request)
        self._record(request, body)
        self._check(limits.command_complaints(body))
        self._world.command_writes += 1
        self._world.commands = [_stored_command(command) for command in body]
        return _json(self._world.commands)

    async def _callback(self, request: web.Request) -> web.Response:
        exchange = self._exchange(request)
        body, files = await _body(request)
        self._record(request, body)
        waited = time.monotonic() - exchange.started_at
        if waited > ACKNOWLEDGE_WITHIN:
            raise Refused(404, 10062, "Unknown interaction")
        if exchange.acknowledged_after is not None:
            raise Refused(400, 40060, "Interaction has already been acknowledged.")
        message = self._respond(exchange, body["type"], body.get("data") or {}, files)
        exchange.acknowledged_after, exchange.kind = waited, body["type"]
        if body["type"] not in (DEFERRED_MESSAGE, DEFERRED_UPDATE):
            exchange.settled.set()
        return _json(_callback_response(exchange, body["type"], message))

    def _respond(self, exchange: Exchange, kind: int, data: Json, files: dict[str, bytes]) -> Message | None:
        if kind == MODAL:
            self._check(limits.modal_complaints(data))
            exchange.modal = data
        elif kind == AUTOCOMPLETE:
            self._check(limits.autocomplete_complaints(data["choices"]))
            exchange.choices = data["choices"]
        elif kind == MESSAGE:
            exchange.original = self._new_message(exchange.channel, data, files, exchange.person)
        elif kind == DEFERRED_MESSAGE:
            exchange.original = self._blank(exchange, data)
        elif kind == UPDATE and exchange.message is not None:
            self._change(exchange.message, data, files)
            exchange.original = exchange.message
        elif kind == DEFERRED_UPDATE:
            exchange.original = exchange.message
        return exchange.original

    def _blank(self, exchange: Exchange, data: Json) -> Message:
        private = bool((data.get("flags") or 0) & limits.EPHEMERAL)
        made = Message(exchange.channel, data, ephemeral_for=exchange.person.id if private else None)
        self._world.messages[made.id] = made
        return made

    async def _followup(self, request: web.Request) -> web.Response:
        exchange = self._exchange(request)
        body, files = await _body(request)
        self._record(request, body)
        message = self._new_message(exchange.channel, body, files, exchange.person)
        exchange.followups.append(message)
        exchange.settled.set()
        return _json(message.payload())

    async def _edit_followup(self, request: web.Request) -> web.Response:
        exchange = self._exchange(request)
        body, files = await _body(request)
        self._record(request, body)
        message = self._followup_message(request, exchange)
        self._change(message, body, files)
        exchange.settled.set()
        return _json(message.payload())

    async def _read_followup(self, request: web.Request) -> web.Response:
        return _json(self._followup_message(request, self._exchange(request)).payload())

    def _followup_message(self, request: web.Request, exchange: Exchange) -> Message:
        name = request.match_info["message"]
        found = exchange.original if name == "@original" else self._world.messages.get(int(name))
        if found is None:
            raise Refused(404, 10008, "Unknown Message")
        return found

    async def _send(self, request: web.Request) -> web.Response:
        channel = self._channel(request)
        body, files = await _body(request)
        self._record(request, body)
        if channel.recipient is not None and channel.recipient.closed:
            raise Refused(403, 50007, "Cannot send messages to this user")
        if channel.denied & (1 << 11):
            raise Refused(403, 50013, "Missing Permissions")
        if channel.denied & (1 << 16) and body.get("message_reference"):
            raise Refused(403, 160002, "Cannot reply without permission to read message history")
        known = self._with_nonce(channel, body) if body.get("enforce_nonce") else None
        return _json((known or self._new_message(channel, body, files)).payload())

    def _with_nonce(self, channel: Channel, body: Json) -> Message | None:
        """The message that was sent there with the same nonce, which Discord then does not send again."""
        sent = self._world.in_channel(channel)
        return next((message for message in sent if message.body.get("nonce") == body["nonce"]), None)

    async def _edit(self, request: web.Request) -> web.Response:
        message = self._message(request)
        body, files = await _body(request)
        self._record(request, body)
        self._change(message, body, files)
        return _json(message.payload())

    async def _read(self, request: web.Request) -> web.Response:
        return _json(self._message(request).payload())

    async def _read_channel(self, request: web.Request) -> web.Response:
        return _json(self._channel(request).payload())

    async def _thread(self, request: web.Request) -> web.Response:
        parent = self._channel(request)
        body, _ = await _body(request)
        self._record(request, body)
        if parent.denied & (1 << 36):
            raise Refused(403, 50013, "Missing Permissions")
        if not 1 <= len(body.get("name") or "") <= 100:
            raise Refused(400, 50035, "Invalid Form Body")
        thread = Channel(body["name"], parent.guild_id, kind=body.get("type", 12), parent_id=parent.id)
        self._world.threads.append(thread)
        return _json(thread.payload(), 201)

    async def _join(self, request: web.Request) -> web.Response:
        self._record(request, {})
        self._channel(request).members.add(int(request.match_info["user"]))
        return web.Response(status=204)

    def _exchange(self, request: web.Request) -> Exchange:
        exchange = self._world.exchanges.get(request.match_info["token"])
        if exchange is None or time.monotonic() - exchange.started_at > TOKEN_LASTS:
            raise Refused(401, 50027, "Invalid Webhook Token")
        return exchange

    def _channel(self, request: web.Request) -> Channel:
        channel = self._world.channel(int(request.match_info["channel"]))
        if channel is None:
            raise Refused(404, 10003, "Unknown Channel")
        return channel

    def _message(self, request: web.Request) -> Message:
        message = self._world.messages.get(int(request.match_info["message"]))
        if message is None:
            raise Refused(404, 10008, "Unknown Message")
        return message

    def _new_message(
        self, channel: Channel, body: Json, files: dict[str, bytes], reader: Person | None = None
    ) -> Message:
        self._check(limits.message_complaints(body))
        private = bool((body.get("flags") or 0) & limits.EPHEMERAL) and reader is not None
        message = Message(channel, body, files=files, ephemeral_for=reader.id if private and reader else None)
        self._world.messages[message.id] = message
        return message

    def _change(self, message: Message, body: Json, files: dict[str, bytes]) -> None:
        merged = {**message.body, **{key: value for key, value in body.items() if value is not None}}
        merged["flags"] = (message.body.get("flags") or 0) | (body.get("flags") or 0)
        self._check(limits.message_complaints(merged))
        message.body = merged
        message.files |= files


async def _body(request: web.Request) -> tuple[Any, dict[str, bytes]]:
    """The JSON and the files of a request, whichever way it carries them."""
    if not request.content_type.startswith("multipart/"):
        return await request.json(), {}
    form = await request.post()
    files = {
        part.filename: part.file.read()
        for part in form.values()
        if isinstance(part, web.FileField) and part.filename
    }
    return json.loads(str(form["payload_json"])), files


def _callback_response(exchange: Exchange, kind: int, message: Message | None) -> Json:
    interaction: Json = {"id": exchange.payload["id"], "type": exchange.payload["type"]}
    made: Json = {"interaction": interaction}
    if message is not None:
        interaction |= {
            "response_message_id": str(message.id),
            "response_message_loading": kind == DEFERRED_MESSAGE,
            "response_message_ephemeral": message.ephemeral_for is not None,
        }
        if kind in (MESSAGE, UPDATE):
            made["resource"] = {"type": kind, "message": message.payload()}
    return made


def _stored_command(command: Json) -> Json:
    """A command as Discord gives it back: with ids, and with what was left out."""
    return {
        "id": str(new_id()), "application_id": str(APPLICATION_ID), "version": str(new_id()),
        "type": 1, "description": "", "default_member_permissions": None, "nsfw": False,
        "dm_permission": True, **command,
    }  # fmt: skip


def _json(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:  # noqa: ANN401
    """JSON under the bare content type: the client reads anything else as text."""
    return web.Response(
        body=json.dumps(value).encode(),
        status=status,
        headers={"Content-Type": "application/json", **(headers or {})},
    )
