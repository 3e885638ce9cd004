"""Keeping the answers right: what does each verb."""

import bot.cards.knowledge.refusals  # noqa: F401 - it adds the words for what is refused here
