"""What a person does not know, who could not be reached."""

from collections.abc import Mapping

from bot.domain.notices import NoticeKind

UNTOLD: Mapping[NoticeKind, str] = {
    NoticeKind.ASKED: "there is a new request",
    NoticeKind.CLAIMED: "the request was taken on",
    NoticeKind.HANDED_OVER: "a colleague has the request now",
    NoticeKind.GIVEN_BACK: "the request is back in the queue",
    NoticeKind.DECLINED: "the request was declined",
    NoticeKind.WITHDRAWN: "the request was withdrawn",
    NoticeKind.OFFERED: "times were offered",
    NoticeKind.LAPSED: "the offered times have lapsed",
    NoticeKind.TURNED_DOWN: "none of the offered times work",
    NoticeKind.THREAD: "there is a thread for it",
    NoticeKind.BOOKED: "it was booked",
    NoticeKind.MOVED: "it was moved",
    NoticeKind.CANCELLED: "it was cancelled",
    NoticeKind.NOTE: "there is a note",
    NoticeKind.REMINDER: "it is soon",
    NoticeKind.FREED: "a time has come free",
    NoticeKind.CLOSED: "a tender notice is out",
    NoticeKind.SAID: "the other side has said whether it took place",
    NoticeKind.RECORD: "the record is there to read",
    NoticeKind.CONFIRMED: "the record was confirmed",
    NoticeKind.SUMMARY: "the summary was posted",
    NoticeKind.OVERDUE: "a commitment is late",
    NoticeKind.NOT_REACHED: "someone could not be reached",
}
