"""An administrator sets a server up, and no one else can."""

import sqlite3

from bot.settings import Settings
from tests.discord_ui.conftest import RunningBot
from tests.loopback.discord import LoopbackDiscord
from tests.loopback.world import Channel, Guild, Person


async def test_setup_shows_what_is_missing_and_then_what_is_set(
    loopback: LoopbackDiscord, running_bot: RunningBot, guild: Guild, general: Channel, owner: Person
) -> None:
    """Two forms, and the card follows each."""
    moderators, commissioners = guild.role("Moderators"), guild.role("Commissioners")
    async with running_bot():
        first = await loopback.slash("setup", by=owner, at=general)
        assert "1. the moderators' role" in first.text
        form = await loopback.press(first, "Roles and channels", by=owner)
        placed = await loopback.submit(
            form,
            by=owner,
            moderators=moderators,
            commissioners=commissioners,
            queue=general.id,
            notes=general.id,
        )
        assert "Everything is set." in placed.text
        rules = await loopback.press(placed, "Time, nation and keeping", by=owner)
        done = await loopback.submit(
            rules, by=owner, time_zone="Europe/Belfast", nation="Northern Ireland", retention_days="30"
        )

    assert "Europe/Belfast" in done.text
    assert "Northern Ireland" in done.text
    assert "30 days" in done.text
    assert loopback.world.complaints == []


async def test_a_bad_setting_is_told_and_changes_nothing(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, owner: Person
) -> None:
    """An unknown zone and a retention of words each get a clear sentence."""
    async with running_bot():
        card = await loopback.slash("setup", by=owner, at=general)
        form = await loopback.press(card, "Time, nation and keeping", by=owner)
        zone = await loopback.submit(form, by=owner, time_zone="Mars/Olympus")
        form = await loopback.press(zone, "Fix it", by=owner)
        days = await loopback.submit(form, by=owner, retention_days="soon")
        after = await loopback.slash("setup", by=owner, at=general)

    assert "I do not know the time zone “Mars/Olympus”" in zone.text
    assert "Mars/Olympus" in str(form.exchange.modal)
    assert "from 1 to 36500" in days.text
    assert "Europe/London" in after.text


async def test_each_missing_permission_is_named(
    loopback: LoopbackDiscord, running_bot: RunningBot, guild: Guild, general: Channel, owner: Person
) -> None:
    """The administrator reads which permission is missing in which channel."""
    queue = guild.add_channel("queue")
    queue.denied = 1 << 11 | 1 << 15 | 1 << 36
    async with running_bot():
        form = await loopback.press(
            await loopback.slash("setup", by=owner, at=general), "Roles and", by=owner
        )
        done = await loopback.submit(form, by=owner, queue=queue.id, notes=general.id)

    assert f"<#{queue.id}>: Send Messages" in done.text
    assert f"<#{queue.id}>: Attach Files" in done.text
    assert f"<#{queue.id}>: Create Private Threads" in done.text
    assert f"<#{general.id}>: " not in done.text


async def test_somebody_else_can_set_nothing(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person, owner: Person
) -> None:
    """Neither the command, nor the button, nor a forged form."""
    async with running_bot():
        refused = await loopback.slash("setup", by=ada, at=general)
        card = await loopback.slash("setup", by=owner, at=general)
        pressed = await loopback.press(card, "Roles and channels", by=ada)
        form = await loopback.press(card, "Time, nation and keeping", by=owner)
        forged = await loopback.submit(form, by=ada, retention_days="1")
        after = await loopback.slash("setup", by=owner, at=general)

    for said in (refused, pressed, forged):
        assert "Only people who can manage this server" in said.text
    assert "365 days" in after.text


async def test_one_servers_settings_never_show_in_another(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, owner: Person
) -> None:
    """The same person manages both, and each keeps its own."""
    other = loopback.add_guild("Elsewhere")
    other.managers.add(owner.id)
    async with running_bot():
        form = await loopback.press(await loopback.slash("setup", by=owner, at=general), "Time", by=owner)
        await loopback.submit(form, by=owner, retention_days="7")
        elsewhere = await loopback.slash("setup", by=owner, at=other.channels[0])

    assert "365 days" in elsewhere.text


async def test_help_is_for_the_role_of_who_asks(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person, owner: Person
) -> None:
    """It says what it keeps, and an administrator reads of /setup."""
    async with running_bot():
        hers = await loopback.slash("help", by=ada, at=general)
        theirs = await loopback.slash("help", by=owner, at=general)

    assert "What I keep" in hers.text
    assert "/setup" not in hers.text
    assert "/setup" in theirs.text


async def test_browsing_goes_by_selects(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """Subject, then answer, in one private message."""
    async with running_bot():
        subjects = await loopback.slash("browse", by=ada, at=general)
        answers = await loopback.choose(subjects, "8. Be prepared", by=ada)
        answer = await loopback.choose(answers, "What happens to staff", by=ada)

    assert "Staff who are assigned" in answer.text
    assert answer.message is subjects.message


async def test_a_server_that_keeps_questions_for_less_time_has_them_deleted(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    settings: Settings,
    guild: Guild,
    general: Channel,
    owner: Person,
) -> None:
    """Questions older than the server wants are gone at the next start, and then once a day."""
    async with running_bot():
        said = await loopback.slash("ask", by=owner, at=general, question="staff transfer")
        form = await loopback.press(await loopback.slash("setup", by=owner, at=general), "Time", by=owner)
        await loopback.submit(form, by=owner, retention_days="7")
    with sqlite3.connect(settings.database) as other:
        other.execute("update questions set asked_at = '2026-11-10T10:00:00.000+00:00'")
    other.close()
    async with running_bot():
        forgotten = await loopback.press(said, "Helpful", by=owner)

    assert "Please ask it again" in forgotten.text
