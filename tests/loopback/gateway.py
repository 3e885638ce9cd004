"""The gateway half of the loopback Discord: hello, identify, resume, dispatch."""

import asyncio
import json
from typing import Any

from aiohttp import WSMsgType, web

from tests.loopback.world import APPLICATION_ID, Json, Person, World, new_id

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, HELLO, HEARTBEAT_ACK = 0, 1, 2, 6, 7, 10, 11
DISALLOWED_INTENTS = 4014
AUTHENTICATION_FAILED = 4004


class Gateway:
    """Speaks with one client at a time, and remembers what it missed while it was away."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._socket: web.WebSocketResponse | None = None
        self._sequence = 0
        self._sent: list[tuple[int, str, Json]] = []
        self.url = ""
        self.ready = asyncio.Event()
        self.resumes = 0
        self.intents = 0

    def application(self) -> web.Application:
        """One route."""
        made = web.Application()
        made.router.add_get("/", self._talk)
        return made

    async def dispatch(self, name: str, data: Json) -> None:
        """Send an event now or, while the client is away, when it has resumed."""
        self._sequence += 1
        self._sent.append((self._sequence, name, data))
        if self._socket is not None and not self._socket.closed:
            await self._send(op=DISPATCH, s=self._sequence, t=name, d=data)

    async def drop(self) -> None:
        """Break the connection as a network would; the client may resume."""
        self.ready.clear()
        if self._socket is not None:
            await self._socket.close(code=1001)

    async def close(self) -> None:
        """Hang up, so that the server can stop."""
        if self._socket is not None:
            await self._socket.close()

    async def _talk(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._socket = socket
        await self._send(op=HELLO, d={"heartbeat_interval": 41250})
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                await self._hear(json.loads(frame.data))
        self.ready.clear()
        return socket

    async def _hear(self, heard: Json) -> None:
        if heard["op"] == HEARTBEAT:
            await self._send(op=HEARTBEAT_ACK)
        elif heard["op"] == IDENTIFY:
            await self._identify(heard["d"])
        elif heard["op"] == RESUME:
            await self._resume(heard["d"]["seq"])

    async def _identify(self, data: Json) -> None:
        self.intents = data["intents"]
        assert self._socket is not None
        if self.intents & self._world.refused_intents:
            await self._socket.close(code=DISALLOWED_INTENTS)
            return
        bot = {**Person("Parley", APPLICATION_ID).user(), "bot": True, "verified": True, "flags": 0}
        away = [{"id": str(guild.id), "unavailable": True} for guild in self._world.guilds]
        ready = {
            "v": 10,
            "user": bot,
            "guilds": away,
            "session_id": str(new_id()),
            "resume_gateway_url": self.url,
        }
        ready |= {"application": {"id": str(APPLICATION_ID), "flags": 0}}
        await self.dispatch("READY", ready)
        for guild in self._world.guilds:
            await self.dispatch("GUILD_CREATE", guild.payload())
        self.ready.set()

    async def _resume(self, after: int) -> None:
        self.resumes += 1
        for sequence, name, data in [event for event in self._sent if event[0] > after]:
            await self._send(op=DISPATCH, s=sequence, t=name, d=data)
        await self.dispatch("RESUMED", {})
        self.ready.set()

    async def _send(self, **frame: Any) -> None:  # noqa: ANN401
        assert self._socket is not None
        await self._socket.send_str(json.dumps({"s": None, "t": None, "d": None, **frame}))
