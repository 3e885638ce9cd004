"""The files of a server's own answers, on the command line."""

from pathlib import Path

from rich.console import Console

from bot.actions.registry import finished
from bot.cards.knowledge.import_export import imported_card, plan_card
from bot.cards.terminal import ONLY_SHOWN, exported, written_line
from bot.console.render import show
from bot.domain.actor import Actor, Role
from bot.services.app import App

OPERATOR = 0
"""The user id of the person who runs the command line."""


def export_to(app: App, server: int, folder: Path, form: str) -> None:
    """Write a server's own answers below the folder, over the files of the same id that are there."""
    service, by = app.knowledge.import_export, _operator(server)
    folder.mkdir(parents=True, exist_ok=True)
    if form == "md":
        files = service.files(by=by)
        changed = [_write(folder, entry_id, text) for entry_id, text in files.items()]
    else:
        path = folder / f"answers.{form}"
        path.write_text(service.table(form, by=by), encoding="utf-8")
        changed = [written_line(str(path))]
    _say(exported(changed))


def import_from(app: App, server: int, path: Path, *, do_it: bool) -> None:
    """Show what importing a file would do, and with `do_it` do it. Raises ImportRefused or SecondNeeded."""
    service, by = app.knowledge.import_export, _operator(server)
    plan = finished(service.plan_file(path, by=by))
    show(plan_card(plan), Console())
    if do_it or plan.refused:
        service.accept(plan, path.name, by=by)
        show(imported_card(plan), Console())
    else:
        _say(ONLY_SHOWN)


def _write(folder: Path, entry_id: str, text: str | None) -> str:
    """Write one file, or delete that of a retired entry."""
    path = next(iter(sorted(folder.rglob(f"{entry_id}.md"))), folder / f"{entry_id}.md")
    if text is None:
        path.unlink(missing_ok=True)
        return written_line(str(path), retired=True)
    path.write_text(text, encoding="utf-8")
    return written_line(str(path))


def _operator(server: int) -> Actor:
    """The person who runs the command line holds the database, and so is a moderator in every server."""
    return Actor(OPERATOR, server, frozenset({Role.MODERATOR}))


def _say(text: str) -> None:
    Console(soft_wrap=True).print(text, markup=False, highlight=False)
