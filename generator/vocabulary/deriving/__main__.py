"""The command: `python -m generator.vocabulary.deriving --province 15`."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from generator.telling.errors import BanmianError
from generator.vocabulary.deriving.merging import Division, elsewhere
from generator.vocabulary.deriving.sources import MCA, NBS, fetch_mca, fetch_nbs
from generator.vocabulary.deriving.writing import as_text
from generator.vocabulary.settings import ROOT


@click.command()
@click.option("--province", required=True, metavar="15", help="行政区划代码的前两位。")
@click.option("--out", type=click.Path(path_type=Path), help="写到这个文件,默认在 site_config/regions/ 里。")
@click.option("--cache", type=click.Path(path_type=Path), help="下载的原始资料放在这个文件夹。")
def main(province: str, out: Path | None, cache: Path | None) -> None:
    """从公开的行政区划资料生成一个省的地名表。"""
    target = out or ROOT / "site_config" / "regions" / f"{province}0000.json"
    try:
        with tempfile.TemporaryDirectory() as folder:
            count = derive(province, target, cache or Path(folder))
    except BanmianError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{target}:{count} 个地名。")


def derive(prefix: str, target: Path, cache: Path) -> int:
    """Write the gazetteer of the province `prefix` to `target` and return the number of its places.

    Raises SourceError when a list cannot be had, and BanmianError when no province has the code.
    """
    nbs, mca = fetch_nbs(cache), fetch_mca(cache)
    if not any(row["code"] == prefix for row in nbs["provinces"]):
        known = "、".join(f"{row['code']} {row['name']}" for row in nbs["provinces"])
        raise BanmianError(f"没有代码以 {prefix} 开头的省级行政区。可用的有:{known}。")
    units = Division(prefix, nbs, mca).sorted()
    target.parent.mkdir(parents=True, exist_ok=True)
    text = as_text(units, (NBS, MCA), elsewhere(prefix, mca))
    target.write_bytes(text.encode("utf-8"))
    return len(units)


if __name__ == "__main__":
    main()
