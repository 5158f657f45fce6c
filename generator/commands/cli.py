"""The command line `banmian`: text in, an exit code out.

0: done; 1: faults in the pages, or a test failed; 2: wrong use or wrong settings; 130: stopped by Ctrl-C.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from generator import __version__
from generator.commands.chinese import Group, explain_usage
from generator.commands.comparing import diff
from generator.commands.fitting import fit
from generator.commands.keeping import new, test
from generator.commands.looking import check, explain, score
from generator.commands.making import build, package, serve
from generator.commands.recording import record
from generator.commands.verifying import verify
from generator.telling.errors import BanmianError
from generator.telling.system import refuse_too_little_memory, system_faults

HELP = """版面:把报纸版面的 OCR 文字变成可检索、可引用的静态网站。

\b
在仓库的文件夹里,只要有 Python 就能运行(Windows 把 python3 写成 py):
  python3 -m generator build     建成网站,在 build/site
  python3 -m generator test      运行全部测试
装好以后,banmian 与 python3 -m generator 是一回事。

\b
加一版:
  banmian new nmgrb-20220616-07      写出 seeds/nmgrb-20220616-07.txt,填入文字
  banmian check                      看看哪里可疑
  banmian explain nmgrb-20220616-07  看看每一行是怎样读的
  banmian serve                      边改边看

退出码:0 完成;1 版面里有错误(或测试没通过);2 用法或设置不对;130 被 Ctrl-C 停下。
"""


LIGHT = ("new", "verify", "test")
"""Commands that read no page, and need little memory."""


@click.group("banmian", cls=Group, help=HELP)
@click.version_option(__version__, prog_name="banmian")
def cli() -> None:
    """Hold the commands."""


for command in (build, serve, check, explain, score, fit, new, diff, record, package, verify, test):
    cli.add_command(command)


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    _open_closed()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def _open_closed() -> None:
    """Put nothing in the place of standard streams that are closed: else the next file opened would take it."""
    if sys.stdin is None or sys.stdout is None or sys.stderr is None:
        while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
            pass
        os.close(descriptor)
    sys.stdout = sys.stdout or io.StringIO()
    sys.stderr = sys.stderr or io.StringIO()


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; a fault is told in sentences, a bug keeps its traceback."""
    try:
        with system_faults(), cli.make_context("banmian", list(arguments)) as context:
            if arguments[0] not in LIGHT:
                refuse_too_little_memory()
            code = cli.invoke(context)
            sys.stdout.flush()
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        click.echo(explain_usage(error), err=True)
        return 2
    except BanmianError as error:
        click.echo(str(error), err=True)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        return _leave_pipe()
    return code if isinstance(code, int) else 0


def _leave_pipe() -> int:
    """Leave quietly when the reader has gone: nothing may be written to the pipe at exit either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141
