"""Puts a mutant into the program: as a module is imported, or into the functions that are alive."""

from __future__ import annotations

import gc
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from tests.mutation.mutants import Mutant


def module_name(path: str) -> str:
    """Return the name under which a file is imported."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


class Changed:
    """An import hook that gives one module other code."""

    def __init__(self, name: str, code: CodeType) -> None:
        self.name, self.code = name, code

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Find that one module as Python does, and load it with the other code."""
        spec = PathFinder.find_spec(name, path) if name == self.name else None
        if spec and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _ChangedLoader(name, spec.loader.path, self.code)
        return spec


class _ChangedLoader(SourceFileLoader):
    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self.code = code

    def get_code(self, fullname: str) -> CodeType:
        return self.code


def code_of(module: CodeType, name: str) -> dict[int, CodeType]:
    """Return the codes of a function of this qualified name, by their first line."""
    codes = [module]
    for part in name.split("."):
        inner = [each for code in codes for each in code.co_consts if isinstance(each, CodeType)]
        codes = [code for code in inner if code.co_name == part]
    return {code.co_firstlineno: code for code in codes}


class Functions:
    """All functions that are alive, by their file and name, to give them other code."""

    def __init__(self, root: Path) -> None:
        self.alive: dict[tuple[str, str], list[FunctionType]] = {}
        for each in gc.get_objects():
            if isinstance(each, FunctionType) and each.__code__.co_filename.startswith(str(root)):
                path = Path(each.__code__.co_filename).relative_to(root).as_posix()
                self.alive.setdefault((path, each.__code__.co_qualname), []).append(each)

    def change(self, mutant: Mutant, code: CodeType) -> None:
        """Give the mutant's function, wherever it is held, the mutant's code.

        Raises KeyError where there is no such function, ValueError where the code does not fit it.
        """
        codes = code_of(code, mutant.outermost)
        for function in self.alive[mutant.path, mutant.outermost]:
            function.__code__ = codes[function.__code__.co_firstlineno]
