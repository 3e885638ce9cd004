"""What moderators do in Discord before a test begins."""

from tests.loopback.discord import LoopbackDiscord
from tests.loopback.said import Said
from tests.loopback.world import Channel, Guild, Person


def moderator(guild: Guild, name: str) -> Person:
    """Someone with the moderators' role."""
    person = Person(name)
    guild.give(person, "Moderators")
    return person


async def set_up(loopback: LoopbackDiscord, guild: Guild, general: Channel, owner: Person) -> None:
    """Name the moderators' role, and the channel for the queue."""
    form = await loopback.press(await loopback.slash("setup", by=owner, at=general), "Roles and", by=owner)
    await loopback.submit(form, by=owner, moderators=guild.role("Moderators"), queue=general.id)


async def published(loopback: LoopbackDiscord, gate: Said, by: Person) -> Said:
    """Press Publish, and say why."""
    return await loopback.submit(await loopback.press(gate, "Publish", by=by), by=by, reason="It was wrong.")
