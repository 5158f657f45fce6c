/* Small parts of the interface that the box and the page share. Text of the archive is only ever
   set as text, never as markup. */
(function () {
  "use strict";
  var Banmian = (window.Banmian = window.Banmian || {});

  var FIELD_WORDS = { region: "地区", column: "栏目", theme: "主题", author: "作者" };
  var MOST_SUGGESTED = 6;
  var ORDER = { region: 0, column: 1, theme: 2, p: 3, a: 4, h: 5 };
  var KIND_WORDS = { region: "地区", column: "栏目", theme: "主题", p: "做法", a: "作者", h: "标题" };

  /* An element with attributes (`text` sets its text) and children. */
  function element(tag, attributes, children) {
    var made = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      if (name === "text") made.textContent = attributes[name];
      else if (attributes[name] !== null && attributes[name] !== undefined) made.setAttribute(name, attributes[name]);
    });
    (children || []).forEach(function (child) {
      made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    });
    return made;
  }

  /* The text as nodes, its stretches inside <mark>. */
  function marked(text, stretches) {
    var nodes = [], at = 0;
    stretches.forEach(function (stretch) {
      if (stretch[0] > at) nodes.push(document.createTextNode(text.slice(at, stretch[0])));
      nodes.push(element("mark", { text: text.slice(stretch[0], stretch[1]) }));
      at = stretch[1];
    });
    nodes.push(document.createTextNode(text.slice(at)));
    return nodes;
  }

  function searchAddress(query) {
    return Banmian.root + "search/index.html" + (query ? "?q=" + encodeURIComponent(query) : "");
  }

  /* The item's page, told what to mark. */
  function itemAddress(text, phrases) {
    var told = phrases.filter(Boolean).slice(0, 12).map(function (phrase) { return "h=" + encodeURIComponent(phrase); });
    return text.href + (told.length ? "?" + told.join("&") : "");
  }

  /* One result: title, where it comes from, and the passage with the hits marked. In the box the
     whole row is an option, so that there the title is no link. */
  function resultRow(text, phrases, variants, option) {
    var shown = Banmian.excerpt(text, phrases, variants);
    var title = element(option ? "span" : "a", { href: option ? null : itemAddress(text, phrases), "class": "bm-result__title" },
      marked(text.title, Banmian.stretches(text.title, phrases, variants)));
    var passage = marked(shown.text, shown.stretches);
    if (shown.label) passage.unshift(element("span", { "class": "bm-result__label", text: shown.label + "：" }));
    return element(option ? "div" : "article", { "class": "bm-result md-search-result__article", "data-item": text.id }, [
      element(option ? "div" : "h2", { "class": "bm-result__head" }, [title]),
      element(option ? "div" : "p", { "class": "bm-result__notes", text: text.note }),
      element(option ? "div" : "p", { "class": "bm-result__text" }, passage)
    ]);
  }

  /* What the reader may mean: [{kind, name, note, query, href}], places and columns first. */
  function suggested(text) {
    var last = /(?:^|\s)(\S+)$/.exec(text);
    if (!last || /["“:：]/.test(last[1])) return Promise.resolve([]);
    return Banmian.store.base().then(function (facts) {
      var prefix = Banmian.fold(last[1], facts.variants);
      if (!prefix) return [];
      return Banmian.store.names("g", prefix).then(function (rows) {
        var found = fromFacets(prefix, facts).concat(rows.map(function (row) {
          return { kind: row[1], name: row[2], count: row[3], id: row[4], folded: row[0] };
        }));
        found.sort(function (one, other) { return ORDER[one.kind] - ORDER[other.kind] || other.count - one.count; });
        return balanced(found).map(function (row) { return completed(row, text.slice(0, last.index), facts); });
      });
    });
  }

  function fromFacets(prefix, facts) {
    return ["region", "column", "theme"].reduce(function (all, facet) {
      return all.concat(Banmian.namesOf(facet, facts).filter(function (name) {
        return name !== "未定" && Banmian.fold(name, facts.variants).indexOf(prefix) >= 0;
      }).map(function (name) { return { kind: facet, name: name, count: 0 }; }));
    }, []);
  }

  /* At most three of a kind, so that many headlines do not crowd out a name. */
  function balanced(rows) {
    var counts = {};
    return rows.filter(function (row) {
      counts[row.kind] = (counts[row.kind] || 0) + 1;
      return counts[row.kind] <= 3;
    }).slice(0, MOST_SUGGESTED);
  }

  function completed(row, before, facts) {
    var name = /\s/.test(row.name) ? "\"" + row.name.replace(/"/g, "") + "\"" : row.name;
    var field = row.kind === "a" ? FIELD_WORDS.author : FIELD_WORDS[row.kind];
    return {
      name: row.name,
      note: KIND_WORDS[row.kind],
      query: (before ? before + " " : "") + (field ? field + ":" + name : name),
      href: row.kind === "h" ? Banmian.root + "articles/" + row.id + "/index.html" : null
    };
  }

  function sayError(place, error) {
    place.textContent = (error && error.message || "检索出错") + "。请检查网络或压缩包是否已完整解压，然后刷新页面重试。";
    place.setAttribute("data-state", "error");
  }

  Banmian.element = element;
  Banmian.resultRow = resultRow;
  Banmian.suggested = suggested;
  Banmian.itemAddress = itemAddress;
  Banmian.searchAddress = searchAddress;
  Banmian.sayError = sayError;
})();
