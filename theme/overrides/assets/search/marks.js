/* On an item's page that was reached from a search: marks the hits and leads from one to the next. */
(function () {
  "use strict";
  var Banmian = (window.Banmian = window.Banmian || {});

  var BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, blockquote";
  var MOST = 500;

  /* The parts of the page that hold the item's words; all of its content where they are not told apart. */
  function contents() {
    var told = document.querySelectorAll(".bm-title, .bm-text");
    var whole = document.querySelector("article.md-content__inner") || document.querySelector("main") || document.body;
    return told.length ? Array.from(told) : [whole];
  }

  /* Text nodes of the page's content, gathered by the block that they stand in. */
  function blocks(content) {
    var walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT), found = new Map(), node;
    while ((node = walker.nextNode())) {
      if (node.parentElement.closest("script, style, .bm-hits, .bm-search-box, button")) continue;
      var block = node.parentElement.closest(BLOCKS) || node.parentElement;
      if (!found.has(block)) found.set(block, []);
      found.get(block).push(node);
    }
    return Array.from(found.values());
  }

  /* Puts <mark> around stretches of the nodes' joined text, last stretch first; returns the first marks. */
  function mark(nodes, stretches) {
    var heads = [];
    stretches.slice().reverse().forEach(function (stretch) {
      var end = nodes.reduce(function (sum, node) { return sum + node.data.length; }, 0), head = null;
      for (var i = nodes.length - 1; i >= 0; i--) {
        var begin = end - nodes[i].data.length;
        var from = Math.max(stretch[0], begin), to = Math.min(stretch[1], end);
        if (from < to) head = wrap(nodes[i], from - begin, to - begin);
        end = begin;
      }
      if (head) heads.unshift(head);
    });
    return heads;
  }

  function wrap(node, from, to) {
    if (to < node.data.length) node.splitText(to);
    var hit = from ? node.splitText(from) : node;
    var made = document.createElement("mark");
    made.className = "bm-hit";
    hit.parentNode.insertBefore(made, hit);
    made.appendChild(hit);
    return made;
  }

  function start() {
    var phrases = new URLSearchParams(location.search).getAll("h").slice(0, 12).map(function (phrase) { return phrase.slice(0, 400); });
    if (!phrases.length || document.getElementById("banmian-search")) return;
    Banmian.store.base().then(function (facts) { return facts.variants; }, function () { return null; }).then(function (variants) {
      var folded = phrases.map(function (phrase) { return Banmian.fold(phrase, variants); }).filter(Boolean);
      var hits = [];
      contents().reduce(function (all, content) { return all.concat(blocks(content)); }, []).forEach(function (nodes) {
        if (hits.length >= MOST) return;
        var text = nodes.map(function (node) { return node.data; }).join("");
        hits = hits.concat(mark(nodes, Banmian.stretches(text, folded, variants)));
      });
      if (hits.length) lead(hits);
    });
  }

  /* A small bar: which hit, previous, next, away with it. */
  function lead(hits) {
    var element = Banmian.element, at = -1;
    var status = element("span", { role: "status", "aria-live": "polite", "class": "bm-hits__status" });
    function go(step) {
      if (at >= 0) hits[at].classList.remove("bm-hit--here");
      at = (at + step + hits.length) % hits.length;
      hits[at].classList.add("bm-hit--here");
      hits[at].scrollIntoView({ block: "center" });
      status.textContent = "第 " + (at + 1) + " 处，共 " + hits.length + " 处";
    }
    function button(text, action) {
      var made = element("button", { type: "button", text: text, "class": "bm-hits__button" });
      made.addEventListener("click", action);
      return made;
    }
    var bar = element("nav", { "class": "bm-hits", "aria-label": "命中的词句" }, [
      status,
      button("上一处", function () { go(-1); }),
      button("下一处", function () { go(1); }),
      button("不再标出", function () {
        hits.forEach(function (hit) { hit.classList.remove("bm-hit--here"); });
        document.querySelectorAll("mark.bm-hit").forEach(function (hit) {
          hit.replaceWith.apply(hit, Array.from(hit.childNodes));
        });
        bar.remove();
      })
    ]);
    document.body.appendChild(bar);
    go(1);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
