"""Values, and pure functions that say what is allowed. No files, no clock, no network."""
