"""The command line: `python -m bot COMMAND`. It reads what was asked for and hands over."""

import gc
import json
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cards import command_help
from bot.domain.actor import PARTS, TERMINAL, in_the_terminal
from bot.domain.errors import (
    ImportRefused,
    ParleyError,
    QuestionsUnusable,
    SettingNeeds,
    SettingUnusable,
)
from bot.settings import Settings, read_settings

if TYPE_CHECKING:
    from bot.domain.answer import Outcome
    from bot.domain.knowledge import KnowledgeBase

_BAD_INPUT = (SettingUnusable, QuestionsUnusable, ImportRefused)

_PATH, _FORMATS = click.Path(path_type=Path), click.Choice(["md", "jsonl", "csv"])

knowledge_option = click.option("--knowledge", type=_PATH, help=command_help.KNOWLEDGE)
log_option = click.option("--no-log", is_flag=True, help=command_help.NO_LOG)


class _Commands(click.Group):
    """Says what is wrong in one line: exit 2 for bad input, 1 for what failed."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        try:
            return super().invoke(ctx)
        except ParleyError as error:
            from bot.cards.command_line import failure

            click.echo(failure(error), err=True)
            ctx.exit(2 if isinstance(error, _BAD_INPUT) else 1)


@click.group(cls=_Commands, help=command_help.MAIN, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Make the process ready for whichever command it is."""
    # Several threads save no time on matrices of this size, and cost processor time and memory. numpy's
    # algebra reads this when it is first imported, which is later.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A stray byte or a terminal without Unicode must not end a conversation.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]


@main.command(help=command_help.CHAT)
@click.option("--as", "part", type=click.Choice(sorted(PARTS)), default="charity", help=command_help.PART)
@click.option("--person", type=click.IntRange(1, 999), default=1, help=command_help.PERSON)
@knowledge_option
@log_option
def chat(part: str, person: int, knowledge: Path | None, no_log: bool) -> None:
    """Talk in the terminal, or answer what is piped in."""
    from rich.console import Console

    from bot.actions.dispatcher import Dispatcher
    from bot.app import running
    from bot.console.chat import converse

    settings = _settings(knowledge)
    with running(settings, _now, keep=not no_log) as app:
        converse(Dispatcher(app), in_the_terminal(part, person), Console())


@main.command(help=command_help.ASK)
@click.argument("question")
@click.option("--json", "as_json", is_flag=True, help=command_help.ANSWER_AS_JSON)
@click.option("--explain", is_flag=True, help=command_help.EXPLAIN)
@knowledge_option
@log_option
def ask(question: str, as_json: bool, explain: bool, knowledge: Path | None, no_log: bool) -> None:
    """Ask one question."""
    from bot.actions.asking import explanation, whole_card

    outcome, base = _asked(question, _settings(knowledge), keep=not no_log)
    card = whole_card(outcome, base, _now().date())
    if as_json:
        from bot.console.as_json import outcome_as_json

        _print_json(outcome_as_json(outcome, card.text))
    else:
        from rich.console import Console

        from bot.console.render import show

        show(card, Console())
    if explain:
        click.echo(explanation(question, outcome, base), err=True)


def _asked(question: str, settings: Settings, *, keep: bool) -> "tuple[Outcome, KnowledgeBase]":
    """Answer one question and, unless nothing is to be kept, write down that it was asked."""
    from bot.app import finder_of, running

    if not keep:
        found = finder_of(settings).find(question, guild_id=TERMINAL)
        return found.outcome, found.base
    with running(settings, _now) as app:
        asked = app.answering.ask(question, guild_id=TERMINAL)
        return asked.outcome, app.answering.finder.base(TERMINAL)


@main.command(help=command_help.EVALUATE)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=command_help.FIGURES_AS_JSON)
@knowledge_option
def evaluate(file: Path, as_json: bool, knowledge: Path | None) -> None:
    """Measure the answers on a file of questions, or on every set in a folder."""
    from bot.app import load_knowledge
    from bot.console.evaluated import measured

    for line in measured(load_knowledge(_settings(knowledge).knowledge), file, as_json=as_json):
        click.echo(line)


