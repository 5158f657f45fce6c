"""Which names in a text are places: what stands around a name speaks for it or against it."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from generator.model import GUESS, Level, SourceText
from generator.tagging.regions import contexts
from generator.tagging.regions.findings import Clash, Known, Mention
from generator.tagging.regions.item_words import fold
from generator.tagging.regions.place_names import ABROAD, Name, PlaceNames


class Reader:
    """Reads the places of one text."""

    def __init__(self, text: str, place_names: PlaceNames, nearby: Known | None = None) -> None:
        self.place_names = place_names
        self.text = text
        self.nearby = nearby or Known()
        self.known = Known()
        self.matches = place_names.matches(fold(text))
        self.clashes: list[Clash] = []
        self._refused = 0

    def read(self) -> list[Mention]:
        """Return the places in the order of the text."""
        self.known.learn(self.districts(), self.place_names)
        mentions: list[Mention] = []
        for _ in range(4):
            before = (
                self.known.counties,
                self.known.leagues,
                self.known.townships,
                len(self.known.misprints),
            )
            self.clashes = []
            mentions = list(self._pass())
            self._mend()
            self.known.learn(mentions, self.place_names)
            after = (self.known.counties, self.known.leagues, self.known.townships, len(self.known.misprints))
            if after == before:
                break
        return mentions

    def districts(self) -> Iterator[Mention]:
        """Yield districts that stand in no longer name: what the first reading starts from."""
        covered = 0
        for start, end, index in self.matches:
            if self.place_names.lower[index]:
                if self.place_names.readings[index][0].rule != "stem":
                    covered = max(covered, end)
            elif end > covered:
                name = self._district(index, start, end, None)
                if name is not None and name.code != ABROAD:
                    yield Mention(start=start, end=end, code=name.code, rule=name.rule)

    def _pass(self) -> Iterator[Mention]:
        """Yield the longest name that is a place, from left to right."""
        last: Mention | None = None
        edge = self._refused = 0
        for start, end, index in self.matches:
            if start < max(edge, self._refused):
                continue
            mention = self._mention(start, end, index, self._outer(last, start))
            if mention is not None:
                edge = mention.end
                last = mention
                yield mention

    def _outer(self, last: Mention | None, start: int) -> Mention | None:
        """Return the name that stands at once before `start`, or with 的 between."""
        if last is not None and self.text[last.end : start] in ("", "的"):
            return last
        return None

    def _mention(self, start: int, end: int, index: int, outer: Mention | None) -> Mention | None:
        district = self._district(index, start, end, outer)
        if district is not None:
            return self._placed(district, start, end, outer)
        found = self._lower(index, start, end, outer)
        if found is None:
            return None
        name, end = found
        return self._placed(name, start, end, outer)

    def _placed(self, name: Name, start: int, end: int, outer: Mention | None) -> Mention | None:
        code = self.known.misprints.get(name.code, name.code)
        rule = name.rule if code == name.code else GUESS
        if rule == "full-name" and name.spelling != self.text[start:end]:
            rule = "spelling"
        mention = Mention(start=start, end=end, code=code, rule=rule)
        if outer is None or ABROAD in (outer.code, code):
            return mention
        if self.place_names.within(code, outer.code):
            mention.after, outer.chained = outer, code != outer.code
        elif outer.end < start:
            return mention
        elif mention.district and outer.district and self._clashes(outer, mention):
            self.clashes.append(Clash(outer=outer, inner=mention))
            if self._level(outer) is not Level.LEAGUE:
                self._refused = end
                return None
        return mention

    def _clashes(self, outer: Mention, inner: Mention) -> bool:
        """Two leagues, or two counties of one league, side by side are a list that lost its commas."""
        if self._level(inner) in (Level.LEAGUE, Level.PROVINCE) or self._level(outer) is Level.PROVINCE:
            return False
        return self.place_names.league(outer.code) != self.place_names.league(inner.code)

    def _level(self, mention: Mention) -> Level:
        return self.place_names.gazetteer.places[mention.code].level

    def _district(self, index: int, start: int, end: int, outer: Mention | None) -> Name | None:
        """Return the district, or the place abroad, that the words name here."""
        if self.place_names.lower[index]:
            return None
        name = next(name for name in self.place_names.readings[index] if len(name.code) == 6)
        before = self.text[max(0, start - contexts.NEAR) : start].rpartition("\n")[2]
        behind = self.text[end : end + contexts.NEAR].partition("\n")[0]
        if name.rule == "bare-name" and contexts.part_of_a_name(behind):
            return None
        if name.code == ABROAD:
            return name
        if self._foreign(name, before, behind, outer) or contexts.neighbour(before, behind):
            return None
        if name.spelling in contexts.GENERIC and not self._particular(name, start, end, outer):
            return None
        return name

    def _foreign(self, name: Name, before: str, behind: str, outer: Mention | None) -> bool:
        """Tell whether the name goes on from a place that is not of the province, or into another word."""
        if name.spelling.endswith("区") and (behind[:1] in ("域", "间", "位") or before.endswith("大")):
            return True
        if outer is not None:
            return outer.code == ABROAD and not name.spelling.endswith(("市", "盟", "自治区"))
        return len(self.place_names.ancestors[name.code]) > 1 and contexts.after_a_city(before)

    def _particular(self, name: Name, start: int, end: int, outer: Mention | None) -> bool:
        """Tell whether a word such as 新城区 is the district of that name."""
        if outer is not None and self.place_names.within(name.code, outer.code):
            return True
        league = self.place_names.gazetteer.places[self.place_names.league(name.code)].name
        if league[:-1] in self.text or contexts.governed(self.text, end):
            return True
        first = bisect.bisect_left(self.matches, (end, 0, 0))
        for _, _, index in takewhile(lambda match: match[0] == end, self.matches[first : first + 9]):
            if any(
                self.place_names.within(behind.code, name.code) for behind in self.place_names.readings[index]
            ):
                return True
        return self.text.count(name.spelling) > 2 or start == 0

    def _lower(self, index: int, start: int, end: int, outer: Mention | None) -> tuple[Name, int] | None:
        """Return the township or community that the words name here, and where the name ends."""
        names = [name for name in self.place_names.readings[index] if len(name.code) > 6]
        if not names:
            return None
        if names[0].rule == "stem":
            if outer is not None and not outer.district:
                return None
            end = contexts.end_of_office(names[0].spelling, self.text, end)
            if not end:
                return None
        name = self._choose(names, start, outer)
        return (name, end) if name else None

    def _choose(self, names: list[Name], start: int, outer: Mention | None) -> Name | None:
        """Choose by the name in front, else by what the text names elsewhere."""
        if outer is not None and outer.code != ABROAD:
            inside = self._next_in_chain(names, outer)
            if inside is not None or outer.end == start:
                return inside
        free = contexts.stands_free(names[0].spelling, self.text, start, stem=names[0].rule == "stem")
        return self._anchored(names, start) if free else None

    def _next_in_chain(self, names: list[Name], outer: Mention) -> Name | None:
        inside = [name for name in names if self.place_names.within(name.code, outer.code)]
        if self._level(outer) is Level.ZONE:
            league = self.place_names.league(outer.code)
            inside = inside or [name for name in names if self.place_names.within(name.code, league)]
        if not inside and not outer.district:
            inside = [
                name
                for name in names
                if name.code[:6] == outer.code[:6] and len(name.code) == len(outer.code)
            ]
        return self._one(inside, outer.start)

    def _anchored(self, names: list[Name], start: int) -> Name | None:
        """Return the one place that lies in a county, or as a township in a league, that the text names."""
        inside = [name for name in names if name.code[:6] in self.known.counties]
        if inside:
            return self._one(inside, start)
        own = [name for name in names if name.rule == "other-parent"]
        if own:
            return own[0]
        leagues = self.known.leagues
        inside = [
            name for name in names if len(name.code) == 9 and self.place_names.league(name.code) in leagues
        ]
        if len(inside) == 1:
            return inside[0]
        return None if leagues or self.known.counties else self._nearby(names)

    def _nearby(self, names: list[Name]) -> Name | None:
        """Return the one place of a long name in the counties that the rest of the page names."""
        inside = [name for name in names if name.code[:6] in self.nearby.counties]
        if len(inside) != 1 or len(contexts.stem_of(inside[0].spelling)) < 3:
            return None
        return Name(inside[0].code, "page", inside[0].spelling)

    def _one(self, names: list[Name], start: int) -> Name | None:
        """Choose among places of one name: by the township, else by the county, named nearest before."""
        if len(names) > 1:
            by_town = [name for name in names if name.code[:9] in self.known.townships]
            names = by_town or names
        if len(names) > 1:
            before = bisect.bisect_left(self.known.order, (start, ""))
            near = self.known.order[before - 1][1] if before else None
            names = [name for name in names if name.code[:6] == near]
        return names[0] if len(names) == 1 else None

    def _mend(self) -> None:
        """Take a county under the wrong league for the county there that is written almost so."""
        from rapidfuzz.distance import Levenshtein

        for clash in self.clashes:
            if self._level(clash.outer) is not Level.LEAGUE:
                continue
            printed = self.place_names.gazetteer.places[clash.inner.code].name
            near = [
                place
                for place in self.place_names.gazetteer.children(clash.outer.code)
                if Levenshtein.distance(place.name, printed) == 1 and place.name[-1] == printed[-1]
            ]
            if len(near) == 1 and clash.inner.rule == "full-name":
                self.known.misprints[clash.inner.code] = near[0].code


@lru_cache(maxsize=1)
def known_on(page: SourceText, place_names: PlaceNames) -> Known:
    """Return the counties and leagues that a whole page names; worked out once for all its items."""
    known = Known()
    known.learn(Reader(page.text, place_names).districts(), place_names)
    return known
