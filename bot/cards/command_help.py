"""What `python -m bot --help` and the help of each command say."""

from bot.cards.plain import count

MAIN = """Parley answers questions about charities and public services, from answers that people wrote.

Example: python -m bot chat"""

CHAT = """Talk with Parley here, or pipe questions in: one line in, one answer out.

Example: echo "what is TUPE" | python -m bot chat"""

ASK = """Ask one question.

Example: python -m bot ask "how much notice before our grant ends?" """

EVALUATE = """Measure the answers on a FILE of questions whose right topics or entries are known.

Each line of FILE: {"question": "…", "expect": ["rec-1"]}, or ["none"] where there is no answer. Of a folder,
every set in it is measured.

Example: python -m bot evaluate questions.jsonl"""

CHECK = """Check the answers and the settings: lists each problem and how to fix it.

Example: python -m bot check"""

EXPORT = """Write what a server's moderators published as files, ready for a pull request.

Example: python -m bot export --server 1200000000000000000 --to knowledge"""

IMPORT = """Import entries from FILE (.jsonl, .csv, .md, or a folder of .md): all of them or none.

Example: python -m bot import entries.csv --server 1200000000000000000"""

FIT = """Recalculate how sure it must be to answer, offer choices or say "I don't know".

Needed after a change to the answers or to the search. Makes the vectors and the trained heads again too,
which takes some minutes.

Example: python -m bot fit"""

SITE = """Write the answers as web pages that anyone can host.

Example: python -m bot site --to public"""

DISCORD = """Run the Discord bot, until it is stopped. Needs DISCORD_TOKEN.

Example: DISCORD_TOKEN=… python -m bot discord"""

KNOWLEDGE = "Folder that holds the answers. Default: the one that comes with Parley."
NO_LOG = "Keep no record of what is asked."
PART = "The part you take. Default: charity."
PERSON = "Which of several people in that part you are."
ANSWER_AS_JSON = "Print the answer as JSON."
EXPLAIN = "Show which words matched."
FIGURES_AS_JSON = "Print the figures as JSON."
STRICT = "Fail on warnings too."
SERVER = "A Discord server's id. Default: the terminal's own."
SITE_SERVER = "A Discord server's id. Default: the answers that come with Parley."
FORMAT = "Knowledge files, or one file with an entry on each line or row. Default: md."
YES = "Import it. Without this, it is only shown."
DRY_RUN = "Show the limits and change nothing."


def site_written(answers: int, index: str) -> str:
    """How many answers were written as web pages, and where they begin."""
    return f"{count(answers, 'answer')}: {index}"
