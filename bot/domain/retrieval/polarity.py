"""Words of polarity and time: the cues by which entries that differ only in these are told apart.

An entry's contrasts may name a cue of this list, which then means all of its phrases.
"""

from collections.abc import Mapping
from types import MappingProxyType

_CUES = {
    "before": "before, ahead of, prior to, in advance, until, not yet, still planning, yet to",
    "after": "after, afterwards, once, following, now that, already, has gone out, is out, is live,"
    " has been published, was published, closed",
    "already": "already, by now, has been, have been, now that",
    "not yet": "not yet, yet to, has not, have not, still waiting, before",
    "still": "still, any more, these days, today, currently, nowadays",
    "no longer": "no longer, not any more, used to, stopped, ended, replaced, abolished",
    "must": "must, have to, has to, obliged, required, duty, compulsory, need to, mandatory",
    "need not": "need not, do not have to, does not have to, do not need to, optional, voluntary",
    "may": "may, can, could, allowed, permitted, free to",
    "must not": "must not, may not, cannot, can not, not allowed, forbidden, banned, prohibited,"
    " not permitted, should not",
    "stop": "stop, stopped, stopping, end, ended, ending, cease, withdraw, withdrawn, cut",
    "start": "start, started, starting, begin, beginning, new, launch, set up",
    "refuse": "refuse, refused, refuses, refusing, turn down, turned down, say no, said no, decline, "
    "declined, reject, rejected",
    "without": "without, no, lacking, not having, have not got, unless",
    "charity": "we are a charity, our charity, as a charity, for a charity, for charities, we bid, our bid,"
    " our trustees, our grant, our funding, our funder, our volunteers, charities",
    "commissioner": "i am a commissioner, as a commissioner, we commission, our council, my council,"
    " we are a council, for commissioners, commissioners, our tender, our procurement, we fund, as a council,"
    " we are commissioning, our providers, our bidders, we are tendering",
    "england": "england, english",
    "elsewhere": "scotland, scottish, wales, welsh, northern ireland, devolved",
}

CUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {cue: tuple(phrases.split(", ")) for cue, phrases in _CUES.items()}
)
"""The phrases of each cue."""