@main.command(help=command_help.CHECK)
@knowledge_option
@click.option("--strict", is_flag=True, help=command_help.STRICT)
def check(knowledge: Path | None, strict: bool) -> None:
    """List each problem of the answers and the settings; exit 1 where there are errors."""
    from bot.app import check_knowledge
    from bot.cards.knowledge.faults import line_of, tally
    from bot.domain.faults import Severity

    faults = check_knowledge(_settings(knowledge).knowledge, _now().date())
    for fault in faults:
        click.echo(line_of(fault))
    errors = sum(fault.severity is Severity.ERROR for fault in faults)
    click.echo(tally(errors, len(faults) - errors), err=True)
    if errors or (strict and faults):
        sys.exit(1)


server_option = click.option("--server", type=int, default=TERMINAL, help=command_help.SERVER)


@main.command(help=command_help.EXPORT)
@server_option
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--format", "form", type=_FORMATS, default="md", help=command_help.FORMAT)
@knowledge_option
def export(server: int, folder: Path, form: str, knowledge: Path | None) -> None:
    """Write a server's own answers as files."""
    from bot.app import running
    from bot.console.import_export import export_to

    with running(_settings(knowledge), _now) as app:
        export_to(app, server, folder, form)


@main.command(name="import", help=command_help.IMPORT)
@click.argument("file", type=click.Path(path_type=Path, exists=True))
@server_option
@click.option("--yes", is_flag=True, help=command_help.YES)
@knowledge_option
def bring_in(file: Path, server: int, yes: bool, knowledge: Path | None) -> None:
    """Import entries, or show what that would change."""
    from bot.app import running
    from bot.console.import_export import import_from

    with running(_settings(knowledge), _now) as app:
        import_from(app, server, file, do_it=yes)


@main.command(help=command_help.FIT)
@knowledge_option
@click.option("--dry-run", is_flag=True, help=command_help.DRY_RUN)
def fit(knowledge: Path | None, dry_run: bool) -> None:
    """Fit the limits to the answers and write them down, with the vectors and the trained heads."""
    from bot.cards.release import step_line
    from bot.services.release import release

    for done in release(_settings(knowledge).knowledge, write=not dry_run):
        click.echo(step_line(done))


@main.command(help=command_help.SITE)
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--server", type=int, help=command_help.SITE_SERVER)
@knowledge_option
def site(folder: Path, server: int | None, knowledge: Path | None) -> None:
    """Write the answers as web pages."""
    from bot.app import load_knowledge, running
    from bot.site.pages import Site

    settings = _settings(knowledge)
    if server is None:
        count = Site(load_knowledge(settings.knowledge), _now().date()).write(folder)
    else:
        with running(settings, _now) as app:
            count = Site(app.answering.live(server), _now().date()).write(folder)
    click.echo(command_help.site_written(count, str(folder / "index.html")))


@main.command(help=command_help.DISCORD)
@knowledge_option
def discord(knowledge: Path | None) -> None:
    """Run the Discord bot."""
    settings = _settings(knowledge)
    if settings.token is None:
        raise SettingUnusable("DISCORD_TOKEN", SettingNeeds.TOKEN)
    # What is loaded from here on stays for good. To look through it for garbage takes a tenth of a second at
    # the start, and later holds everyone up for thirty milliseconds at a time.
    gc.disable()
    import asyncio

    from bot.app import running_anyhow
    from bot.discord_ui.client import Client
    from bot.discord_ui.logs import log_to_stdout
    from bot.discord_ui.start import run

    log_to_stdout()
    with running_anyhow(settings, _now) as app:
        gc.freeze()
        gc.enable()
        sys.exit(asyncio.run(run(Client(app), settings.token)))


def _settings(knowledge: Path | None) -> Settings:
    settings = read_settings(os.environ)
    return settings if knowledge is None else replace(settings, knowledge=knowledge)


def _print_json(value: dict[str, Any]) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    main(prog_name="python -m bot")
