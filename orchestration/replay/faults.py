"""What publishers do to an answer, each fault by name: a registry, and the faults of the wire.

Faults of what an answer says are functions of its bytes; they stand beside the publisher they belong to
and are added with `register`. `error` is the name of the error a client must meet, empty where it copes.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from email.utils import formatdate
from functools import partial
from time import time

from orchestration.replay import broken_lines
from orchestration.replay.wire import HTML_HEADERS, Line, Reply, Request

Send = Callable[[Line, Request, Reply], None]


class UnknownFaultError(Exception):
    """No fault has this name."""


@dataclass(frozen=True)
class Fault:
    """One fault: `send` puts something else than the reply on the line.

    `host` and `path_contains` say which requests it is meant for when whoever switches it does not.
    """

    name: str
    description: str
    error: str
    send: Send
    host: str = ""
    path_contains: str = ""


FAULTS: dict[str, Fault] = {}


def register(*faults: Fault) -> None:
    """Make faults switchable; raises ValueError for a name already taken by another."""
    for fault in faults:
        if FAULTS.setdefault(fault.name, fault) != fault:
            raise ValueError(f"fault {fault.name}: registered twice; give one of them another name")


def fault_named(name: str) -> Fault:
    """A fault by name; raises UnknownFaultError that lists the names there are."""
    if name not in FAULTS:
        raise UnknownFaultError(f"no fault '{name:.60}'; there are: {', '.join(sorted(FAULTS))}")
    return FAULTS[name]


def body_fault(
    name: str,
    description: str,
    error: str,
    change: Callable[[bytes], bytes],
    host: str = "",
    path_contains: str = "",
) -> Fault:
    """A fault in what the answer says: `change` gets the body's bytes and returns others."""

    def send(line: Line, request: Request, reply: Reply) -> None:
        line.send(replace(reply, body=change(reply.body)))

    return Fault(name, description, error, send, host, path_contains)


def reply_fault(name: str, description: str, error: str, make: Callable[[], Reply]) -> Fault:
    """A fault that answers with a reply of its own, whatever was asked."""
    return Fault(name, description, error, lambda line, request, reply: line.send(make()))


def small_page(words: str, status: int = 200, *headers: tuple[str, str]) -> Reply:
    """A small page as gateways and firewalls send it."""
    text = f"<html><head><title>{words}</title></head><body><p>{words}</p></body></html>"
    return Reply(text.encode(), status, (*HTML_HEADERS, *headers))


def _same(reply: Reply) -> Reply:
    return reply


def _retry_date() -> Reply:
    return small_page("Too Many Requests", 429, ("Retry-After", formatdate(time() + 2, usegmt=True)))


URL_ACL = "403 Forbidden; eventID: 1129-0000000000.000-403-waf02whc; reason: UrlACL"
GATEWAY = "403 Forbidden; Microsoft-Azure-Application-Gateway/v2"
CHALLENGE = "请开启JavaScript并刷新该页. Please enable JavaScript and refresh the page"
ELSEWHERE = ("Location", "https://sorry.example.org/")

WIRE_FAULTS: tuple[tuple[str, str, Send], ...] = (
    ("closed", "ConnectionLostError", broken_lines.close),
    ("nonsense", "ConnectionLostError", broken_lines.speak_nonsense),
    ("silent", "ReadTimeoutError", broken_lines.be_silent),
    ("slow_head", "ReadTimeoutError", broken_lines.drip_head),
    ("slow_body", "ReadTimeoutError", broken_lines.drip_body),
    ("stalled_body", "ReadTimeoutError", broken_lines.stall),
    ("reset_body", "ConnectionLostError", broken_lines.reset),
    ("short_body", "TruncatedAnswerError", broken_lines.cut),
    ("cut_head", "TruncatedAnswerError", broken_lines.cut_head),
    ("cut_chunks", "TruncatedAnswerError", broken_lines.cut_chunks),
    ("cut_gzip", "TruncatedAnswerError", broken_lines.cut_gzip),
    ("false_gzip", "NotTheFormatError", broken_lines.false_gzip),
    ("huge", "AnswerTooLargeError", broken_lines.huge),
    ("huge_chunks", "AnswerTooLargeError", broken_lines.huge_chunks),
    ("gzip_bomb", "AnswerTooLargeError", broken_lines.gzip_bomb),
    ("cookie_once", "", broken_lines.cookie_once),
    ("cookie_always", "CookieChallengeError", broken_lines.cookie_always),
)
REPLY_FAULTS = (
    ("url_acl", "BlockedError", small_page(URL_ACL, 403), "403, page of the firewall (UrlACL)."),
    ("gateway", "BlockedError", small_page(GATEWAY, 403), "403, page of an application gateway."),
    ("challenge", "ChallengePageError", small_page(CHALLENGE), "200, page that wants JavaScript."),
    ("challenge_403", "ChallengePageError", small_page(CHALLENGE, 403), "403, page that wants JavaScript."),
    (
        "service_exception",
        "ServiceExceptionPageError",
        small_page("服务异常，请稍后再试"),
        "200, page 服务异常.",
    ),
    ("empty_body", "NotTheFormatError", Reply(b""), "200 with no byte in it."),
    ("not_found", "RequestRefusedError", Reply(b"not found", 404, ()), "404."),
    ("elsewhere", "RequestRefusedError", small_page("moved", 302, ELSEWHERE), "302 to another host."),
    ("server_error", "PublisherDownError", Reply(b'{"status":500}', 500), "500."),
    ("bad_gateway", "PublisherDownError", small_page("502 Bad Gateway", 502), "502, a page."),
    (
        "unavailable",
        "PublisherDownError",
        small_page("Service Unavailable", 503, ("Retry-After", "2")),
        "503 with Retry-After: 2.",
    ),
    ("too_many", "TooManyRequestsError", small_page("Too Many Requests", 429), "429 without Retry-After."),
    (
        "too_many_seconds",
        "TooManyRequestsError",
        small_page("Too Many Requests", 429, ("Retry-After", "2")),
        "429 with Retry-After: 2.",
    ),
    (
        "too_many_hour",
        "TooManyRequestsError",
        small_page("Too Many Requests", 429, ("Retry-After", "3600")),
        "429 with Retry-After: 3600.",
    ),
)
for name, error, send in WIRE_FAULTS:
    register(Fault(name, send.__doc__ or "", error, send))
for name, error, reply, description in REPLY_FAULTS:
    register(reply_fault(name, description, error, partial(_same, reply)))
register(reply_fault("too_many_date", "429 with Retry-After as a date.", "TooManyRequestsError", _retry_date))
