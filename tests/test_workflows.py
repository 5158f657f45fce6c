"""The workflows keep what SECURITY.md promises, and build where the bytes could differ."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from generator.commands.bootstrap import ABOVE, LOWEST
from generator.vocabulary.settings import ROOT

TEXTS = {path.name: path.read_text("utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml")}
FLOWS: dict[str, dict[Any, Any]] = {name: yaml.safe_load(text) for name, text in TEXTS.items()}


def triggers(name: str) -> set[str]:
    return set(FLOWS[name][True])  # YAML 1.1 reads the key `on` as true.


def steps(job: dict[str, Any]) -> list[dict[str, Any]]:
    return job["steps"]


def said(job: dict[str, Any]) -> str:
    """Return all that a job runs."""
    return "\n".join(step.get("run", "") for step in steps(job))


@pytest.mark.parametrize("name", FLOWS)
def test_a_token_can_read_unless_a_job_says_otherwise(name: str) -> None:
    assert FLOWS[name]["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("name", [name for name in FLOWS if "pull_request" in triggers(name)])
def test_what_runs_a_contribution_has_no_right_and_no_secret(name: str) -> None:
    jobs = FLOWS[name]["jobs"].values()
    kept = [
        step["with"]["persist-credentials"] for job in jobs for step in steps(job) if "checkout" in str(step)
    ]
    assert kept
    assert not any(kept)
    assert not any("permissions" in job for job in jobs)
    assert "secrets." not in TEXTS[name]


def test_nothing_runs_contributions_with_the_rights_of_the_repository() -> None:
    assert {name for name in FLOWS if "pull_request_target" in triggers(name)} == set()


def test_what_may_write_runs_on_main_alone_and_no_program_of_ours() -> None:
    writing = {
        (name, job): said(FLOWS[name]["jobs"][job])
        for name in FLOWS
        for job, what in FLOWS[name]["jobs"].items()
        if "write" in what.get("permissions", {}).values()
    }
    assert {name for name, _ in writing} == {"pages.yml"}
    assert FLOWS["pages.yml"][True]["push"] == {"branches": ["main"]}
    assert not any("generator" in commands or "python" in commands for commands in writing.values())


def test_the_oldest_and_the_newest_python_build_the_same_bytes() -> None:
    job = FLOWS["check.yml"]["jobs"]["same"]
    pythons = [
        step["with"]["python-version"] for step in steps(job) if "setup-python" in step.get("uses", "")
    ]
    assert pythons == [f"{LOWEST[0]}.{LOWEST[1]}", f"{ABOVE[0]}.{ABOVE[1] - 1}"]
    assert "umask 077" in said(job)
    assert "cmp dist/one/*.zip dist/two/*.zip" in said(job)


def test_every_lock_is_held_against_known_vulnerabilities() -> None:
    commands = said(FLOWS["audit.yml"]["jobs"]["audit"])
    assert "for lock in requirements/*.txt" in commands
    assert 'pip-audit --strict --disable-pip --require-hashes -r "$lock"' in commands
    assert {"pull_request", "schedule"} <= triggers("audit.yml")
