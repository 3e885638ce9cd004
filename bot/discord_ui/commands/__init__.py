"""Slash commands, menus, mentions and presses: each is parsed, dispatched and shown."""
