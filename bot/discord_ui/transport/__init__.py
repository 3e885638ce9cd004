"""Getting things to Discord and back: the first response in time, retries, limits, permissions."""
