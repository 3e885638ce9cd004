"""What the bot says, written once for every front end: pure functions from results to cards."""
