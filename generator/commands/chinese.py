"""Click in Chinese: its headings, its help option and its complaints about a wrong call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click
from click.exceptions import NoSuchCommand

HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}


class Formatter(click.HelpFormatter):
    """Writes click's help under Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how to call the command."""
        super().write_usage(prog, args, "用法:")

    def write_heading(self, heading: str) -> None:
        """Write a section's heading."""
        super().write_heading(HEADINGS.get(heading, heading))


class Context(click.Context):
    """A context whose help is in Chinese."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help is in Chinese."""

    context_class = Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[选项]…", **kwargs})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` with a Chinese explanation."""
        return _in_chinese(super().get_help_option(ctx))


class Group(click.Group):
    """A group of commands whose help is in Chinese and keeps the order they were added in."""

    context_class = Context
    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        words = {"options_metavar": "[选项]…", "subcommand_metavar": "命令 [参数]…"}
        super().__init__(*args, **{**words, **kwargs})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` with a Chinese explanation."""
        return _in_chinese(super().get_help_option(ctx))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order they were added."""
        return list(self.commands)


def _in_chinese(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "显示这段说明。"
    return option


def explain_usage(error: click.ClickException) -> str:
    """Say in one Chinese sentence what is wrong with the call, and where its help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "banmian"
    return f"{_what(error)}\n用法见:{path} --help"


def _what(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"没有 {error.option_name} 这个选项。{_instead(error.possibilities)}"
    if isinstance(error, NoSuchCommand):
        return f"没有 {error.command_name} 这个命令。{_instead(error.possibilities)}"
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_name(error.param)}。"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 后面应有一个值。"
    if isinstance(error, click.BadParameter):
        return f"{_name(error.param)} 的值不对:{_expected(error)}"
    extra = error.format_message().partition("unexpected extra argument")[2]
    return f"多出了参数:{extra.partition('(')[2].rstrip('.)')}。" if extra else error.format_message()


def _name(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return "/".join(parameter.opts)
    return parameter.make_metavar(click.Context(Command("banmian"))) if parameter else "参数"


def _expected(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"应为 {'、'.join(str(choice) for choice in kind.choices)} 之一。"
    if isinstance(kind, click.types.IntParamType):
        return "应为合适的整数。"
    return error.message


def _instead(possibilities: Sequence[str] | None) -> str:
    return f"是不是 {'、'.join(possibilities)}?" if possibilities else ""
