"""Holds a crate against roc-validator, the validator of the RO-Crate community, without asking the network.

The validator fetches the JSON-LD context of RO-Crate; here it gets the one that the package `rocrate` brings along.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import requests
from rocrate_validator import models, services
from rocrate_validator.utils.http import HttpRequester

PROFILE = "ro-crate-1.2"


class Offline(requests.Session):
    """Answers with the context of RO-Crate, and to all else that nothing is there."""

    def request(self, method: str | bytes, url: str | bytes, *_: Any, **__: Any) -> requests.Response:
        """Return the answer to a request."""
        answer = requests.Response()
        known = str(url).endswith("/context")
        answer.status_code, answer.url = 200 if known else 404, str(url)
        answer._content = files("rocrate").joinpath("data/ro-crate.jsonld").read_bytes() if known else b""
        answer.headers["Content-Type"] = "application/ld+json"
        return answer


@contextmanager
def offline() -> Iterator[None]:
    """Let the validator ask nobody."""
    requester = HttpRequester.initialize_cache(no_cache=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(requester, "session", Offline())
        patch.setattr(HttpRequester, "initialize_cache", classmethod(lambda *_, **__: requester))
        yield


def broken_rules(crate: Path) -> list[str]:
    """Return what the crate in a folder lacks that RO-Crate requires."""
    settings = models.ValidationSettings(
        rocrate_uri=str(crate),
        profile_identifier=PROFILE,
        requirement_severity=models.Severity.REQUIRED,
        abort_on_first=False,
    )
    with offline():
        return [str(issue.message) for issue in services.validate(settings).get_issues()]
