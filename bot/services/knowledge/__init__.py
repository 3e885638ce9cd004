"""Keeping the answers right: drafts, the gate, revisions, and what people leave behind."""
