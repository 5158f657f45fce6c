"""A stranger's mkdocs.yml runs nothing, reads nothing and asks nobody: what may stand there is listed."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest

from generator.commands import folders
from generator.commands.cli import run
from generator.vocabulary import site_file
from generator.vocabulary.settings import ROOT, load_settings
from generator.vocabulary.site_file import read_site_file

OWN = (ROOT / "mkdocs.yml").read_text("utf-8")
BARE = """site_name: 试验档案
docs_dir: !ENV [BANMIAN_DOCS, build/docs]
site_dir: !ENV [BANMIAN_SITE, build/site]
extra:
  banmian:
    province: "150000"
"""
HARMLESS = """  social:
    - icon: fontawesome/brands/github
      link: https://example.org/banmian
      name: 仓库
  analytics:
    provider: custom
    feedback: {title: 这一页有用吗, ratings: [{icon: material/thumb-up, name: 有用, data: 1}]}
  alternate: [{name: 中文, link: ./, lang: zh}]
  homepage: https://example.org/
  generator: false
theme:
  name: material
  language: zh
  custom_dir: theme/overrides
  font: false
  favicon: assets/favicon.svg
  logo: assets/logo.svg
  icon: {repo: fontawesome/brands/git-alt, admonition: {note: octicons/tag-16}}
  features: [header.autohide, navigation.instant.prefetch, content.code.copy]
  palette:
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {icon: material/brightness-4, name: 暗}
  static_templates: [404.html, sitemap.xml]
extra_css: [assets/search/search.css]
extra_javascript: [assets/site.js, {path: assets/more.mjs, type: module, defer: true}]
markdown_extensions: []
plugins: []
nav:
  - 首页: index.md
  - 更多:
      - 关于: about/index.md
