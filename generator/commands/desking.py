"""The reader behind the desk of `serve`: reads a page with the sidecar that grows there, and saves it beside the page."""

from __future__ import annotations

import os
import tempfile
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.build import gazetteer_file, read_page
from generator.editing.sidecars import sidecar_of
from generator.model import SourceText
from generator.model.plainfiles import UnfitFile, read_plain
from generator.model.sidecar import Sidecar
from generator.reading.files import find_pages, read_source
from generator.site.rendering.desk import page_data
from generator.telling.diagnostics import Diagnostic
from generator.telling.errors import PageFaults, UsageError
from generator.vocabulary.gazetteer import Gazetteer, load_gazetteer
from generator.vocabulary.settings import Settings
from generator.vocabulary.taxonomy import Taxonomy, load_taxonomy
from generator.vocabulary.yamlfiles import LIMIT


class DeskReader:
    """Reads and saves what the desk asks for; writes nothing but pages and sidecars in the folder of the seeds."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def acts(self) -> dict[str, Any]:
        """Return what the desk may ask, by name."""
        return {"read": self.read, "save": self.save, "try": self.try_new, "add": self.add}

    def forget(self) -> None:
        """Read the vocabularies anew when they are needed next."""
        self.__dict__.pop("vocabularies", None)

    @cached_property
    def vocabularies(self) -> tuple[Taxonomy, Gazetteer]:
        """The themes, columns and places that pages are read with."""
        return load_taxonomy(self.settings.config_dir), load_gazetteer(gazetteer_file(self.settings))

    def read(self, page: str, text: str | None = None) -> dict[str, Any]:
        """Return what a page is read as with a sidecar of this text, by default the one beside it; and its faults."""
        source = read_source(self._path(page))
        beside = Path(source.path).with_suffix(".yml")
        words = _text_of(beside) if text is None else text
        try:
            return {"page": self._data(source, sidecar_of(source, words, str(beside))), "faults": []}
        except PageFaults as error:
            told = {"faults": [_fault(each) for each in error.diagnostics]}
        if text is not None:
            return told
        return {"page": {**self._data(source, Sidecar.empty()), "text": words}, **told}

    def save(self, page: str, text: str, before: str) -> dict[str, Any]:
        """Write the sidecar of a page; `before` is what the desk took it for. Raises UsageError, PageFaults."""
        source = read_source(self._path(page))
        path = Path(source.path).with_suffix(".yml")
        if path.is_symlink():
            raise UsageError(f"{path} 是一个链接,不改它。")
        if _text_of(path) != before:
            raise UsageError(f"{path} 在别处改过了。请重新打开这一页,再说一遍。")
        read_page(source, sidecar_of(source, text, str(path)), *self.vocabularies)
        if text.strip():
            _write(path, text)
        else:
            path.unlink(missing_ok=True)
        return {"saved": path.name}

    def try_new(self, name: str, words: str) -> dict[str, Any]:
        """Return what a page that is not there yet would be read as. Raises UsageError, PageFaults."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{_plain_name(name)}.txt"
            path.write_text(words, encoding="utf-8")
            return {"page": self._data(read_source(path), Sidecar.empty()), "faults": []}

    def add(self, name: str, words: str) -> dict[str, Any]:
        """Write a new page among the seeds. Raises UsageError where there is one of this name, PageFaults."""
        self.try_new(name, words)
        path = self.settings.seeds_dir / f"{_plain_name(name)}.txt"
        if any(each.stem.lower() == path.stem.lower() for each in find_pages(self.settings.seeds_dir)):
            raise UsageError(f"已经有叫 {path.stem} 的版面了,请换一个名字。")
        _write(path, words if words.endswith("\n") else f"{words}\n")
        return {"saved": path.name}

    def _path(self, page: str) -> Path:
        for path in find_pages(self.settings.seeds_dir):
            if path.stem == page:
                return path
        raise UsageError(f"没有“{page[:60]}”这一版。")

    def _data(self, source: SourceText, sidecar: Sidecar) -> dict[str, Any]:
        page = read_page(source, sidecar, *self.vocabularies)
        return page_data(page, self.settings.seeds_dir)


def _plain_name(name: str) -> str:
    """Return the id of a new page as a file is called; what is no id, `read_source` refuses with its sentence."""
    if not name or name != Path(name).name or "\0" in name:
        raise UsageError("版面的名字用字母、数字和连字符,如 nmgrb-20220616-07。")
    return name


def _fault(found: Diagnostic) -> dict[str, Any]:
    return {"line": found.line, "message": found.message, "hint": found.hint}


def _text_of(path: Path) -> str:
    """Return the text of a sidecar with LF at the ends of its lines, empty where there is none. Raises UsageError."""
    try:
        return read_plain(path, LIMIT).decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return ""
    except UnfitFile as unfit:
        raise UsageError(f"{path}:{unfit.message}{unfit.hint}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} 不是 UTF-8 编码,请另存为 UTF-8。") from None


def _write(path: Path, text: str) -> None:
    """Put a whole file in the place of another, or of none."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".banmian-", suffix=".tmp")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    Path(name).chmod(0o644)
    Path(name).replace(path)
