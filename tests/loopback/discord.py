"""The loopback Discord as a test uses it: start it, put people in it, let them press things."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from aiohttp import web

from tests.loopback.gateway import Gateway
from tests.loopback.rest import Rest
from tests.loopback.said import Said
from tests.loopback.world import (
    APPLICATION_ID,
    Channel,
    Exchange,
    Guild,
    Json,
    Message,
    Person,
    World,
    new_id,
)

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
TOKEN = base64.b64encode(str(APPLICATION_ID).encode()).decode() + ".loopback.token"
_PATIENCE = 10.0
T = TypeVar("T")


class LoopbackDiscord:
    """A Discord that lives for one test."""

    def __init__(self) -> None:
        self.world = World()
        self.gateway = Gateway(self.world)
        self.rest_url = self.gateway_url = ""
        self.sent: dict[int, Json] = {}

    @asynccontextmanager
    async def running(self) -> AsyncIterator["LoopbackDiscord"]:
        """Listen on two free ports of 127.0.0.1."""
        rest, gateway = (
            web.AppRunner(Rest(self.world).application()),
            web.AppRunner(self.gateway.application()),
        )
        self.rest_url = f"http://127.0.0.1:{await _listen(rest)}/api/v10"
        self.gateway_url = self.gateway.url = f"ws://127.0.0.1:{await _listen(gateway)}/"
        try:
            yield self
        finally:
            await self.gateway.close()
            await rest.cleanup()
            await gateway.cleanup()

    def add_guild(self, name: str) -> Guild:
        """A server with one channel. Make servers before the bot connects."""
        guild = Guild(name)
        guild.add_channel("general")
        self.world.guilds.append(guild)
        return guild

    def direct_channel(self, person: Person) -> Channel:
        """The channel between a person and the bot."""
        return self.world.direct.setdefault(person.id, Channel(person.name, None, kind=1, recipient=person))

    async def slash(self, command: str, /, *, by: Person, at: Channel, **options: Any) -> Said:  # noqa: ANN401
        """Type a slash command, such as `ask` or `dialogue request`."""
        return Said(await self._exchange(COMMAND, self._command(command, options), by, at))

    async def complete(
        self, command: str, typed: str, *, by: Person, at: Channel, option: str = "question"
    ) -> list[Json]:
        """What is offered while someone types."""
        data = self._command(command, {option: typed})
        _innermost(data)["options"][-1]["focused"] = True
        return (await self._exchange(AUTOCOMPLETE, data, by, at)).choices or []

    async def menu(self, name: str, message: Message, *, by: Person) -> Said:
        """Choose an app from a message's menu."""
        known = next(command for command in self.world.commands if command["name"] == name)
        data = {"id": known["id"], "name": name, "type": 3, "target_id": str(message.id)}
        data["resolved"] = {"messages": {str(message.id): message.payload()}}
        return Said(await self._exchange(COMMAND, data, by, message.channel))

    async def press(self, said: Said | Message, label: str, *, by: Person) -> Said:
        """Press the button with that label."""
        message = said.message if isinstance(said, Said) else said
        return await self.press_id(message, Said.of(message).button(label)["custom_id"], by=by)

    async def press_id(self, message: Message, custom_id: str, *, by: Person) -> Said:
        """Press a button by its custom id, as a forger would."""
        data = {"component_type": 2, "custom_id": custom_id}
        return Said(await self._exchange(COMPONENT, data, by, message.channel, message))

    async def choose(self, said: Said | Message, label: str, *, by: Person) -> Said:
        """Choose the option with that label from whichever select has it."""
        message = said.message if isinstance(said, Said) else said
        select, option = Said.of(message).option(label)
        data = {"component_type": 3, "custom_id": select["custom_id"], "values": [option["value"]]}
        return Said(await self._exchange(COMPONENT, data, by, message.channel, message))

    async def submit(self, said: Said, *, by: Person, **values: Any) -> Said:  # noqa: ANN401
        """Fill a modal in by its fields' custom ids, and send it; what is not named keeps what it held."""
        modal = said.exchange.modal
        assert modal is not None, f"no modal was opened; the bot said: {said.text}"
        data = {
            "custom_id": modal["custom_id"],
            "components": [_filled(part, values) for part in modal["components"]],
        }
        return Said(
            await self._exchange(MODAL_SUBMIT, data, by, said.exchange.channel, said.exchange.message)
        )

    async def say(self, text: str, *, by: Person, at: Channel, mention: bool = False) -> Message:
        """Write a message. The bot is sent its content only where Discord would send it."""
        content = f"<@{APPLICATION_ID}> {text}".strip() if mention else text
        mentions = [{**Person("Parley", APPLICATION_ID).user(), "bot": True}] if mention else []
        message = Message(at, {"content": content, "mentions": mentions}, author=by)
        self.world.messages[message.id] = message
        payload = message.payload()
        if not mention and at.guild_id is not None:
            payload["content"] = ""
        if at.guild_id is not None:
            payload["member"] = {
                k: v for k, v in self.world.guild(at.guild_id).member(by).items() if k != "user"
            }
        self.sent[message.id] = payload
        await self.gateway.dispatch("MESSAGE_CREATE", payload)
        return message

    async def reply_to(self, message: Message) -> Message:
        """Wait for the bot's message that follows this one in its channel."""
        return await self.eventually(lambda: self._after(message))

    async def eventually(self, look: Callable[[], T | None]) -> T:
        """Wait until there is something to see."""
        async with asyncio.timeout(_PATIENCE):
            while (seen := look()) is None:
                await asyncio.sleep(0.005)
        return seen

    def _after(self, message: Message) -> Message | None:
        later = [m for m in self.world.in_channel(message.channel) if m.id > message.id and m.author is None]
        return later[0] if later else None

    def _command(self, command: str, options: Json) -> Json:
        name, *path = command.split()
        known = next(c for c in self.world.commands if c["name"] == name and c.get("type", 1) == 1)
        data: Json = {"id": known["id"], "name": name, "type": 1, "options": []}
        inner, spec = data, known
        for part in path:
            spec = next(option for option in spec["options"] if option["name"] == part)
            inner["options"] = [{"name": part, "type": spec["type"], "options": []}]
            inner = inner["options"][0]
        types = {option["name"]: option["type"] for option in spec.get("options") or []}
        inner["options"] = [{"name": n, "type": types[n], "value": v} for n, v in options.items()]
        return data

    async def _exchange(
        self, kind: int, data: Json, person: Person, channel: Channel, message: Message | None = None
    ) -> Exchange:
        exchange = self.begin(kind, data, person, channel, message)
        await self.gateway.dispatch("INTERACTION_CREATE", exchange.payload)
        async with asyncio.timeout(_PATIENCE):
            await exchange.settled.wait()
        return exchange

    def begin(
        self, kind: int, data: Json, person: Person, channel: Channel, message: Message | None = None
    ) -> Exchange:
        """An interaction that has not been sent yet, so that a test may send it twice."""
        token = f"token-{new_id()}"
        payload: Json = {
            "id": str(new_id()), "application_id": str(APPLICATION_ID), "type": kind, "data": data,
            "token": token, "version": 1, "locale": "en-GB", "channel_id": str(channel.id),
            "channel": channel.payload(),
            "app_permissions": str((1 << 53) - 1 & ~channel.denied), "entitlements": [], "context": 0,
            "authorizing_integration_owners": {}, "attachment_size_limit": 10 * 2**20,
        }  # fmt: skip
        if channel.guild_id is None:
            payload |= {"user": person.user(), "context": 1}
        else:
            guild = self.world.guild(channel.guild_id)
            payload |= {"guild_id": str(guild.id), "guild_locale": "en-GB", "member": guild.member(person)}
            payload["guild"] = {"id": str(guild.id), "locale": "en-GB", "features": []}
        if message is not None:
            payload["message"] = json.loads(json.dumps(message.payload()))
        exchange = Exchange(payload, channel, person, token, message)
        self.world.exchanges[token] = exchange
        return exchange


def _innermost(data: Json) -> Json:
    while data["options"] and data["options"][-1].get("options"):
        data = data["options"][-1]
    return data


def _filled(part: Json, values: Json) -> Json:
    """A modal's part as Discord sends it back."""
    field = part.get("component")
    if field is None:
        return {"type": part["type"], "id": 1}
    given = values.get(field["custom_id"])
    answer: Json = {"type": field["type"], "custom_id": field["custom_id"], "id": 1}
    if field["type"] == 4:
        answer["value"] = (field.get("value") or "") if given is None else str(given)
    elif field["type"] == 21:
        marked = [option["value"] for option in field["options"] if option.get("default")]
        answer["value"] = given if given is not None else (marked[0] if marked else None)
    else:
        marked = [option["value"] for option in field.get("options") or [] if option.get("default")]
        marked += [str(default["id"]) for default in field.get("default_values") or []]
        answer["values"] = (
            marked
            if given is None
            else [str(v) for v in ([given] if isinstance(given, str | int) else given)]
        )
    return {"type": 18, "id": 1, "component": answer}


async def _listen(runner: web.AppRunner) -> int:
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    return int(runner.addresses[0][1])
