"""Keeping the answers right, as moderators see it."""
