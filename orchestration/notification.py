"""One hook for what went wrong: a log line, and a JSON POST where a webhook is configured, once per incident.

An incident is an asset with the names of its errors. It is remembered in `incidents.json` of the build
folder until the asset is made again without an error.
"""

import fcntl
import json
import re
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from assets.landing.errors import SettingError
from assets.landing.settings import LOOPBACK
from assets.steps import Place

# A chat shows little more; the run has everything.
LONGEST_SENTENCE = 1500
SECONDS_FOR_THE_HOOK = (5, 10)
CREDENTIALS = re.compile(r"//[^/@\s]+@")


@dataclass(frozen=True)
class Incident:
    """An asset that failed, the names of its errors, and what they say."""

    asset: str
    error_names: tuple[str, ...]
    sentence: str

    @property
    def line(self) -> str:
        """The incident in one line, without anything that may be a password."""
        words = " ".join(CREDENTIALS.sub("//…@", self.sentence).split())
        return f"{self.asset}: {', '.join(self.error_names)}: {words:.{LONGEST_SENTENCE}}"


def settle(
    place: Place,
    incidents: Iterable[Incident],
    recovered: Iterable[str],
    webhook: str | None,
    log: Callable[[str], None],
) -> list[Incident]:
    """Notify of incidents not known yet and close those of assets that recovered; returns the new ones.

    A webhook that does not answer never fails a run: the log says so, and the incident is posted again
    when it next occurs. Raises SettingError for an address that is neither https nor on this machine.
    """
    if webhook is not None:
        _refuse_address(webhook)
    new = []
    with _remembered(place.build) as known:
        for asset in recovered:
            if known.pop(asset, None) is not None:
                log(f"incident over: {asset}")
        for incident in incidents:
            entry = known.get(incident.asset)
            if entry is None or tuple(entry["error_names"]) != incident.error_names:
                since = datetime.now(UTC).isoformat(timespec="seconds")
                entry = {"error_names": list(incident.error_names), "since": since, "is_posted": False}
                known[incident.asset] = entry
                log(f"incident: {incident.line}")
                new.append(incident)
            if webhook is not None and not entry["is_posted"]:
                entry["is_posted"] = _post(webhook, incident, str(entry["since"]), log)
    return new


def _refuse_address(webhook: str) -> None:
    try:
        parts = urlsplit(webhook)
        host = parts.hostname
    except ValueError:
        parts, host = urlsplit(""), None
    is_local = parts.scheme == "http" and host in LOOPBACK
    if not host or not (parts.scheme == "https" or is_local):
        # not repeated: whoever knows the address of a webhook can write to it
        raise SettingError("QIPAN_WEBHOOK: not an https address (http only on this machine); correct it")


def _post(webhook: str, incident: Incident, since: str, log: Callable[[str], None]) -> bool:
    """Whether the webhook took it; `text` is what most chats show."""
    import requests

    content = {
        "text": f"Qipan: {incident.line}",
        "asset": incident.asset,
        "errors": list(incident.error_names),
        "since": since,
    }
    try:
        with requests.Session() as session:
            # no proxies and passwords of the environment, as everywhere
            session.trust_env = False
            answer = session.post(webhook, json=content, timeout=SECONDS_FOR_THE_HOOK, allow_redirects=False)
    except requests.RequestException as error:
        log(f"the webhook of QIPAN_WEBHOOK cannot be reached ({type(error).__name__}); {incident.asset}")
        return False
    if not answer.ok or answer.is_redirect:
        log(f"the webhook of QIPAN_WEBHOOK answered {answer.status_code}; {incident.asset}")
        return False
    return True


@contextmanager
def _remembered(build: Path) -> Generator[dict[str, dict[str, Any]], None, None]:
    """The open incidents by asset, written back at the end; one process at a time."""
    build.mkdir(parents=True, exist_ok=True)
    path = build / "incidents.json"
    with (build / "incidents.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            known = json.loads(path.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            # lost, not wrong: an incident is then notified of once more
            known = {}
        before = json.dumps(known)
        yield known
        if json.dumps(known) != before:
            part = path.with_suffix(".part")
            part.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            part.replace(path)
