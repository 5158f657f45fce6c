/* Combines facets: any values of one facet, all facets at once; counts are live, the choice is in the address.
   Data comes as classic scripts beside the page, so that it works from a folder too. */
(function () {
  "use strict";
  var FACETS = [["region", "地区"], ["column", "栏目"], ["theme", "主题"], ["kind", "体裁"], ["year", "年份"]];
  var COLUMNS = ["编号", "标题", "引题", "副题", "体裁", "栏目", "署名", "地区", "地区代码", "主题", "日期", "日期依据", "报纸", "版次", "地址"];
  var STEP = 40;
  var place = document.querySelector("[data-facets]");
  var folder = location.href.replace(/[?#].*$/, "").replace(/[^/]*$/, "");
  var data = null, chosen = {}, found = [], shown = STEP;
  var chunks = { rows: new Map(), ris: new Map() }, waiting = {};
  var parts = {};

  /* ---- loading ---- */

  window.banmianBrowse = {
    facets: function (values) { data = values; },
    rows: function (number, values) { chunks.rows.set(number, values); },
    ris: function (number, values) { chunks.ris.set(number, values); }
  };

  function script(name) {
    if (!waiting[name]) {
      waiting[name] = new Promise(function (resolve, reject) {
        var element = document.createElement("script");
        element.charset = "utf-8";
        element.onload = resolve;
        element.onerror = function () { waiting[name] = null; reject(new Error(name)); };
        element.src = folder + name + ".js";
        document.head.appendChild(element);
      });
    }
    return waiting[name];
  }

  function chunk(kind, number) {
    return chunks[kind].has(number) ? Promise.resolve() : script(kind + "/" + number);
  }

  function values(kind, items) {
    var numbers = Array.from(new Set(items.map(function (item) { return Math.floor(item / data.chunk); })));
    return numbers.reduce(function (before, number) {
      return before.then(function () { return chunk(kind, number); });
    }, Promise.resolve()).then(function () {
      return items.map(function (item) { return chunks[kind].get(Math.floor(item / data.chunk))[item % data.chunk]; });
    });
  }

  /* ---- the choice ---- */

  function read() {
    var parameters = new URLSearchParams(location.hash.slice(1));
    FACETS.forEach(function (facet) {
      var keys = new Set(parameters.getAll(facet[0]));
      chosen[facet[0]] = new Set();
      data[facet[0]].forEach(function (value, index) { if (keys.has(value[0])) chosen[facet[0]].add(index); });
    });
  }

  function write() {
    var parameters = new URLSearchParams();
    FACETS.forEach(function (facet) {
      chosen[facet[0]].forEach(function (index) { parameters.append(facet[0], data[facet[0]][index][0]); });
    });
    var hash = parameters.toString();
    history.replaceState(null, "", hash ? "#" + hash : location.href.replace(/#.*$/, ""));
  }

  /* Of a place and one inside it, only the inner one counts. */
  function meant(facet) {
    if (facet !== "region") return chosen[facet];
    var set = new Set(chosen.region);
    chosen.region.forEach(function (index) {
      for (var at = data.region[index][2]; at >= 0; at = data.region[at][2]) set.delete(at);
    });
    return set;
  }

  function fits(item, at, sets) {
    var set = sets[at];
    return !set.size || item[at].some(function (index) { return set.has(index); });
  }

  /* Counts each value among the items that all other facets let through. */
  function count() {
    var counts = FACETS.map(function (facet) { return new Uint32Array(data[facet[0]].length); });
    var sets = FACETS.map(function (facet) { return meant(facet[0]); });
    found = [];
    data.items.forEach(function (item, number) {
      var misses = 0, missed = -1;
      for (var at = 0; at < FACETS.length; at++) if (!fits(item, at, sets)) { misses++; missed = at; }
      if (!misses) found.push(number);
      if (misses > 1) return;
      for (var facet = 0; facet < FACETS.length; facet++) {
        if (misses && facet !== missed) continue;
        item[facet].forEach(function (index) { counts[facet][index]++; });
      }
    });
    return counts;
  }

  /* ---- drawing ---- */

  function element(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function build() {
    var side = element("div", "bm-facets__side"), main = element("div", "bm-facets__main");
    FACETS.forEach(function (facet, at) {
      var box = element("details", "bm-facet-box");
      box.open = at === 0 || window.innerWidth > 768;
      box.appendChild(element("summary", "", facet[1]));
      var list = element("ul", "");
      list.setAttribute("aria-label", facet[1]);
      box.appendChild(list);
      side.appendChild(box);
      parts[facet[0]] = list;
    });
    parts.total = element("p", "bm-sum");
    parts.total.setAttribute("role", "status");
    var bar = element("div", "bm-bar");
    [["清除选择", clear], ["下载表格（CSV）", saveCsv], ["下载 JSON", saveJson], ["下载引文（RIS）", saveRis]].forEach(function (pair) {
      var button = element("button", "bm-button", pair[0]);
      button.type = "button";
      button.addEventListener("click", pair[1]);
      bar.appendChild(button);
    });
    parts.rows = element("ol", "bm-rows");
    parts.rows.setAttribute("aria-label", "选出的稿件");
    parts.more = element("button", "bm-button", "再看一些");
    parts.more.type = "button";
    parts.more.addEventListener("click", function () { shown += STEP; list(); });
    [parts.total, bar, parts.rows, parts.more].forEach(function (part) { main.appendChild(part); });
    place.appendChild(side);
    place.appendChild(main);
  }

  function depth(index) {
    var steps = 0;
    for (var at = data.region[index][2]; at >= 0; at = data.region[at][2]) steps++;
    return steps;
  }

  /* A place is offered when it is a league, chosen, or just below a chosen place. */
  function offered(index) {
    return depth(index) === 1 || chosen.region.has(index) || chosen.region.has(data.region[index][2]) && depth(index) > 1;
  }

  /* Numbers of the places, each followed by what lies in it. */
  function tree() {
    var below = new Map(), order = [];
    data.region.forEach(function (value, index) { below.set(value[2], (below.get(value[2]) || []).concat(index)); });
    (function walk(parent) {
      (below.get(parent) || []).forEach(function (index) { order.push(index); walk(index); });
    })(-1);
    return order;
  }

  function fill(facet, counts) {
    var list = parts[facet], set = chosen[facet], focus = document.activeElement && document.activeElement.getAttribute("data-key");
    list.textContent = "";
    var order = facet === "region" ? tree().filter(offered) : data[facet].map(function (_, index) { return index; });
    order.forEach(function (index) {
      if (!counts[index] && !set.has(index)) return;
      var row = element("li", facet === "region" ? "bm-facet-box__deep" + Math.min(3, depth(index)) : "");
      var label = element("label"), input = element("input");
      input.type = "checkbox";
      input.checked = set.has(index);
      input.setAttribute("data-key", facet + index);
      input.addEventListener("change", function () {
        if (input.checked) set.add(index); else set.delete(index);
        update();
      });
      label.appendChild(input);
      label.appendChild(document.createTextNode(" " + data[facet][index][1] + " "));
      label.appendChild(element("span", "bm-count", String(counts[index])));
      row.appendChild(label);
      list.appendChild(row);
    });
    var again = focus && list.querySelector("[data-key='" + focus + "']");
    if (again) again.focus();
  }

  function list() {
    var part = found.slice(0, shown);
    values("rows", part).then(function (rows) {
      parts.rows.textContent = "";
      rows.forEach(function (row) {
        var line = element("li", "bm-row"), link = element("a", "bm-row__title", row[1]), meta = element("span", "bm-row__meta");
        link.href = "../articles/" + row[0] + "/index.html";
        [row[4] === "报道" ? "" : row[4], row[5] && "◎" + row[5], row[7].replace(/[^;]*\//g, "").replace(/; /g, "、"), row[6], row[15]].forEach(function (words) {
          if (words) meta.appendChild(element("span", "", words));
        });
        line.appendChild(link);
        line.appendChild(meta);
        parts.rows.appendChild(line);
      });
      parts.more.hidden = found.length <= shown;
    }).catch(failed);
  }

  function failed() { parts.total.textContent = "数据文件读不出来，请刷新再试。"; }

  function update() {
    var counts = count();
    shown = STEP;
    FACETS.forEach(function (facet, at) { fill(facet[0], counts[at]); });
    parts.total.textContent = "";
    parts.total.appendChild(element("strong", "", String(found.length)));
    parts.total.appendChild(document.createTextNode(" 篇（全部 " + data.items.length + " 篇）"));
    write();
    list();
  }

  function clear() {
    FACETS.forEach(function (facet) { chosen[facet[0]].clear(); });
    update();
  }

  /* ---- taking away ---- */

  function save(name, type, text) {
    var link = element("a");
    link.href = URL.createObjectURL(new Blob([text], { type: type }));
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  /* A cell that a table program could take for a formula gets a quotation mark in front. */
  function cell(words) {
    var safe = /^[=+\-@\t\r]/.test(words) ? "'" + words : words;
    return /[",\n]/.test(safe) ? "\"" + safe.replace(/"/g, "\"\"") + "\"" : safe;
  }

  function saveCsv() {
    values("rows", found).then(function (rows) {
      var lines = [COLUMNS].concat(rows).map(function (row) { return row.slice(0, COLUMNS.length).map(cell).join(","); });
      save("banmian.csv", "text/csv", "\ufeff" + lines.join("\r\n") + "\r\n");
    }).catch(failed);
  }

  function saveJson() {
    values("rows", found).then(function (rows) {
      var objects = rows.map(function (row) {
        var object = {};
        COLUMNS.forEach(function (name, at) { object[name] = row[at]; });
        return object;
      });
      save("banmian.json", "application/json", JSON.stringify(objects, null, 1) + "\n");
    }).catch(failed);
  }

  function saveRis() {
    values("ris", found).then(function (texts) {
      save("banmian.ris", "application/x-research-info-systems", texts.join(""));
    }).catch(failed);
  }

  if (!place) return;
  script("facets").then(function () {
    read();
    build();
    update();
    window.addEventListener("hashchange", function () { read(); update(); });
  }).catch(function () { place.textContent = "数据文件读不出来，请刷新再试。"; });
})();
