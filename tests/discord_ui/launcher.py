"""Runs `python -m bot discord` against a loopback Discord: launcher.py REST_ADDRESS GATEWAY_ADDRESS.

The client library is told where Discord is, as in conftest.py; all else is the command line's own.
"""

import sys

import discord
from yarl import URL

from bot.__main__ import main

if __name__ == "__main__":
    discord.http.Route.BASE = sys.argv[1]
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(sys.argv[2])
    main(["discord"], prog_name="python -m bot")
