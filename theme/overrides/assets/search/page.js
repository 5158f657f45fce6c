/* The search page: query, order and facets live in its address, so that a search can be sent on. */
(function () {
  "use strict";
  var Banmian = (window.Banmian = window.Banmian || {});
  var element = Banmian.element, store = Banmian.store;

  var STEP = 10;
  var MOST_VALUES = 40;
  var FACETS = [["region", "地区"], ["column", "栏目"], ["theme", "主题"], ["kind", "类型"], ["year", "年份"]];
  var ORDERS = [["worth", "按相关程度"], ["new", "从新到旧"], ["old", "从旧到新"]];
  var parts = {}, state, turn = 0, settled = 0, current = null;

  /* ---- the address ---- */

  function read() {
    var asked = new URLSearchParams(location.search), chosen = {};
    FACETS.forEach(function (facet) { chosen[facet[0]] = asked.getAll(facet[0]); });
    var order = asked.get("sort");
    return { query: asked.get("q") || "", chosen: chosen, order: order === "new" || order === "old" ? order : "worth" };
  }

  function write(add) {
    var asked = new URLSearchParams();
    if (state.query) asked.set("q", state.query.slice(0, 400));
    FACETS.forEach(function (facet) {
      state.chosen[facet[0]].forEach(function (value) { asked.append(facet[0], value); });
    });
    if (state.order !== "worth") asked.set("sort", state.order);
    var text = asked.toString();
    var address = location.pathname + (text ? "?" + text : "");
    /* The path is written again as it stands; a folder's name may hold # and %. */
    try {
      history[add ? "pushState" : "replaceState"](null, "", address);
    } catch (error) { /* Some browsers refuse it for pages of a folder; the search itself goes on. */ }
  }

  /* ---- answering ---- */

  function run() {
    var mine = ++turn;
    say("正在检索…", "busy");
    return Banmian.answer(state.query, function (draft) {
      return mine === turn ? show(draft, mine, true).catch(function () {}) : null;
    }).then(function (found) {
      if (mine !== turn) return null;
      current = found;
      settled = mine;
      return show(found, mine, false);
    }).catch(function (error) {
      if (mine === turn) Banmian.sayError(parts.status, error);
    });
  }

  /* Shows an answer; a draft shows only what its texts prove, and says so. */
  function show(found, mine, draft) {
    var all = found.near ? found.nearItems : found.items;
    return Banmian.filtered(all, state.chosen).then(function (items) {
      return (draft ? Banmian.drafted(found, items, state.order) : Banmian.sorted(found, items, state.order)).then(function (list) {
        return more(found, list, 0, draft, mine).then(function () {
          if (late(mine, draft)) return null;
          if (draft) { say("约 " + items.length + " 篇，正在逐篇核对…", "draft"); return null; }
          say(words(found, items.length), "found");
          return Banmian.counted(all, state.chosen).then(function (counts) {
            if (mine !== turn) return;
            showFacets(counts);
            parts.status.setAttribute("data-state", "done");
          });
        });
      });
    });
  }

  /* Whether a newer search, or the full answer to this one, has come in between. */
  function late(mine, draft) {
    return mine !== turn || (draft && settled === mine);
  }

  function words(found, count) {
    var said = "找到 " + count + " 篇";
    if (found.near) said = "没有完全匹配的文章，下面是 " + count + " 篇近似结果";
    else if (found.empty) said = "请输入文字：标点和符号不参加检索";
    else if (!count) said = "没有找到";
    if (found.cut) said += "（查询太长，只用了前 400 个字）";
    if (found.fellBack.length) said += "（没有名为“" + found.fellBack.join("”“") + "”的，已按普通词查找）";
    return said;
  }

  function say(text, mark) {
    parts.status.textContent = text;
    parts.status.setAttribute("data-state", mark);
  }

  /* Adds the next results; the first call of a turn clears the list. */
  function more(found, list, from, draft, mine) {
    return Promise.all([store.base(), Promise.all(list.slice(from, from + STEP).map(store.textOf))]).then(function (known) {
      if (late(mine, draft)) return;
      if (!from) parts.results.textContent = "";
      known[1].forEach(function (text) {
        parts.results.appendChild(element("li", {}, [Banmian.resultRow(text, found.phrases, known[0].variants)]));
      });
      parts.more.textContent = "";
      var left = list.length - from - STEP;
      if (left > 0 && !draft) parts.more.appendChild(moreButton(found, list, from + STEP, left, mine));
    });
  }

  function moreButton(found, list, from, left, mine) {
    var button = element("button", { type: "button", "class": "bm-search__more md-button", text: "再看 " + Math.min(STEP, left) + " 篇（还有 " + left + " 篇）" });
    button.addEventListener("click", function () {
      more(found, list, from, false, mine).then(function () {
        var row = parts.results.children[from];
        if (row) row.querySelector("a").focus();
      }).catch(function (error) { Banmian.sayError(parts.status, error); });
    });
    return button;
  }

  /* ---- facets ---- */

  function showFacets(counts) {
    parts.facets.textContent = "";
    counts.forEach(function (facet) {
      var name = facet[0], label = FACETS.find(function (known) { return known[0] === name; })[1];
      var rows = worthShowing(facet[1], state.chosen[name]);
      if (!rows.length) return;
      var list = element("ul", { "class": "bm-facet__list" }, rows.map(function (row) { return facetRow(name, row); }));
      var open = rows.length <= 12 || state.chosen[name].length ? "" : null;
      parts.facets.appendChild(element("details", { "class": "bm-facet", "data-facet": name, open: open }, [
        element("summary", { text: label }), list
      ]));
    });
  }

  /* Values with items. Of a long list, the upper places and what lies in a chosen one, or the first. */
  function worthShowing(rows, chosen) {
    var left = rows.filter(function (row) { return row.count || chosen.indexOf(row.value) >= 0; });
    if (left.length <= MOST_VALUES) return left;
    return left.filter(function (row, index) {
      if (chosen.indexOf(row.value) >= 0) return true;
      return row.parent === undefined ? index < MOST_VALUES : row.depth < 2 || chosen.indexOf(row.parent) >= 0;
    });
  }

  function facetRow(facet, row) {
    var tick = element("input", { type: "checkbox", value: row.value });
    tick.checked = state.chosen[facet].indexOf(row.value) >= 0;
    tick.addEventListener("change", function () {
      var chosen = state.chosen[facet].filter(function (value) { return value !== row.value; });
      state.chosen[facet] = tick.checked ? chosen.concat(row.value) : chosen;
      write(true);
      again();
    });
    var line = element("li", { "class": "bm-facet__row" }, [
      element("label", {}, [tick, element("span", { text: row.name }), element("span", { "class": "bm-facet__count", text: String(row.count) })])
    ]);
    /* A style attribute would break a strict content policy; this does not. */
    line.style.setProperty("--depth", row.depth);
    return line;
  }

  /* The same answer under other facets or in another order. */
  function again() {
    var mine = ++turn;
    if (!current) { run(); return; }
    show(current, mine, false).catch(function (error) { Banmian.sayError(parts.status, error); });
  }

  /* ---- the page ---- */

  function build(place) {
    var box = Banmian.makeBox("bm-search-page", state.query);
    var order = element("select", { "class": "bm-search__order", "aria-label": "排序" }, ORDERS.map(function (known) {
      return element("option", { value: known[0], text: known[1] });
    }));
    order.value = state.order;
    order.addEventListener("change", function () { state.order = order.value; write(true); again(); });
    parts.input = box.input;
    parts.order = order;
    parts.status = element("p", { "class": "bm-search__status", role: "status", "aria-live": "polite", "data-state": "busy" });
    parts.results = element("ol", { "class": "bm-search__results" });
    parts.more = element("div", { "class": "bm-search__after" });
    parts.facets = element("div", { "class": "bm-search__facets", role: "group", "aria-label": "缩小范围" });
    [box.form, element("div", { "class": "bm-search__bar" }, [parts.status, order]),
      element("div", { "class": "bm-search__columns" }, [parts.facets, element("div", {}, [parts.results, parts.more])])
    ].forEach(function (part) { place.appendChild(part); });
    var help = document.querySelector(".bm-search__help");
    if (help) place.insertBefore(help, box.form.nextSibling);
    new Banmian.Box(box.form, box.input, box.list, box.status, false);
    box.form.addEventListener("submit", function (event) {
      event.preventDefault();
      state.query = box.input.value;
      write(true);
      run();
    });
  }

  function start() {
    var place = document.getElementById("banmian-search");
    if (!place) return;
    state = read();
    build(place);
    window.addEventListener("popstate", function () {
      state = read();
      parts.input.value = state.query;
      parts.order.value = state.order;
      run();
    });
    run();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
