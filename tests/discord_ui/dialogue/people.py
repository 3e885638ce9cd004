"""What people in these tests do and read again and again."""

from tests.loopback.discord import LoopbackDiscord
from tests.loopback.said import Reading, Said
from tests.loopback.world import Channel, Message, Person


async def told(loopback: LoopbackDiscord, person: Person, title: str) -> Message:
    """Wait for the direct message with that title."""
    channel = loopback.direct_channel(person)

    def look() -> Message | None:
        return next((m for m in loopback.world.in_channel(channel) if title in Reading(m).text), None)

    return await loopback.eventually(look)


async def free_tuesdays(loopback: LoopbackDiscord, carol: Person, at: Channel) -> Said:
    """The commissioner can talk on Tuesday mornings."""
    form = await loopback.slash("availability add", by=carol, at=at)
    return await loopback.submit(form, by=carol, on="Tuesday", hours="09:00 to 12:00")


async def asked(
    loopback: LoopbackDiscord, person: Person, at: Channel, organisation: str = "Ada's Friends", **more: str
) -> Said:
    """Someone asks for a conversation, in both steps."""
    form = await loopback.slash("dialogue request", by=person, at=at)
    before = await loopback.submit(
        form, by=person, organisation=organisation, about="what happens to staff", **more
    )
    assert "Before you ask" in before.text
    last = await loopback.press(before, "Go on", by=person)
    return await loopback.submit(last, by=person, access_needs="captions")


def said_in(loopback: LoopbackDiscord, channel: Channel, text: str) -> Message | None:
    """The message in a channel that says so, if it is there."""
    return next((m for m in loopback.world.in_channel(channel) if text in Reading(m).text), None)