not_in_nav: "*"
validation: {links: {anchors: warn}}
use_directory_urls: false
"""
REFUSED = {
    "hooks: [evil.py]": "hooks:不许写:建成时会运行它列出的 Python 文件。",
    "INHERIT: evil.yml": "INHERIT:不许写:它让另一个文件里的设置也算数。",
    "extra_templates: [data/evil.html]": "extra_templates:不许写:它把版面的文件当作模板来运行。",
    "plugins: [search]": "plugins.0:应为维护者审过的插件(现在一个也没有),写的是文字“search”。",
    "plugins: [{macros: {module_name: evil}}]": "plugins.0:应为维护者审过的插件",
    "markdown_extensions: [attr_list]": "应为维护者审过的Markdown 扩展",
    "markdown_extensions: [{pymdownx.snippets: {base_path: /etc}}]": "应为维护者审过的Markdown 扩展",
    "theme: {name: material, custom_dir: evil}": "theme.custom_dir:应为theme/overrides,写的是文字“evil”。",
    "theme: {name: evil}": "theme.name:应为material",
    "theme: {name: material, include: x}": "theme.include:不认识的键。",
    "theme: {font: {text: Roboto}}": "theme.font:应为false(字体要从别的主机取)",
    "theme: {logo: //evil.example/x.svg}": "theme.logo:格式不对,应为网站自己的文件",
    "theme: {favicon: ../../etc/passwd}": "theme.favicon:格式不对",
    "theme: {static_templates: [../evil.html]}": "theme.static_templates.0:格式不对",
    "theme: {language: '\"><script>'}": 'theme.language:不许有“"”',
    "extra_javascript: [https://evil.example/x.js]": "extra_javascript.0:格式不对,应为网站自己的文件,如 assets/site.js",
    "extra_javascript: [{path: //evil.example/x.js}]": "extra_javascript.0.path:格式不对",
    "extra_javascript: [{path: a.js, integrity: x}]": "extra_javascript.0.integrity:不认识的键。",
    "extra_css: [https://evil.example/x.css]": "extra_css.0:格式不对",
    "site_author: !ENV SECRET": "site_author:不许用 !ENV,只能是写明的值。",
    "copyright: !ENV [SECRET, x]": "copyright:不许用 !ENV",
    "site_author: !!python/name:os.system": "site_author:不许用 !!python/name:os.system",
    "copyright: !!python/object/apply:os.system [touch evil]": "copyright:不许用 !!python/object/apply:os.system",
    "nav: [{a: !relative x.md}]": "nav.0.a:不许用 !relative",
    "nav: [{!ENV SECRET : x.md}]": "不许用 !ENV",
    "nav: [{'<script>': x.md}]": "不许有“<”",
    "nav: [{a: 'javascript:alert(1)'}]": "nav.0.a:不许有“javascript:”",
    "nav: [{a: 'java&#115;cript:alert(1)'}]": "nav.0.a:不许有“&#”",
    "copyright: <img src=x>": "copyright:不许有“<”",
    "repo_url: 'file:///etc'": "repo_url:格式不对,应为http://、https:// 或 mailto: 开头的网址",
    "use_directory_urls: true": "use_directory_urls:应为false(双击也要能打开)",
    "dev_addr: 0.0.0.0:80": "dev_addr:不认识的键。",
    "remote_name: evil": "可用的键:site_name、",
}
"""A line more, and what is said of it."""
CODE = (".py", ".yml", ".js", ".jinja", ".html")


def read(folder: Path, text: str) -> list[str]:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return [str(fault) for fault in read_site_file(folder / "mkdocs.yml").faults]


def test_the_settings_of_material_are_data(tmp_path: Path) -> None:
    assert read(tmp_path, BARE + HARMLESS) == []


def test_the_repositorys_own_file_may_stand(tmp_path: Path) -> None:
    assert read(tmp_path, OWN) == []


@pytest.mark.parametrize("line", REFUSED)
def test_what_may_not_stand_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    told = read(tmp_path, f"{BARE}{line}\n")
    assert len({fault.split(" ", 1)[0] for fault in told}) == 1, told
    assert told[0].startswith("mkdocs.yml:7: error [config] ")
    assert any(REFUSED[line] in fault for fault in told), told


@pytest.mark.parametrize(
    "written",
    [
        "/etc",
        "!ENV [HOME, build/docs]",
        "!ENV [BANMIAN_DOCS, /etc]",
        "!ENV BANMIAN_DOCS",
        "[BANMIAN_DOCS, build/docs]",
    ],
)
def test_the_folders_come_from_the_build_alone(tmp_path: Path, written: str) -> None:
    told = read(tmp_path, BARE.replace("!ENV [BANMIAN_DOCS, build/docs]", written))
    assert told == [
        "mkdocs.yml:2: error [config] docs_dir:应为 !ENV [BANMIAN_DOCS, build/docs],文件夹由建成的命令给出。 "
        "请照样写回;要放到别处,用 --out。"
    ]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("analytics", "{provider: matomo, property: G-1}"),
        ("social", "[{icon: x, link: 'javascript:x'}]"),
        ("polyfill", "x"),
    ],
)
def test_what_asks_another_host_or_is_unknown_may_not_stand_in_extra(
    tmp_path: Path, key: str, value: str
) -> None:
    told = read(tmp_path, f"{BARE}  {key}: {value}\n")
    assert told
    assert all(fault.startswith(f"mkdocs.yml:7: error [config] extra.{key}") for fault in told)


def test_one_line_lets_in_one_thing_more(tmp_path: Path) -> None:
    assert site_file._named(("search",), "插件")["items"]["anyOf"][0]["enum"] == ["search"]
    names = re.findall(
        r"^([A-Z_]+)(?::.*)? = \(.*\)$", Path(site_file.__file__).read_text("utf-8"), re.MULTILINE
    )
    assert {"PLUGINS", "MARKDOWN_EXTENSIONS", "EXTRA", "THEME"} <= set(names)


@pytest.mark.parametrize("command", ["check", "build", "package", "diff"])
def test_no_command_runs_what_a_strangers_file_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    evil = tmp_path / "evil"
    (tmp_path / "hook.py").write_text(f"open({str(evil)!r}, 'w')\n", encoding="utf-8")
    apply = f"site_author: !!python/object/apply:builtins.open [{evil}, w]\n"
    (tmp_path / "mkdocs.yml").write_text(f"{BARE}hooks: [hook.py]\n{apply}", encoding="utf-8")
    monkeypatch.setattr(folders, "load_settings", partial(load_settings, root=tmp_path))
    assert run([command, *(["HEAD"] if command == "diff" else [])]) == 2
    told = "".join(capsys.readouterr())
    assert "mkdocs.yml:7: error [config] hooks:不许写" in told
    assert "mkdocs.yml:8: error [config] site_author:不许用" in told
    assert not evil.exists()


def test_what_runs_has_the_maintainers_for_owners() -> None:
    """Editors own pages and vocabularies, and those are data; of every other folder and file of settings a line tells."""
    lines = (ROOT / ".github" / "CODEOWNERS").read_text("utf-8").splitlines()
    owners = dict(line.split() for line in lines if line and not line.startswith("#"))
    of_editors = {path for path, team in owners.items() if team != owners["*"]}
    assert of_editors == {"/seeds/", "/site_config/"}
    ignored = (ROOT / ".gitignore").read_text("utf-8").split()
    running = {
        f"/{path.parent.name}/"
        for path in ROOT.glob("*/*")
        if path.suffix in CODE or path.parent.name in (".ci", "requirements")
    }
    assert {"/generator/", "/tests/"} <= running
    assert {path for path in running if path not in ignored} <= owners.keys()
    assert {
        f"/{path.name}" for path in ROOT.glob("*.*") if path.suffix in (".yml", ".toml", ".json")
    } <= owners.keys()
