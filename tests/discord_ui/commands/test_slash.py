"""Slash commands are made from the verbs, and complete the entry that a moderator is naming."""

from bot.discord_ui.commands.slash import slash_commands
from bot.domain.verb import commands
from tests.discord_ui.conftest import RunningBot
from tests.discord_ui.moderators import published, set_up
from tests.loopback.discord import LoopbackDiscord
from tests.loopback.world import Channel, Guild, Person


async def test_every_verb_that_can_be_typed_is_a_command(
    loopback: LoopbackDiscord, running_bot: RunningBot, guild: Guild
) -> None:
    """Under its own name, in its group; Discord takes all of them."""
    async with running_bot() as client:
        made = slash_commands(client.context)

    named = {
        f"{one.name} {inner.name}" for one in made if hasattr(one, "commands") for inner in one.commands
    } | {one.name for one in made if not hasattr(one, "commands")}
    assert named == {kind.command for kind in commands() if kind.in_discord}
    assert loopback.world.complaints == []


async def test_an_entry_is_completed_by_title_and_id_however_it_is_spelt(
    loopback: LoopbackDiscord, running_bot: RunningBot, guild: Guild, general: Channel, meg: Person
) -> None:
    """In capitals, by a word of its title, with a slip; with nothing typed, all of them by title."""
    async with running_bot():

        async def offered(typed: str) -> list[str]:
            found = await loopback.complete("knowledge edit", typed, by=meg, at=general, option="answer")
            assert all(len(choice["name"]) <= 100 for choice in found)
            return [choice["value"] for choice in found]

        assert (await offered("TUPE"))[0] == "tupe"
        assert (await offered("happens to STAFF"))[0] == "tupe"
        assert (await offered("tiolet map"))[0] == "great-british-toilet-map"
        assert await offered("") == ["notice-of-ending-funding", "great-british-toilet-map", "tupe"]
        assert await offered("qqqqqq") == []


async def test_an_answer_that_was_taken_out_is_offered_where_it_can_be_brought_back(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    owner: Person,
    meg: Person,
) -> None:
    """For its history and to restore it; not to edit what is not there."""
    async with running_bot():
        await set_up(loopback, guild, general, owner)
        gate = await loopback.slash("knowledge retire", by=meg, at=general, answer="tupe")
        await published(loopback, gate, meg)
        found = {
            command: await loopback.complete(command, "tup", by=meg, at=general, option="answer")
            for command in ("knowledge edit", "knowledge history", "knowledge restore")
        }

    assert {command: [choice["value"] for choice in choices][:1] for command, choices in found.items()} == {
        "knowledge edit": [],
        "knowledge history": ["tupe"],
        "knowledge restore": ["tupe"],
    }


async def test_a_title_that_was_typed_out_stands_for_its_entry(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    owner: Person,
    meg: Person,
) -> None:
    """No one has to choose what was offered."""
    title = "the great british toilet MAP"
    async with running_bot():
        await set_up(loopback, guild, general, owner)
        said = await loopback.slash("knowledge show", by=meg, at=general, answer=title)

    assert "great-british-toilet-map" in said.text
