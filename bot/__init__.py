"""Parley: a chat bot in which charities and public-service commissioners find answers and each other."""
