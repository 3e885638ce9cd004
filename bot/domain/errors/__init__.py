"""Every error that Parley raises on purpose: facts, without a sentence.

ParleyError
├── NotFound            there is no such thing here: `thing`, `id`
│   ├── NoVersion       an entry never had that version here
│   ├── UnknownVerb     a button that this version does not know
│   ├── UnknownCommand  a command that there is not, with those that are spelt alike
│   └── StaleCommand    a command of yesterday, which Discord still offers
├── NotAllowed          this person cannot do that here
│   ├── RoleNeeded      it takes one of these roles
│   ├── WrongPart       it is for another side of the conversation
│   ├── NotAMember      this person has left the server, or the bot has
│   ├── NotYours        only the person who made it can change it
│   ├── WrongSecond     someone else must agree
│   └── ServerNeeded    it cannot be done in a direct message
├── Conflict            it could be done, but not as things are now
│   ├── AlreadyShared   an answer is shared once
│   ├── WrongState      the thing is in a state in which this is not done
│   ├── ConditionUnmet  its state allows this, but something else about it does not
│   ├── EngagementOver  no one can talk one to one about that service then
│   ├── FormNotBegun    the second step of a form without the first
│   ├── Changed         someone else changed it a moment ago
│   ├── EntryInvalid    an entry cannot go live as it is written: every fault
│   ├── DraftInTheWay   a draft of one's own would be lost
│   ├── NothingChanged  the draft says what is live already
│   ├── SecondNeeded    a second moderator must agree
│   ├── AlreadyClaimed  another moderator is working on it
│   ├── LimitReached    as many as one person can have
│   ├── TooFast         more than one person's share for now
│   ├── Restarting      the bot is asked to stop in the middle of it
│   └── CannotPost      it could not be shown to others: `why`
├── Invalid             something that was filled in cannot be read: a fault for each field
├── WrongUsage          a command was typed with words that it does not take: `command`
└── Unusable            something cannot be used as it is
    ├── SettingUnusable     an environment variable
    ├── DatabaseUnusable    the database
    ├── NothingKept         it would have to be kept, and there is no database to keep it in
    ├── QuestionsUnusable   a file of questions
    ├── KnowledgeFaulty     the knowledge base: its first fault
    └── ImportRefused       entries that were brought: how many faults they have

What people read is made of them in one place, `bot/cards/refusals.py`.
"""

from bot.domain.errors.base import (
    Conflict as Conflict,
)
from bot.domain.errors.base import (
    Fault as Fault,
)
from bot.domain.errors.base import (
    Invalid as Invalid,
)
from bot.domain.errors.base import (
    NotAllowed as NotAllowed,
)
from bot.domain.errors.base import (
    NotFound as NotFound,
)
from bot.domain.errors.base import (
    ParleyError as ParleyError,
)
from bot.domain.errors.base import (
    Thing as Thing,
)
from bot.domain.errors.base import (
    Unusable as Unusable,
)
from bot.domain.errors.base import (
    WrongUsage as WrongUsage,
)
from bot.domain.errors.conflicts import (
    AlreadyClaimed as AlreadyClaimed,
)
from bot.domain.errors.conflicts import (
    AlreadyShared as AlreadyShared,
)
from bot.domain.errors.conflicts import (
    Blocked as Blocked,
)
from bot.domain.errors.conflicts import (
    CannotPost as CannotPost,
)
from bot.domain.errors.conflicts import (
    Changed as Changed,
)
from bot.domain.errors.conflicts import (
    ConditionUnmet as ConditionUnmet,
)
from bot.domain.errors.conflicts import (
    EngagementOver as EngagementOver,
)
from bot.domain.errors.conflicts import (
    FormNotBegun as FormNotBegun,
)
from bot.domain.errors.conflicts import (
    Limit as Limit,
)
from bot.domain.errors.conflicts import (
    LimitReached as LimitReached,
)
from bot.domain.errors.conflicts import (
    Restarting as Restarting,
)
from bot.domain.errors.conflicts import (
    TooFast as TooFast,
)
from bot.domain.errors.conflicts import (
    WrongState as WrongState,
)
from bot.domain.errors.missing import (
    NoVersion as NoVersion,
)
from bot.domain.errors.missing import (
    StaleCommand as StaleCommand,
)
from bot.domain.errors.missing import (
    UnknownCommand as UnknownCommand,
)
from bot.domain.errors.missing import (
    UnknownVerb as UnknownVerb,
)
from bot.domain.errors.not_allowed import (
    NotAMember as NotAMember,
)
from bot.domain.errors.not_allowed import (
    NotYours as NotYours,
)
from bot.domain.errors.not_allowed import (
    RoleNeeded as RoleNeeded,
)
from bot.domain.errors.not_allowed import (
    ServerNeeded as ServerNeeded,
)
from bot.domain.errors.not_allowed import (
    WrongPart as WrongPart,
)
from bot.domain.errors.not_allowed import (
    WrongSecond as WrongSecond,
)
from bot.domain.errors.publishing import (
    DraftInTheWay as DraftInTheWay,
)
from bot.domain.errors.publishing import (
    EntryInvalid as EntryInvalid,
)
from bot.domain.errors.publishing import (
    NothingChanged as NothingChanged,
)
from bot.domain.errors.publishing import (
    SecondNeeded as SecondNeeded,
)
from bot.domain.errors.unusable import (
    DatabaseUnusable as DatabaseUnusable,
)
from bot.domain.errors.unusable import (
    ImportRefused as ImportRefused,
)
from bot.domain.errors.unusable import (
    KnowledgeFaulty as KnowledgeFaulty,
)
from bot.domain.errors.unusable import (
    NothingKept as NothingKept,
)
from bot.domain.errors.unusable import (
    QuestionsNeed as QuestionsNeed,
)
from bot.domain.errors.unusable import (
    QuestionsUnusable as QuestionsUnusable,
)
from bot.domain.errors.unusable import (
    SettingNeeds as SettingNeeds,
)
from bot.domain.errors.unusable import (
    SettingUnusable as SettingUnusable,
)
