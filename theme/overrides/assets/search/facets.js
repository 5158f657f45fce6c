/* Fields of the query and facets of the answer; what a result shows of its text. */
(function () {
  "use strict";
  var Banmian = (window.Banmian = window.Banmian || {});
  var store = Banmian.store;

  var BEFORE = 18, SHOWN = 60;
  var FACETS = ["region", "column", "theme", "kind", "year"];

  /* ---- fields ---- */

  /* The items that a field names, or null where it names nothing. */
  function fieldItems(term, facts) {
    if (term.field === "author") return authorItems(term.words);
    var chosen = valuesNamed(term, facts);
    if (!chosen.length) return Promise.resolve(null);
    return store.facetLists(term.field).then(function (lists) {
      return Banmian.sets.united(chosen.map(function (index) { return lists[index]; }));
    });
  }

  function authorItems(words) {
    return store.names("a", words).then(function (rows) {
      if (!rows.length) return null;
      return Banmian.sets.united(rows.map(function (row) {
        var item = 0;
        return Int32Array.from(row[1].map(function (gap) { return (item += gap); }));
      }));
    });
  }

  /* Indexes of the facet's values that the term names; of a place also all places in it. */
  function valuesNamed(term, facts) {
    var names = namesOf(term.field, facts), folded = names.map(function (name) { return Banmian.fold(name, facts.variants); });
    if (term.field === "year") return yearsNamed(term, names);
    var chosen = indexesWhere(folded, function (name) { return name === term.words; });
    if (!chosen.length) chosen = indexesWhere(folded, function (name) { return name.indexOf(term.words) === 0; });
    if (!chosen.length) chosen = indexesWhere(folded, function (name) { return name.indexOf(term.words) >= 0; });
    return term.field === "region" ? withInside(chosen, facts) : chosen;
  }

  function yearsNamed(term, names) {
    var span = Banmian.yearsOf(term.value);
    return indexesWhere(names, function (name) {
      return name === term.value || Boolean(span && Number(name) >= span[0] && Number(name) <= span[1]);
    });
  }

  function indexesWhere(values, test) {
    return values.reduce(function (all, value, index) { return test(value) ? all.concat(index) : all; }, []);
  }

  function namesOf(facet, facts) {
    return facet === "region" ? facts.places.map(function (place) { return place[1]; }) : facts.facets[facet] || [];
  }

  /* The places and everything inside them. */
  function withInside(indexes, facts) {
    var inside = new Set(indexes), before = -1;
    while (inside.size !== before) {
      before = inside.size;
      facts.places.forEach(function (place, index) { if (inside.has(place[2])) inside.add(index); });
    }
    return Array.from(inside);
  }

  /* ---- facets ---- */

  /* The index of a facet's value by the form that the address has: a place's code, else the name. */
  function valueIndex(facet, value, facts) {
    return facet === "region"
      ? facts.places.findIndex(function (place) { return place[0] === value; })
      : (facts.facets[facet] || []).indexOf(value);
  }

  /* Keeps the items that the chosen values allow; `chosen` maps facets to arrays of values. */
  function filtered(items, chosen, except) {
    return store.base().then(function (facts) {
      var active = FACETS.filter(function (facet) { return facet !== except && (chosen[facet] || []).length; });
      return active.reduce(function (earlier, facet) {
        return earlier.then(function (left) {
          return store.facetLists(facet).then(function (lists) {
            var indexes = chosen[facet].map(function (value) { return valueIndex(facet, value, facts); })
              .filter(function (index) { return index >= 0; });
            if (facet === "region") indexes = withInside(indexes, facts);
            if (!indexes.length) return left;
            return Banmian.sets.intersected(left, Banmian.sets.united(indexes.map(function (index) { return lists[index]; })));
          });
        });
      }, Promise.resolve(items));
    });
  }

  /* For each facet its values with counts: [{value, name, count, depth}], regions as a tree in order. */
  function counted(items, chosen) {
    return store.base().then(function (facts) {
      return Promise.all(FACETS.map(function (facet) {
        return Promise.all([filtered(items, chosen, facet), store.facetLists(facet)]).then(function (both) {
          var here = new Uint8Array(facts.items);
          both[0].forEach(function (item) { here[item] = 1; });
          return [facet, facet === "region" ? regionCounts(both[1], here, facts) : plainCounts(facet, both[1], here, facts)];
        });
      }));
    });
  }

  function plainCounts(facet, lists, here, facts) {
    var rows = facts.facets[facet].map(function (name, index) {
      var count = 0;
      lists[index].forEach(function (item) { count += here[item]; });
      return { value: name, name: name, count: count, depth: 0 };
    });
    return facet === "year" ? rows : rows.sort(function (one, other) { return other.count - one.count; });
  }

  /* Places as a tree in order; an item with two places counts once in what holds both. */
  function regionCounts(lists, here, facts) {
    var counts = new Int32Array(facts.places.length), inside = new Map(), below = new Map();
    lists.forEach(function (list, index) {
      list.forEach(function (item) {
        if (here[item]) inside.set(item, (inside.get(item) || []).concat(index));
      });
    });
    inside.forEach(function (indexes) {
      var seen = new Set();
      indexes.forEach(function (index) {
        for (; index >= 0 && !seen.has(index); index = facts.places[index][2]) {
          seen.add(index);
          counts[index]++;
        }
      });
    });
    facts.places.forEach(function (place, index) {
      below.set(place[2], (below.get(place[2]) || []).concat(index));
    });
    return branch(-1, -1);

    function branch(index, depth) {
      var rows = depth < 0 ? [] : [{
        value: facts.places[index][0], name: facts.places[index][1], count: counts[index], depth: depth,
        parent: depth ? facts.places[facts.places[index][2]][0] : null
      }];
      return (below.get(index) || []).reduce(function (all, child) {
        return counts[child] || depth < 0 ? all.concat(branch(child, depth + 1)) : all;
      }, rows);
    }
  }

  /* ---- what is shown of a text ---- */

  /* How near the phrases stand to each other in one passage: 0 (apart) to 1 (side by side, in order). */
  function nearness(passages, phrases, variants) {
    return passages.reduce(function (best, passage) {
      var text = Banmian.fold(passage, variants);
      var first = phrases.map(function (phrase) { return text.indexOf(phrase); });
      if (first.some(function (at) { return at < 0; })) return best;
      var length = phrases.reduce(function (sum, phrase) { return sum + phrase.length; }, 0);
      if (text.indexOf(phrases.join("")) >= 0) return Math.max(best, 1);
      return Math.max(best, 0.8 / (1 + Math.max(0, shortest(text, phrases) - length) / 20));
    }, 0);
  }

  /* Length of the shortest stretch that holds every phrase; places are looked at up to a bound. */
  function shortest(text, phrases) {
    var hits = [];
    phrases.forEach(function (phrase, index) {
      for (var at = text.indexOf(phrase); at >= 0 && hits.length < 5000; at = text.indexOf(phrase, at + 1)) {
        hits.push([at, at + phrase.length, index]);
      }
    });
    hits.sort(function (one, other) { return one[0] - other[0]; });
    var last = new Map(), best = Infinity;
    hits.forEach(function (hit) {
      last.set(hit[2], hit);
      if (last.size < phrases.length) return;
      var begin = Infinity, end = 0;
      last.forEach(function (other) { begin = Math.min(begin, other[0]); end = Math.max(end, other[1]); });
      best = Math.min(best, end - begin);
    });
    return best;
  }

  /* The passage that shows most of the phrases, cut to a line: {label, text, stretches}. */
  function excerpt(text, phrases, variants) {
    var passages = text.body.map(function (passage) { return ["", passage]; })
      .concat(text.corrections.map(function (passage) { return ["校正", passage]; }));
    text.labels.forEach(function (label) { label[1].forEach(function (value) { passages.push([label[0], value]); }); });
    text.heading.slice(1).forEach(function (heading) { passages.push(["", heading]); });
    var best = null;
    passages.forEach(function (passage) {
      var folded = Banmian.fold(passage[1], variants);
      var have = phrases.filter(function (phrase) { return folded.indexOf(phrase) >= 0; }).length;
      if (have && (!best || have > best.have)) best = { have: have, label: passage[0], text: passage[1] };
    });
    if (!best) best = { label: "", text: text.body[0] || "" };
    return cut(best, phrases, variants);
  }

  function cut(passage, phrases, variants) {
    var found = Banmian.stretches(passage.text, phrases, variants);
    var begin = found.length ? Math.max(0, found[0][0] - BEFORE) : 0;
    var end = Math.max(begin + SHOWN, found.length ? Math.min(found[0][1], begin + 2 * SHOWN) : 0);
    if (/[\uDC00-\uDFFF]/.test(passage.text[begin] || "")) begin--;
    if (/[\uDC00-\uDFFF]/.test(passage.text[end] || "")) end++;
    var shift = begin > 0 ? 1 - begin : 0;
    return {
      label: passage.label,
      text: (begin > 0 ? "…" : "") + passage.text.slice(begin, end) + (end < passage.text.length ? "…" : ""),
      stretches: found.filter(function (stretch) { return stretch[0] < end; }).map(function (stretch) {
        return [stretch[0] + shift, Math.min(stretch[1], end) + shift];
      })
    };
  }

  Banmian.fieldItems = fieldItems;
  Banmian.filtered = filtered;
  Banmian.counted = counted;
  Banmian.nearness = nearness;
  Banmian.excerpt = excerpt;
  Banmian.namesOf = namesOf;
})();
