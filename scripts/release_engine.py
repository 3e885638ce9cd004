"""Makes what is shipped beside the answers: vectors of the phrasings, trained heads, fitted limits.

    python scripts/release_engine.py [KNOWLEDGE]

Run it after the answers have changed; it takes some minutes. `python -m bot fit` does the same.
"""

import sys
from pathlib import Path

from bot.services.release import release

if __name__ == "__main__":
    for done in release(Path(sys.argv[1] if len(sys.argv) > 1 else "knowledge")):
        print(done, flush=True)  # noqa: T201 - a script says how far it is
