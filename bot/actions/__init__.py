"""What each verb does, once for every front end: call a service, make a card of the result."""
