/* In what order an answer is shown, and what is shown where nothing is exact. */
(function () {
  "use strict";
  var Banmian = (window.Banmian = window.Banmian || {});
  var store = Banmian.store;

  /* Results whose words are looked at for nearness: every one costs a text on a slow line. */
  var NEAREST = 12;
  var NEAR_PAIRS = 24;
  var NEAR_SHARE = 0.35;
  var NEAR_MOST = 50;
  var FIRST = 12;
  var IN_HEADING = 1;

  /* Nothing holds every clause: the items that share the rarest of the query's pairs. */
  function near(clauses, facts, nothing) {
    var pairs = new Set();
    Banmian.phrasesOf(clauses).forEach(function (words) {
      var characters = Array.from(words);
      for (var i = 0; i + 1 < characters.length && pairs.size < NEAR_PAIRS; i++) {
        pairs.add(characters[i] + characters[i + 1]);
      }
    });
    var wanted = Array.from(pairs);
    return Promise.all(wanted.map(function (pair) {
      var characters = Array.from(pair);
      return store.itemList(characters[0], characters[1]);
    })).then(function (lists) {
      var scores = new Map(), best = 0;
      lists.forEach(function (list) {
        var rarity = Math.log(1 + facts.items / (1 + list.items.length));
        list.items.forEach(function (item, index) {
          var score = (scores.get(item) || 0) + rarity * (list.flags[index] & IN_HEADING ? 1.5 : 1);
          scores.set(item, score);
          best = Math.max(best, score);
        });
      });
      var items = Array.from(scores.keys()).filter(function (item) { return scores.get(item) >= best * NEAR_SHARE; });
      items.sort(byWorth(scores));
      nothing.near = items.length > 0;
      nothing.nearItems = Int32Array.from(items.slice(0, NEAR_MOST));
      nothing.scores = scores;
      nothing.phrases = wanted;
      return nothing;
    });
  }

  function byWorth(scores) {
    return function (one, other) { return scores.get(other) - scores.get(one) || other - one; };
  }

  /* Sorts items for showing: by worth (nearer words first among the best), newest or oldest. */
  function sorted(found, items, order) {
    var list = Array.from(items);
    if (order === "new") return Promise.resolve(list.reverse());
    if (order === "old") {
      return store.base().then(function (facts) {
        return list.filter(function (item) { return item >= facts.undated; })
          .concat(list.filter(function (item) { return item < facts.undated; }));
      });
    }
    list.sort(byWorth(found.scores));
    var phrases = Array.from(new Set(found.phrases));
    if (found.near || phrases.length < 2) return Promise.resolve(list);
    return store.base().then(function (facts) {
      var first = list.slice(0, NEAREST);
      return Promise.all(first.map(store.textOf)).then(function (texts) {
        var best = new Map(found.scores);
        texts.forEach(function (text) {
          var bonus = Banmian.nearness(Banmian.textsOf(text), phrases, facts.variants);
          best.set(text.item, found.scores.get(text.item) * (1 + bonus));
        });
        return first.sort(byWorth(best)).concat(list.slice(first.length));
      });
    });
  }

  /* Of a draft's items, those among the best few whose texts hold what was asked for. */
  function drafted(found, items, order) {
    var list = Array.from(items);
    if (order === "new") list.reverse();
    else if (order !== "old") list.sort(byWorth(found.scores));
    return Promise.all([store.base(), Promise.all(list.slice(0, FIRST).map(store.textOf))]).then(function (known) {
      return known[1].filter(function (text) {
        var passages = Banmian.textsOf(text).map(function (passage) { return Banmian.fold(passage, known[0].variants); });
        return found.clauses.every(function (clause) {
          var has = clause.any.some(function (term) {
            return term.field || passages.some(function (passage) { return passage.indexOf(term.words) >= 0; });
          });
          return clause.not && !clause.any[0].field ? !has : has || clause.not;
        });
      }).map(function (text) { return text.item; });
    });
  }

  Banmian.near = near;
  Banmian.sorted = sorted;
  Banmian.drafted = drafted;
})();
