"""Early dialogue: planned services, requests, times, conversations and records.

`number` is always that of the thing in its server.
"""
