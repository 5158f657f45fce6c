"""XML of others, without what makes it dangerous: no entities, no document type, no other files.

Parsing is left to defusedxml, which refuses what XML attacks are made of before anything of it is expanded.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from generator.reading.boxes.found import BoxesError


def parse_xml(raw: bytes) -> Element:
    """Return the root of an XML document. Raises BoxesError if it is none, or has a document type."""
    try:
        root: Element = fromstring(raw, forbid_dtd=True)
    except DefusedXmlException:
        message = "XML 里有文档类型或实体的定义,识别结果用不着它们,不读。"
        raise BoxesError(message, "请从识别软件重新导出;来历不明的文件不要用。") from None
    except ParseError as error:
        line, column = error.position
        raise BoxesError("XML 语法有误。", line=line, column=column + 1) from None
    except (ValueError, LookupError):
        raise BoxesError("XML 的编码认不出来。", "请另存为 UTF-8。") from None
    return root


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace, which differs from version to version."""
    return str(element.tag).rpartition("}")[2]


def below(element: Element, *names: str) -> Iterator[Element]:
    """Yield all elements below and at `element` with one of the names, in document order."""
    return (each for each in element.iter() if name_of(each) in names)


def has(element: Element, *names: str) -> bool:
    """Tell whether an element with one of the names is below or at `element`; one without children is false itself."""
    return next(below(element, *names), None) is not None


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the children of `element` with that name."""
    return (each for each in element if name_of(each) == name)
