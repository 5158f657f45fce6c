"""Tells findings to a person: the gravest first, and not more than a screen of them."""

from __future__ import annotations

from collections.abc import Iterable

import click

from generator.telling.diagnostics import Diagnostic, Severity, as_text

SHOWN = 20
"""Findings that a build shows; `check` shows all."""
GRAVITY = tuple(Severity)


def gravest_first(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return errors, then warnings, then notes, each in their own order."""
    return sorted(findings, key=lambda finding: GRAVITY.index(finding.severity))


def exit_code(findings: Iterable[Diagnostic]) -> int:
    """Return 1 if one of the findings is an error, else 0."""
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def tell_findings(findings: Iterable[Diagnostic]) -> int:
    """Write errors and warnings to standard error; return the exit code."""
    told = [finding for finding in gravest_first(findings) if finding.severity is not Severity.NOTE]
    click.echo(as_text(told[:SHOWN]), nl=False, err=True)
    if len(told) > SHOWN:
        click.echo(f"……还有 {len(told) - SHOWN} 条;全部见 banmian check。", err=True)
    return exit_code(told)


def summary(findings: Iterable[Diagnostic]) -> str:
    """Return one sentence that counts the findings by gravity."""
    counts = dict.fromkeys(GRAVITY, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return "错误 {} 条,警告 {} 条,提示 {} 条。".format(*(counts[severity] for severity in GRAVITY))
