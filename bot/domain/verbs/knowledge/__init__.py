"""Keeping the answers right: reading their history, changing them, and what people leave behind."""
