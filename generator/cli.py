"""The command line (skeleton)."""

import click


@click.group()
def cli() -> None:
    """Banmian."""


@cli.command()
def build() -> None:
    """Build."""
    click.echo("built")


def main() -> None:
    """Run."""
    cli(prog_name="banmian")
