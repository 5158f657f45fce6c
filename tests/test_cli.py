"""The command line as a person meets it: what it says, where it says it, and its exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from string import Formatter
from typing import Any

import click
import pytest
from babel.messages.extract import extract_from_file

from generator.commands import chinese, cli, folders, making
from generator.commands.messages import MESSAGES
from generator.commands.showing import exit_code, gravest_first, summary, tell_findings
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PublishError
from generator.vocabulary.settings import ROOT

COMMANDS = list(cli.cli.commands)
PAGE = """◎草原书屋

# 书送到牧民家门口

□本报记者 林禾

入冬前,流动书车走了三个苏木,给呼和浩特市新城区的书屋送去新书四百册,读书会也开了三场。

读书的人坐满了屋子,炉火一直烧到夜里。
"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "caoyuan-01.txt").write_text(PAGE, encoding="utf-8")
    return folder


def banmian(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


# Help


def test_both_spellings_give_the_same_help() -> None:
    script = Path(sys.executable).with_name("banmian")
    ours = banmian("--help").stdout
    code = "import sys; from generator.commands.cli import main; sys.argv = ['banmian', '--help']; main()"
    entry = [str(script)] if script.exists() else [sys.executable, "-c", code]
    theirs = subprocess.run([*entry, "--help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert ours == theirs
    assert ours.startswith("用法: banmian [选项]… 命令 [参数]…")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([name, "--help"]) == 0
    told = capsys.readouterr().out
    assert f"用法: banmian {name}" in told
    assert f"\n    banmian {name}" in told
    assert "显示这段说明。" in told


@pytest.mark.parametrize("name", COMMANDS)
def test_each_option_says_what_it_does(name: str) -> None:
    options = [each for each in cli.cli.commands[name].params if isinstance(each, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_help_fits_a_narrow_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], *([name] for name in COMMANDS)):
        cli.run([*arguments, "--help"])
    for line in capsys.readouterr().out.splitlines():
        assert sum(1 if character.isascii() else 2 for character in line) <= 88, line


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("banmian 0.")


# Wrong use


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bild"], "没有“bild”这个命令。是不是“build”?"),
        (["--colour"], "没有“--colour”这个选项。"),
        (["check", "--fromat", "json"], "没有“--fromat”这个选项。是不是“--format”?"),
        (["serve", "--prot", "1"], "没有“--prot”这个选项。是不是“--out”、“--port”?"),
        (
            ["check", "--format", "xml"],
            "“--format”的值不对:应为“text”、“json”、“github”、“markdown”之一,写的是“xml”。",
        ),
        (["explain"], "缺少参数“PAGE”。"),
        (["explain", "a", "b"], "多出了参数:b。"),
        (["serve", "--port", "x"], "“--port”的值不对:应为数字,写的是“x”。"),
        (["serve", "--port", "99999"], "“--port”的值不对:99999 不在范围 0<=x<=65535 里。"),
        (["build", "--out"], "选项“--out”后面应有 1 个值。"),
        (["serve", "--no-watch=1"], "选项“--no-watch”后面不应有值。"),
    ],
)
def test_a_wrong_call_is_a_chinese_sentence(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    sentence, way = told.err.splitlines()
    assert sentence == words
    assert re.fullmatch(r"用法见:banmian( \w+)? --help", way)


def test_no_command_shows_the_help_and_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([]) == 2
    assert "用法:" in capsys.readouterr().err


def modules_of_click() -> dict[str, Any]:
    """Return the modules of click that take their messages from us."""
    own = (chinese._message, chinese._counted)
    return {
        name: module
        for name, module in sys.modules.items()
        if name.partition(".")[0] == "click" and any(value in own for value in vars(module).values())
    }


def messages_of_click() -> dict[str, set[str]]:
    """Return each message that these modules have, with the values that it can be given."""
    found: dict[str, set[str]] = {}
    for module in modules_of_click().values():
        for _, message, _, _ in extract_from_file("python", module.__file__):
            forms = (message,) if isinstance(message, str) else message
            found.setdefault(forms[0], set()).update(*map(fields, forms))
    return found


def fields(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name}


def test_every_message_of_click_has_its_chinese_and_none_is_left_over() -> None:
    assert set(MESSAGES) == set(messages_of_click())


def test_a_message_asks_for_no_value_that_click_does_not_give() -> None:
    given = messages_of_click()
    assert {
        words: fields(own) - given[words] for words, own in MESSAGES.items() if fields(own) - given[words]
    } == {}


@pytest.mark.parametrize("name", ["core", "decorators", "exceptions", "formatting", "parser", "types"])
def test_click_takes_its_messages_from_us(name: str) -> None:
    assert f"click.{name}" in modules_of_click()


# What people really put into seeds/ and site_config/


def put(name: str, data: bytes | str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    return write


def empty(folder: Path) -> None:
    (folder / "seeds" / "caoyuan-01.txt").unlink()


def huge(folder: Path) -> None:
    with (folder / "seeds" / "big.txt").open("wb") as file:
        file.truncate(50_000_000)


HOSTILE = {
    "an empty seeds folder": (empty, 2, "seeds 里没有版面"),
    "a missing seeds folder": (
        lambda folder: (empty(folder), (folder / "seeds").rmdir()),
        2,
        "找不到版面文件夹",
    ),
    "a binary file": (put("seeds/b.txt", bytes(range(256)) * 40), 1, "b.txt:2: error [encoding]"),
    "a picture": (put("seeds/b.txt", b"\x89PNG\r\n\x1a\n" + bytes(99)), 1, "b.txt:1: error [encoding]"),
    "an empty file": (put("seeds/b.txt", b""), 1, "b.txt: error [empty]"),
    "a file of 50 MB": (huge, 1, "big.txt: error [too-large]"),
    "a page without any headline": (
        put(
            "seeds/b.txt", "书车在雪前走了三个苏木,送去四百册新书。\n\n书屋里的炉火一直烧到夜里,人坐满了。\n"
        ),
        1,
        "b.txt:1: error [no-headline]",
    ),
    "two pages with one stem": (put("seeds/2022/caoyuan-01.txt", PAGE), 1, "error [same-stem]"),
    "a stem that can be no address": (put("seeds/版面.txt", PAGE), 1, "版面.txt: error [file-name]"),
    "a broken vocabulary": (
        put("config/columns.yml", "columns:\n  - name: [广角\n"),
        2,
        "columns.yml:3: error [yaml]",
    ),
    "a vocabulary of the wrong form": (
        put("config/themes.yml", "themes: 广角\n"),
        2,
        "themes.yml:1: error [config]",
    ),
    "a missing config folder": (lambda folder: (folder / "config").rmdir(), 2, "找不到配置文件夹"),
    "a broken sidecar": (put("seeds/caoyuan-01.yml", "paper: [\n"), 1, "caoyuan-01.yml:2: error [yaml]"),
    "a sidecar without a page": (put("seeds/b.yml", "paper: 晚报\n"), 1, "b.yml: error [sidecar-orphan]"),
    "a sidecar with an unknown key": (
        put("seeds/caoyuan-01.yml", "papre: 晚报\n"),
        1,
        "caoyuan-01.yml:1: error",
    ),
}


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("case", HOSTILE)
def test_what_people_put_in(
    case: str, command: str, tmp_path: Path, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "config").mkdir()
    spoil, code, words = HOSTILE[case]
    spoil(tmp_path)
    folders = ["--seeds", str(seeds), "--config", str(tmp_path / "config")]
    out = ["--out", str(tmp_path / "out")] if command == "build" else []
    assert cli.run([command, *folders, *out]) == code
    told = capsys.readouterr()
    lines = [line for line in (told.out + told.err).splitlines() if words in line]
    assert len(lines) == 1
    assert "Traceback" not in told.err


def test_a_fault_through_the_real_program_has_no_traceback(seeds: Path) -> None:
    (seeds / "b.txt").write_bytes(b"")
    (seeds / "caoyuan-01.txt").write_bytes(b"\0")
    done = banmian("build", "--seeds", seeds, "--out", seeds.parent / "out")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-2].startswith(f"{seeds / 'b.txt'}: error [empty]")


def test_a_faulty_page_is_left_out_of_the_site_and_the_exit_code_says_so(seeds: Path) -> None:
    (seeds / "b.txt").write_bytes(b"\0\1\2binary")
    out = seeds.parent / "out"
    done = banmian("build", "--seeds", seeds, "--out", out)
    assert done.returncode == 1
    assert any(
        line.startswith(f"{seeds / 'b.txt'}:1:1: error [character]") for line in done.stderr.splitlines()
    )
    report = json.loads((out / "site" / "data" / "report.json").read_text("utf-8"))
    assert report["pages"] == 1
    assert [row["path"] for row in report["diagnostics"] if row["severity"] == "error"] == ["b.txt"]


# check


def test_the_repositorys_own_pages_are_named_as_github_expects(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.run(["check", "--format", "json"]) == 0
    assert {Path(row["path"]).parts[0] for row in json.loads(capsys.readouterr().out)} == {"seeds"}


def test_check_in_every_form(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "b.txt").write_bytes(b"")
    told = {}
    for form in ("text", "json", "github", "markdown"):
        assert cli.run(["check", "--seeds", str(seeds), "--format", form]) == 1
        told[form] = capsys.readouterr().out
    assert told["text"].startswith(f"{seeds / 'b.txt'}: error [empty]")
    assert json.loads(told["json"])[0]["code"] == "empty"
    assert told["github"].startswith(f"::error file={seeds / 'b.txt'},title=empty::")
    counted, _, table = told["markdown"].partition("\n\n")
    assert counted.startswith("错误 1 条,警告 ")
    assert table.startswith("| 位置 |")


def test_check_of_one_page_tells_of_that_page_alone(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "b.txt").write_bytes(b"")
    (seeds / "c.txt").write_bytes(b"")
    cli.run(["check", "--seeds", str(seeds), str(seeds / "c.txt")])
    assert "b.txt" not in capsys.readouterr().out


def test_a_good_page_passes(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", "--seeds", str(seeds)]) == 0
    assert capsys.readouterr().err.endswith(
        "错误 0 条,警告 {} 条,提示 {} 条。\n".format(*_counts(cli, seeds, capsys))
    )


def _counts(program: Any, seeds: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, int]:
    capsys.readouterr()
    program.run(["check", "--seeds", str(seeds), "--format", "json"])
    grave = [row["severity"] for row in json.loads(capsys.readouterr().out)]
    return grave.count("warning"), grave.count("note")


# explain, new, diff


def test_explain_by_id_and_by_file(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["explain", "caoyuan-01", "--seeds", str(seeds)]) == 0
    by_id = capsys.readouterr().out
    assert cli.run(["explain", str(seeds / "caoyuan-01.txt")]) == 0
    assert capsys.readouterr().out == by_id
    assert "书送到牧民家门口" in by_id


def test_explain_asks_nothing_of_the_pages_beside_it(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "b.txt").write_bytes(b"")
    (seeds / "c.yml").write_text("papre: 晚报\n", encoding="utf-8")
    assert cli.run(["explain", str(seeds / "caoyuan-01.txt")]) == 0
    assert "书送到牧民家门口" in capsys.readouterr().out


def test_explain_of_a_page_that_is_not_there(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["explain", "none", "--seeds", str(seeds)]) == 2
    assert "caoyuan-01" in capsys.readouterr().err


def test_a_new_page_is_a_good_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "pages"
    assert cli.run(["new", "nmgrb-20220616-07", "--seeds", str(folder)]) == 0
    assert {path.name for path in folder.iterdir()} == {"nmgrb-20220616-07.txt", "nmgrb-20220616-07.yml"}
    assert cli.run(["check", "--seeds", str(folder)]) == 0


@pytest.mark.parametrize("stem", ["版面", "../a", "a b", "con", ""])
def test_a_new_page_needs_a_fit_name(stem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["new", stem, "--seeds", str(tmp_path)]) == 2
    assert "版面编号" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_new_page_never_overwrites(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["new", "caoyuan-01", "--seeds", str(seeds)]) == 2
    assert (seeds / "caoyuan-01.txt").read_text("utf-8") == PAGE


def rows(folder: Path, *items: dict[str, Any]) -> Path:
    (folder / "site" / "data").mkdir(parents=True)
    whole = [
        {"page": "p", "source": "p.txt", "paragraphs": [], "headline_lines": [], **item} for item in items
    ]
    text = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in whole)
    (folder / "site" / "data" / "articles.jsonl").write_text(text, encoding="utf-8")
    return folder


def test_diff(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = rows(
        tmp_path / "old", {"id": "a", "headline": "一个标题", "column": None}, {"id": "b", "headline": None}
    )
    new = rows(
        tmp_path / "new", {"id": "a", "headline": "一个标题", "column": "广角"}, {"id": "c", "headline": "二"}
    )
    assert cli.run(["diff", str(old), str(new)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "~ a 一个标题:栏目 (无)→广角",
        "- b (无标题)",
        "+ c 二",
        "新增 1 篇,减少 1 篇,改变 1 篇。",
        "seeds/p.yml: error [address-lost] 已发表的地址 articles/b/会打不开。 请在 seeds/p.yml 的 formerly: 下面写一行"
        "(没有 formerly: 就先写上):  b: none",
    ]
    assert cli.run(["diff", str(old), str(old)]) == 0


def test_diff_of_what_is_neither_folder_nor_revision(capsys: pytest.CaptureFixture[str]) -> None:
    for base in ("no-such-revision", "--", "-x"):
        assert cli.run(["diff", base]) == 2
    assert "不是文件夹,也不是版本库里的版本" in capsys.readouterr().err


def test_diff_of_a_folder_that_is_no_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = rows(tmp_path / "good")
    assert cli.run(["diff", str(tmp_path), str(good)]) == 2
    assert "没有 articles.jsonl" in capsys.readouterr().err
    (good / "site/data/articles.jsonl").write_text("[]\n")
    assert cli.run(["diff", str(good), str(good)]) == 2
    assert "articles.jsonl:1" in capsys.readouterr().err


# Findings after a build


def finding(severity: Severity, number: int = 1) -> Diagnostic:
    return Diagnostic(code="x", severity=severity, path=f"{severity}-{number}.txt", message="有问题。")


def test_the_gravest_come_first() -> None:
    mixed = [finding(Severity.NOTE), finding(Severity.ERROR), finding(Severity.WARNING)]
    assert [each.severity for each in gravest_first(mixed)] == ["error", "warning", "note"]
    assert summary(mixed) == "错误 1 条,警告 1 条,提示 1 条。"


def test_only_errors_change_the_exit_code() -> None:
    assert exit_code([finding(Severity.WARNING), finding(Severity.NOTE)]) == 0
    assert exit_code([finding(Severity.ERROR)]) == 1


def test_a_build_shows_one_screen_of_findings(capsys: pytest.CaptureFixture[str]) -> None:
    many = [finding(Severity.WARNING, number) for number in range(50)]
    assert tell_findings([*many, finding(Severity.NOTE)]) == 0
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 21
    assert "还有 30 条" in told


# How it ends


@pytest.mark.parametrize(("raised", "code"), [(KeyboardInterrupt, 130), (PublishError("没有建成。"), 1)])
def test_how_a_command_ends(
    raised: Any, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> int:
        raise raised

    monkeypatch.setattr(making, "make", fail)
    assert cli.run(["build"]) == code
    assert "Traceback" not in capsys.readouterr().err


def test_a_bug_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "make", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        cli.run(["build"])


FLOOD = """
import sys
import click
from generator.commands import cli

cli.cli.add_command(click.Command("flood", callback=lambda: [click.echo("x" * 10_000) for _ in range(100_000)]))
sys.exit(cli.run(["flood"]))
"""


def test_a_reader_that_has_gone_is_no_fault() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", FLOOD], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as flood:
        assert flood.stdout is not None
        assert flood.stderr is not None
        assert flood.stdout.read(1) == b"x"
        flood.stdout.close()
        assert flood.stderr.read() == b""
    assert flood.returncode == 141


def test_a_program_without_its_templates_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(folders, "ROOT", tmp_path)
    assert cli.run(["build"]) == 2
    assert "pip install -e ." in capsys.readouterr().err


def test_output_is_utf_8_whatever_the_terminal() -> None:
    environment = {
        "PYTHONUTF8": "0",
        "LC_ALL": "POSIX",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    }
    assert "用法:" in banmian("--help", **environment).stdout
