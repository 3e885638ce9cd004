"""Stores of what moderators do."""
