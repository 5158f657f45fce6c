"""What describes the data files: their schemas, datapackage.json, CITATION.cff and SHA256SUMS."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain

from generator.archive.groups import Archive
from generator.data.bundling import bundled
from generator.data.catalogue import SCHEMAS, DataFile, data_files, read_schema
from generator.data.dataset import Dataset, dataset_of
from generator.data.exporting.jsonlines import json_text
from generator.data.measuring import Tally
from generator.data.records import Row
from generator.model.outfiles import OutFile


def describing_files(archive: Archive, tally: Tally) -> Iterator[OutFile]:
    """Yield the files that describe those which `tally` has seen."""
    yield from tally.watch(chain(_schema_files(), _package_files(archive, tally)))
    sums = "".join(
        f"{measure.sha256}  {uri.removeprefix('data/')}\n" for uri, measure in sorted(tally.measures.items())
    )
    yield from tally.watch([OutFile.of_text("data/SHA256SUMS", sums)])


def _schema_files() -> Iterator[OutFile]:
    for path in sorted(SCHEMAS.glob("*.json")):
        text = json.dumps(bundled(read_schema(path.name)), ensure_ascii=False, indent=2)
        yield OutFile.of_text(f"data/schemas/{path.name}", f"{text}\n")


def _package_files(archive: Archive, tally: Tally) -> Iterator[OutFile]:
    yield OutFile.of_text("data/CITATION.cff", citation_cff(archive, dataset_of(archive, tally.measures)))
    yield OutFile.of_text("data/datapackage.json", json_text(data_package(archive, tally)))


def data_package(archive: Archive, tally: Tally) -> Row:
    """Return the Frictionless description of the files that `tally` has seen."""
    settings, data = archive.settings, dataset_of(archive, tally.measures)
    package = {
        "profile": "data-package",
        "name": f"banmian-{settings.province}",
        "title": settings.site_name,
        "description": data.about,
        "version": data.version,
        "homepage": settings.site_url,
        "licenses": [{"name": data.licence, "path": data.licence_url}] if data.licence else [],
        "rights": "".join(data.rights),
        "datePublished": data.released,
        "temporalCoverage": data.time,
        "spatialCoverage": data.place,
        "keywords": list(data.themes),
        "contributors": [{"title": settings.site_name, "role": "publisher"}],
        "resources": [_resource(file, tally) for file in data_files() if file.uri in tally.measures],
    }
    return {name: value for name, value in package.items() if value}


def _resource(file: DataFile, tally: Tally) -> Row:
    name = file.uri.removeprefix("data/")
    measure = tally.measures[file.uri]
    stem, _, suffix = name.lower().rpartition(".")
    resource: Row = {
        "name": name.lower().replace(".", "-"),
        "path": name,
        "title": file.title,
        "description": file.about,
        "type": "table" if suffix == "csv" else "file",
        "format": suffix if stem else name.lower(),
        "mediatype": file.media_type,
        "bytes": measure.size,
        "hash": f"sha256:{measure.sha256}",
    }
    if suffix == "csv":
        schema = dict(read_schema(f"{name}.json"))
        resource |= {"profile": "tabular-data-resource", "encoding": "utf-8", "schema": schema}
    return resource


def citation_cff(archive: Archive, data: Dataset) -> str:
    """Return how to cite the whole archive, in the Citation File Format."""
    settings = archive.settings
    lines = {
        "cff-version": "1.2.0",
        "message": "引用整个档案时请用以下信息；引用单篇请用该篇页面上的引文。",
        "type": "dataset",
        "title": settings.site_name,
        "abstract": data.about + "".join(data.rights),
        "version": data.version,
        "date-released": data.released,
        "license": data.licence,
        "url": settings.site_url,
        "repository-code": settings.repo_url,
        "keywords": list(data.themes),
        "authors": [{"name": settings.site_name}],
    }
    # JSON is YAML.
    return "".join(
        f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in lines.items() if value
    )
