"""What the reading of a text finds: places named, names that clash, and what is known by them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.model import Level
from generator.tagging.regions.place_names import ABROAD, PlaceNames


@dataclass(slots=True, kw_only=True)
class Mention:
    """A place that a text names."""

    start: int
    """Offset of the name in the item's words, in code points."""
    end: int
    """Offset behind the name."""
    code: str
    """The official code of the place, or `ABROAD`."""
    rule: str
    """Why the words mean the place."""
    chained: bool = False
    """The next name stands at once behind it and lies in it: 包头市 in 包头市九原区."""
    after: Mention | None = None
    """The name that this one stands at once behind."""

    @property
    def district(self) -> bool:
        """Whether it is a league, a county or a zone."""
        return len(self.code) == 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two names side by side that do not lie in each other."""

    outer: Mention
    """The name in front, which should be the larger place."""
    inner: Mention
    """The name behind it."""


@dataclass(slots=True, eq=False)
class Known:
    """What the last reading of the text found, to read it once more with."""

    counties: set[str] = field(default_factory=set)
    """Six-digit codes of the counties and zones that are named, or that a named place lies in."""
    leagues: set[str] = field(default_factory=set)
    """Six-digit codes of the leagues, likewise."""
    townships: set[str] = field(default_factory=set)
    """Nine-digit codes of the townships, likewise."""
    order: list[tuple[int, str]] = field(default_factory=list)
    """Where each county is named."""
    misprints: dict[str, str] = field(default_factory=dict)
    """The place that is meant by the code of the place that is printed."""

    def learn(self, mentions: Iterable[Mention], place_names: PlaceNames) -> None:
        """Take over what `mentions` say of counties, leagues and townships."""
        self.counties, self.leagues, self.townships, self.order = set(), set(), set(), []
        for mention in mentions:
            if mention.code == ABROAD or mention.rule == "page" or not place_names.ancestors[mention.code]:
                continue
            county = mention.code[:6]
            self.leagues.add(place_names.league(mention.code))
            if place_names.gazetteer.places[county].level is not Level.LEAGUE:
                self.counties.add(county)
                self.order.append((mention.start, county))
            if not mention.district:
                self.townships.add(mention.code[:9])
