"""A Discord of our own on 127.0.0.1, for the real client: REST, gateway, and people who use it.

It keeps what Discord would keep, checks what it is sent against Discord's documented limits, and refuses
with Discord's own error codes.
"""
