/* Answers a query: candidates from the item lists, phrases confirmed, order by worth.
   Counts are exact: a phrase of three and more characters is confirmed in every item, on the text
   where few items are in question, else by the places of its pairs. */
(function () {
  "use strict";
  var Banmian = (window.Banmian = window.Banmian || {});
  var store = Banmian.store;

  var FEW = 12;
  var AT_ONCE = 5;
  /* From here on the place lists are long, and would hold up the first results on a slow line. */
  var MANY = 2000;
  var IN_HEADING = 1, OFTEN = 2;
  var NONE = new Int32Array(0);

  /* ---- sets: sorted Int32Arrays of item numbers ---- */

  function intersected(one, other) {
    var found = new Int32Array(Math.min(one.length, other.length)), size = 0;
    for (var i = 0, j = 0; i < one.length && j < other.length;) {
      if (one[i] === other[j]) { found[size++] = one[i]; i++; j++; }
      else if (one[i] < other[j]) i++;
      else j++;
    }
    return found.subarray(0, size);
  }

  function united(sets) {
    if (sets.length === 1) return sets[0];
    var all = new Set();
    sets.forEach(function (set) { set.forEach(function (item) { all.add(item); }); });
    return Int32Array.from(all).sort();
  }

  function without(one, other) {
    var gone = new Set(other);
    return one.filter(function (item) { return !gone.has(item); });
  }

  function everything(total) {
    return Int32Array.from({ length: total }, function (_, item) { return item; });
  }

  /* ---- phrases ---- */

  /* Offsets of the pairs that together cover a phrase of `length` characters. */
  function cover(length) {
    var offsets = [];
    for (var at = 0; at + 1 < length; at += 2) offsets.push(at);
    if (length % 2) offsets.push(length - 2);
    return offsets;
  }

  /* Items that may hold the phrase: {items, flags}; exact for one and two characters. */
  function candidates(characters) {
    if (characters.length < 3) return store.itemList(characters[0], characters[1]);
    var offsets = cover(characters.length);
    function narrow(found, from) {
      if (from >= offsets.length || (found && found.items.length <= FEW)) return found;
      return Promise.all(offsets.slice(from, from + AT_ONCE).map(function (offset) {
        return store.itemList(characters[offset], characters[offset + 1]);
      })).then(function (lists) {
        return narrow(lists.reduce(both, found), from + AT_ONCE);
      });
    }
    return narrow(null, 0);
  }

  function both(one, other) {
    if (!one) return other;
    var items = new Int32Array(Math.min(one.items.length, other.items.length));
    var flags = new Uint8Array(items.length), size = 0;
    for (var i = 0, j = 0; i < one.items.length && j < other.items.length;) {
      if (one.items[i] === other.items[j]) {
        items[size] = one.items[i];
        flags[size++] = one.flags[i++] & other.flags[j++];
      } else if (one.items[i] < other.items[j]) i++;
      else j++;
    }
    return { items: items.subarray(0, size), flags: flags.subarray(0, size) };
  }

  /* Those of `items` that really hold the phrase. */
  function confirmed(characters, items) {
    if (characters.length < 3 || !items.length) return Promise.resolve(items);
    return items.length <= FEW ? confirmedByText(characters, items) : confirmedByPlaces(characters, items);
  }

  function confirmedByText(characters, items) {
    var phrase = characters.join("");
    return Promise.all([store.base(), Promise.all(Array.from(items, store.textOf))]).then(function (known) {
      return Int32Array.from(known[1].filter(function (text) {
        return textsOf(text).some(function (passage) {
          return Banmian.fold(passage, known[0].variants).indexOf(phrase) >= 0;
        });
      }).map(function (text) { return text.item; }));
    });
  }

  function confirmedByPlaces(characters, items) {
    var offsets = cover(characters.length);
    function narrow(items, begins, from) {
      if (from >= offsets.length || !items.length) return items;
      if (items.length <= FEW) return confirmedByText(characters, items);
      var some = offsets.slice(from, from + AT_ONCE);
      return Promise.all(some.map(function (offset) {
        return store.placeLists(characters[offset], characters[offset + 1], items);
      })).then(function (lists) {
        var kept = new Map();
        items.forEach(function (item) {
          var here = some.reduce(function (starts, offset, index) {
            var shifted = (lists[index].get(item) || []).map(function (place) { return place - offset; });
            if (!starts) return shifted;
            var have = new Set(shifted);
            return starts.filter(function (start) { return have.has(start); });
          }, begins && begins.get(item));
          if (here.length) kept.set(item, here);
        });
        return narrow(Int32Array.from(kept.keys()), kept, from + AT_ONCE);
      });
    }
    return Promise.resolve(narrow(items, null, 0));
  }

  /* Every passage of a result that is searched; the same as SearchRecord.texts. */
  function textsOf(text) {
    var filed = text.labels.reduce(function (all, label) { return all.concat(label[1]); }, []);
    return text.heading.concat(filed, text.body, text.corrections);
  }

  /* ---- terms ---- */

  /* Fills in term.items (candidates), term.scores, and whether they must be confirmed. */
  function prepare(term, facts) {
    if (!term.field) return prepareWords(term, facts);
    return Banmian.fieldItems(term, facts).then(function (items) {
      if (!items) {
        term.field = null;
        term.fellBack = true;
        return prepareWords(term, facts);
      }
      term.items = items;
    });
  }

  function prepareWords(term, facts) {
    term.characters = Array.from(term.words);
    return Promise.resolve(candidates(term.characters)).then(function (found) {
      var rarity = Math.log(1 + facts.items / (1 + found.items.length));
      term.items = found.items;
      term.scores = new Map();
      found.items.forEach(function (item, index) {
        var flags = found.flags[index];
        term.scores.set(item, rarity * (1 + (flags & IN_HEADING ? 2.5 : 0) + (flags & OFTEN ? 0.6 : 0)));
      });
    });
  }

  function mustConfirm(term) {
    return !term.field && term.characters.length > 2;
  }

  function confirmTerms(terms, within) {
    return Promise.all(terms.map(function (term) {
      if (!mustConfirm(term)) return null;
      return confirmed(term.characters, intersected(term.items, within)).then(function (items) {
        term.items = items;
      });
    }));
  }

  /* The items for which every clause holds; without confirming, `not` clauses are left aside. */
  function combined(clauses, facts, exact) {
    var wanted = clauses.filter(function (clause) { return !clause.not; });
    var items = wanted.reduce(function (left, clause) {
      var here = united(clause.any.map(function (term) { return term.items; }));
      return left ? intersected(left, here) : here;
    }, null) || everything(facts.items);
    return clauses.filter(function (clause) { return clause.not && exact; }).reduce(function (left, clause) {
      return without(left, united(clause.any.map(function (term) { return term.items; })));
    }, items);
  }

  function scored(items, clauses) {
    var scores = new Map();
    var terms = wantedTerms(clauses);
    items.forEach(function (item) {
      scores.set(item, terms.reduce(function (sum, term) {
        return sum + (term.scores && term.scores.get(item) || 0);
      }, 0));
    });
    return scores;
  }

  function wantedTerms(clauses) {
    return clauses.filter(function (clause) { return !clause.not; })
      .reduce(function (all, clause) { return all.concat(clause.any); }, []);
  }

  function phrasesOf(clauses) {
    return wantedTerms(clauses).filter(function (term) { return !term.field; })
      .map(function (term) { return term.words; });
  }

  /* ---- the answer ---- */

  /* Resolves with {items, scores, phrases, near, cut, fellBack}. Before that, `draft` may be called
     with the same shape and `exact` false; it returns a promise that it has been shown. */
  function answer(text, draft) {
    return store.base().then(function (facts) {
      var query = Banmian.parseQuery(text, facts.variants), clauses = query.clauses;
      var terms = clauses.reduce(function (all, clause) { return all.concat(clause.any); }, []);
      function result(items, exact) {
        return {
          items: items, scores: scored(items, clauses), phrases: phrasesOf(clauses), exact: exact,
          clauses: clauses, near: false, cut: query.cut, empty: !clauses.length && Boolean(text.trim()),
          fellBack: terms.filter(function (term) { return term.fellBack; }).map(function (term) { return term.value; })
        };
      }
      return Promise.all(terms.map(function (term) { return prepare(term, facts); })).then(function () {
        if (!clauses.length && text.trim()) return result(NONE, true);
        var likely = combined(clauses, facts, false);
        var shown = draft && likely.length > FEW && terms.some(mustConfirm) ? draft(result(likely, false)) : null;
        return Promise.resolve(likely.length > MANY ? shown : null).then(function () {
          return confirmTerms(terms, likely);
        }).then(function () {
          var items = combined(clauses, facts, true);
          return items.length || !phrasesOf(clauses).length ? result(items, true) : Banmian.near(clauses, facts, result(items, true));
        });
      });
    });
  }

  Banmian.answer = answer;
  Banmian.textsOf = textsOf;
  Banmian.phrasesOf = phrasesOf;
  Banmian.sets = { intersected: intersected, united: united, without: without };
})();
