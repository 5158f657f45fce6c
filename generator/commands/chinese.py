"""Click in Chinese: its messages, the names of what a call is made of, and its punctuation."""

from __future__ import annotations

import gettext
import re
import sys
from typing import Any

import click

from generator.commands.messages import MESSAGES

OPTIONS = "[选项]…"
QUOTED = re.compile(r" ?'([^']*)'")


def speak_chinese() -> None:
    """Let the modules of click take their messages from MESSAGES.

    Each of them binds gettext's functions to names of its own. These names are bound anew, for gettext
    knows compiled catalogues alone, and finds them by the environment's language.
    """
    own = {gettext.gettext: _message, gettext.ngettext: _counted}
    for module in [module for name, module in sys.modules.items() if name.partition(".")[0] == "click"]:
        for name, value in list(vars(module).items()):
            if value in (gettext.gettext, gettext.ngettext):
                setattr(module, name, own[value])


def _message(message: str) -> str:
    return MESSAGES.get(message, message)


def _counted(singular: str, plural: str, number: int) -> str:
    return MESSAGES.get(singular, singular if number == 1 else plural)


# Some words are asked for while commands are declared, so that this comes before the first of them.
speak_chinese()


class Command(click.Command):
    """A command whose usage is in Chinese."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": OPTIONS, **kwargs})


class Group(click.Group):
    """A group of commands whose usage is in Chinese and keeps the order they were added in."""

    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        words = {"options_metavar": OPTIONS, "subcommand_metavar": "命令 [参数]…"}
        super().__init__(*args, **{**words, **kwargs})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order they were added."""
        return list(self.commands)


def explain_usage(error: click.ClickException) -> str:
    """Say what is wrong with the call, and where its help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "banmian"
    return f"{_punctuated(error.format_message())}\n用法见:{path} --help"


def _punctuated(message: str) -> str:
    """Put Chinese marks in the place of those that click writes itself, around names and behind the whole."""
    listed = message.replace("', '", "'、'").replace("' / '", "'、'").replace("。 ", "。")
    return re.sub(r"\.\Z", "。", QUOTED.sub(r"“\1”", listed))
