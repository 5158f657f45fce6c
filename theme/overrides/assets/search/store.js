/* The index as it lies beside the site: classic scripts that call Banmian.receive(name, build, …).
   They are loaded by <script>, because that alone works for pages opened from a folder.
   generator/site/search_index/shards.py writes what is read here. */
(function () {
  "use strict";
  var Banmian = (window.Banmian = window.Banmian || {});
  var codes = Banmian.codes;
  var keyOf = codes.keyOf, lastUpTo = codes.lastUpTo, itemsOf = codes.itemsOf, Bits = codes.Bits;

  var FORMAT = 1;
  var PATIENCE = 30000;
  /* A script that does not come is asked for once more, after so many milliseconds. */
  var AGAIN = 700;
  /* How long a browser may keep the directory, in milliseconds; all else is kept as long as the build. */
  var FRESH = 600000;
  var own = document.currentScript ? document.currentScript.src : "";
  var root = own.replace(/assets\/search\/[^/]*$/, "");
  var loading = new Map(), arrived = new Map();

  /* ---- scripts ---- */

  Banmian.receive = function (name, build) {
    arrived.set(name, { build: build, values: Array.prototype.slice.call(arguments, 2) });
  };

  function SearchError(name) {
    this.message = "检索文件 search/" + name + ".js 读不出来";
  }
  SearchError.prototype = Object.create(Error.prototype);

  /* Loads search/NAME.js; resolves with what the script handed over. */
  function load(name, version) {
    if (!loading.has(name)) {
      var promise = insert(name, version).catch(function () {
        return later(AGAIN).then(function () { return insert(name, version); });
      });
      promise.catch(function () { loading.delete(name); });
      loading.set(name, promise);
    }
    return loading.get(name);
  }

  function later(time) {
    return new Promise(function (resolve) { setTimeout(resolve, time); });
  }

  function insert(name, version) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      var timer = setTimeout(finish, PATIENCE);
      function finish() {
        clearTimeout(timer);
        element.remove();
        var gift = arrived.get(name);
        arrived.delete(name);
        if (gift) resolve(gift); else reject(new SearchError(name));
      }
      element.charset = "utf-8";
      element.onload = element.onerror = finish;
      element.src = root + "search/" + name + ".js" + (version ? "?v=" + version : "");
      document.head.appendChild(element);
    });
  }

  /* A script of this very build; another build's numbers would point at other items. */
  function part(name) {
    return base().then(function (facts) {
      return load(name, facts.build).then(function (gift) {
        if (gift.build !== facts.build) throw new SearchError(name);
        return gift.values;
      });
    });
  }

  var known = null;
  function base() {
    if (!known) {
      known = load("base", location.protocol === "file:" ? "" : String(Math.floor(Date.now() / FRESH)))
        .then(function (gift) {
          if (gift.values[0].format !== FORMAT) throw new SearchError("base");
          return prepared(gift.values[0], gift.build);
        });
      known.catch(function () { known = null; });
    }
    return known;
  }

  function prepared(facts, build) {
    facts.build = build;
    facts.singles = Array.from(facts.alphabet, function (character) { return keyOf(character); });
    facts.alphabet = Array.from(facts.alphabet, function (character) { return character.codePointAt(0); });
    facts.singleKeys = codes.keysOf(facts.singleKeys);
    facts.itemKeys = codes.keysOf(facts.itemKeys);
    facts.placeKeys = codes.keysOf(facts.placeKeys);
    var characters = Array.from(facts.variants);
    facts.variants = new Map();
    for (var i = 0; i < characters.length; i += 2) facts.variants.set(characters[i], characters[i + 1]);
    return facts;
  }

  /* ---- lists ---- */

  var shards = new Map();
  function shard(name, facts) {
    if (!shards.has(name)) {
      var promise = part(name).then(function (values) {
        var bits = new Bits(codes.bytesOf(values[2])), count = values[0];
        var keys = name[0] === "c" ? singleKeys(facts, Number(name.slice(2)), count) : codes.readKeys(bits, facts.alphabet);
        return {
          keys: keys,
          begins: values[1],
          entries: name[0] === "p" ? codes.placeEntries(bits, count)
            : codes.itemEntries(bits, count, facts.items, codes.FLAG_BITS, 0)
        };
      });
      promise.catch(function () { shards.delete(name); });
      shards.set(name, promise);
    }
    return shards.get(name);
  }

  /* The keys of a script of single characters: the next ones of the alphabet. */
  function singleKeys(facts, index, count) {
    var begin = lastUpTo(facts.singles, facts.singleKeys[index]);
    return facts.singles.slice(begin, begin + count);
  }

  var lists = new Map();
  /* The items that hold one character, or two neighbouring ones, with their flags. */
  function itemList(first, second) {
    var name = first + (second || "");
    if (!lists.has(name)) {
      var promise = base().then(function (facts) {
        var folder = second ? "s/" : "c/", keys = second ? facts.itemKeys : facts.singleKeys;
        var key = keyOf(first, second), index = lastUpTo(keys, key);
        if (index < 0) return itemsOf({ count: 0 }, 1, codes.FLAG_BITS);
        return shard(folder + index, facts).then(function (opened) {
          var at = lastUpTo(opened.keys, key);
          var entry = at >= 0 && opened.keys[at] === key ? opened.entries[at] : { count: 0 };
          return itemsOf(entry, facts.items, codes.FLAG_BITS);
        });
      });
      promise.catch(function () { lists.delete(name); });
      lists.set(name, promise);
    }
    return lists.get(name);
  }

  /* Where a pair stands in each of `wanted` (sorted items that all have it): Map item → places. */
  function placeLists(first, second, wanted) {
    return Promise.all([base(), itemList(first, second)]).then(function (both) {
      var facts = both[0], items = both[1].items, key = keyOf(first, second);
      var ordinals = new Map();
      for (var i = 0, j = 0; i < items.length && j < wanted.length;) {
        if (items[i] === wanted[j]) ordinals.set(i++, wanted[j++]);
        else if (items[i] < wanted[j]) i++;
        else j++;
      }
      return Promise.all(piecesFor(facts, key, ordinals).map(function (index) {
        return shard("p/" + index, facts);
      })).then(function (opened) {
        var found = new Map();
        opened.forEach(function (shardOpened) { readPlaces(shardOpened, key, ordinals, found); });
        return found;
      });
    });
  }

  /* Numbers of the scripts that hold the places of `key` for any of `ordinals`. */
  function piecesFor(facts, key, ordinals) {
    var last = lastUpTo(facts.placeKeys, key), first = last;
    while (first > 0 && facts.placeKeys[first] === key && (facts.placeBegins[first] || 0) > 0) first--;
    var bounds = [];
    for (var index = first; index <= last; index++) {
      bounds.push(facts.placeKeys[index] === key ? facts.placeBegins[index] || 0 : 0);
    }
    var chosen = new Set();
    ordinals.forEach(function (item, ordinal) { chosen.add(first + lastUpTo(bounds, ordinal)); });
    return Array.from(chosen).sort(function (one, other) { return one - other; });
  }

  function readPlaces(opened, key, ordinals, found) {
    var at = opened.keys.indexOf(key), ordinal = at === 0 ? opened.begins : 0;
    for (; at >= 0 && opened.keys[at] === key; at++) {
      var entry = opened.entries[at], bits = new Bits(entry.bytes, entry.bit);
      for (var i = 0; i < entry.count; i++, ordinal++) {
        var count = bits.gamma(), places = new Array(count), place = -1;
        for (var j = 0; j < count; j++) {
          place += bits.rice(entry.width) + 1;
          places[j] = place;
        }
        if (ordinals.has(ordinal)) found.set(ordinals.get(ordinal), places);
      }
    }
  }

  /* ---- texts, facets, names ---- */

  function textOf(item) {
    return base().then(function (facts) {
      return part("d/" + Math.floor(item / facts.perText)).then(function (values) {
        var row = values[0][item % facts.perText];
        return {
          item: item, id: row[0], title: row[1], note: row[2], heading: row[3],
          labels: row[4], body: row[5], corrections: row[6],
          href: root + "articles/" + row[0] + "/index.html"
        };
      });
    });
  }

  function valueCount(facet, facts) {
    return facet === "region" ? facts.places.length : facts.facets[facet].length;
  }

  var facets = new Map();
  /* For each value of a facet the items that have it. */
  function facetLists(facet) {
    if (!facets.has(facet)) {
      var promise = Promise.all([base(), part("f/" + facet)]).then(function (both) {
        return codes.itemEntries(new Bits(codes.bytesOf(both[1][0])), valueCount(facet, both[0]), both[0].items, 0, 1).map(function (entry) {
          return itemsOf(entry, both[0].items, 0).items;
        });
      });
      promise.catch(function () { facets.delete(facet); });
      facets.set(facet, promise);
    }
    return facets.get(facet);
  }

  /* Rows of sorted names (folder a: authors, g: suggestions) that begin with `prefix`. */
  function names(folder, prefix) {
    return base().then(function (facts) {
      var firsts = folder === "a" ? facts.authors : facts.suggestions;
      var begin = 0;
      while (begin + 1 < firsts.length && below(firsts[begin + 1], prefix)) begin++;
      if (!firsts.length) return [];
      var wanted = [begin];
      if (begin + 1 < firsts.length && firsts[begin + 1].indexOf(prefix) === 0) wanted.push(begin + 1);
      return Promise.all(wanted.map(function (index) { return part(folder + "/" + index); }))
        .then(function (scripts) {
          return scripts.reduce(function (rows, values) { return rows.concat(values[0]); }, [])
            .filter(function (row) { return row[0].indexOf(prefix) === 0; });
        });
    });
  }

  /* Whether `one` stands before `other` in order of code points. */
  function below(one, other) {
    var left = Array.from(one), right = Array.from(other);
    for (var i = 0; i < left.length && i < right.length; i++) {
      if (left[i] !== right[i]) return left[i].codePointAt(0) < right[i].codePointAt(0);
    }
    return left.length < right.length;
  }

  /* The search page will need the directory: it comes while the other scripts do. */
  if (document.getElementById("banmian-search")) base().catch(function () {});

  Banmian.root = root;
  Banmian.store = {
    base: base, itemList: itemList, placeLists: placeLists, textOf: textOf,
    facetLists: facetLists, names: names
  };
})();
