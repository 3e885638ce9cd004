"""The verbs of keeping the answers right."""

from collections.abc import Mapping

from bot.actions.knowledge import drafts, entries, queue
from bot.actions.request import Handler

VERBS: Mapping[str, Handler] = {**drafts.VERBS, **entries.VERBS, **queue.VERBS}
