/* The search box: in Material's header where there is one, else at the top of the page. */
(function () {
  "use strict";
  var Banmian = (window.Banmian = window.Banmian || {});
  var element = Banmian.element;

  var WAIT = 150;
  var SHOWN = 6;

  /* Gives an input suggestions and, with `preview`, the first results, in a list below it. */
  function Box(form, input, list, status, preview) {
    this.form = form;
    this.input = input;
    this.list = list;
    this.status = status;
    this.preview = preview;
    this.active = -1;
    this.turn = 0;
    this.timer = 0;
    var box = this;
    input.addEventListener("input", function (event) { if (!event.isComposing) box.later(); });
    input.addEventListener("compositionend", function () { box.later(); });
    input.addEventListener("focus", function () { Banmian.store.base().catch(function () {}); });
    input.addEventListener("keydown", function (event) { if (!event.isComposing) box.key(event); });
    form.addEventListener("submit", function () { box.close(); });
    document.addEventListener("click", function (event) { if (!form.contains(event.target)) box.close(); });
  }

  Box.prototype.later = function () {
    var box = this;
    clearTimeout(this.timer);
    this.timer = setTimeout(function () { box.show(); }, WAIT);
  };

  Box.prototype.show = function () {
    var box = this, text = this.input.value.trim(), turn = ++this.turn, settled = false;
    if (!text) { this.close(); return; }
    this.status.setAttribute("data-state", "busy");
    var suggested = Banmian.suggested(text);
    function fill(found, draft) {
      var texts = found && firstTexts(found, draft);
      return Promise.all([suggested, texts, Banmian.store.base()]).then(function (known) {
        if (turn !== box.turn || (draft && settled)) return;
        box.fill(text, known[0], found && { found: found, texts: known[1], draft: draft }, known[2]);
      });
    }
    var answered = this.preview
      ? Banmian.answer(text, function (found) { return fill(found, true).catch(function () {}); }) : Promise.resolve(null);
    answered.then(function (found) {
      settled = true;
      return fill(found, false);
    }).catch(function (error) {
      if (turn === box.turn) Banmian.sayError(box.status, error);
    });
  };

  /* The texts of the first few results. */
  function firstTexts(found, draft) {
    var list = draft ? Banmian.drafted(found, found.items, "worth")
      : Banmian.sorted(found, found.near ? found.nearItems : found.items, "worth");
    return list.then(function (items) { return Promise.all(items.slice(0, SHOWN).map(Banmian.store.textOf)); });
  }

  Box.prototype.fill = function (text, suggestions, results, facts) {
    this.list.textContent = "";
    this.active = -1;
    suggestions.forEach(function (row) {
      this.add(row.href || Banmian.searchAddress(row.query), [
        element("span", { "class": "bm-box__note", text: row.note }), row.name
      ]);
    }, this);
    if (results) this.fillResults(text, results, facts);
    var open = Boolean(this.list.children.length);
    this.list.hidden = !open;
    this.fit();
    this.input.setAttribute("aria-expanded", String(open));
    this.status.setAttribute("data-state", "done");
  };

  /* Keeps the list inside a narrow window. */
  Box.prototype.fit = function () {
    this.list.style.right = "";
    var left = this.list.getBoundingClientRect().left;
    if (left < 8) this.list.style.right = left - 8 + "px";
  };

  Box.prototype.fillResults = function (text, results, facts) {
    var found = results.found, total = found.items.length;
    this.status.textContent = results.draft ? "正在逐篇核对…" : total ? "找到 " + total + " 篇" : found.near ? "没有完全匹配的，下面是近似结果" : "没有找到";
    results.texts.forEach(function (row) {
      var made = Banmian.resultRow(row, found.phrases, facts.variants, true);
      this.add(Banmian.itemAddress(row, found.phrases), [made], "bm-box__result");
    }, this);
    if (total > results.texts.length && !results.draft) this.add(Banmian.searchAddress(text), ["全部 " + total + " 篇"], "bm-box__all");
  };

  Box.prototype.add = function (href, children, name) {
    var option = element("li", {
      role: "option", id: this.list.id + "-" + this.list.children.length, "class": "bm-box__option " + (name || ""),
      "aria-selected": "false", "data-href": href
    }, children);
    option.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey) window.open(href, "_blank", "noopener");
      else location.href = href;
    });
    this.list.appendChild(option);
  };

  Box.prototype.close = function () {
    clearTimeout(this.timer);
    this.turn++;
    this.list.hidden = true;
    this.list.textContent = "";
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    if (this.status.getAttribute("data-state") !== "error") this.status.textContent = this.preview ? "" : this.status.textContent;
  };

  Box.prototype.key = function (event) {
    var options = this.list.children;
    if (event.key === "Escape") {
      if (this.list.hidden) this.input.blur(); else this.close();
      event.preventDefault();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
      var step = event.key === "ArrowDown" ? 1 : -1;
      this.choose((this.active + step + options.length + (this.active < 0 && step < 0 ? 1 : 0)) % options.length);
      event.preventDefault();
    } else if (event.key === "Enter" && this.active >= 0 && options[this.active]) {
      location.href = options[this.active].getAttribute("data-href");
      event.preventDefault();
    }
  };

  Box.prototype.choose = function (index) {
    Array.prototype.forEach.call(this.list.children, function (option, at) {
      option.setAttribute("aria-selected", String(at === index));
    });
    this.active = index;
    this.input.setAttribute("aria-activedescendant", this.list.children[index].id);
    this.list.children[index].scrollIntoView({ block: "nearest" });
  };

  /* Makes a plain form with an input into a box; says what the parts are. */
  function furnished(form, input, name) {
    var list = element("ul", { id: name + "-list", "class": "bm-box__list", role: "listbox", "aria-label": "建议和结果", hidden: "" });
    var status = element("p", { "class": "bm-box__status", role: "status", "aria-live": "polite" });
    var attributes = {
      role: "combobox", autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-autocomplete": "list",
      "aria-expanded": "false", "aria-controls": list.id, enterkeyhint: "search", maxlength: "400"
    };
    Object.keys(attributes).forEach(function (attribute) { input.setAttribute(attribute, attributes[attribute]); });
    form.classList.add("bm-box");
    input.classList.add("bm-box__input");
    form.appendChild(status);
    form.appendChild(list);
    return { form: form, input: input, list: list, status: status };
  }

  /* A form of our own, where the page has none. */
  function bare(value) {
    return element("form", { role: "search", "class": "bm-box--own", action: Banmian.searchAddress(""), method: "get" }, [
      element("input", { type: "search", name: "q", placeholder: "搜索任意词句", "aria-label": "搜索任意词句", value: value || null }),
      element("button", { type: "submit", "class": "bm-box__go", text: "搜索" })
    ]);
  }

  function made(name, value) {
    var form = bare(value);
    return furnished(form, form.firstChild, name);
  }

  /* `/` goes to the box, unless the reader is writing. */
  function slash(event) {
    var target = event.target;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
    var inputs = Array.from(document.querySelectorAll("#banmian-search .bm-box__input, .bm-box__input"));
    var input = inputs.find(function (one) { return one.closest("#banmian-search"); }) ||
      inputs.find(function (one) { return one.offsetParent; });
    if (input) { input.focus(); input.select(); event.preventDefault(); }
  }

  /* The theme's own forms, or one in Material's header, or one above everything. */
  function start() {
    document.addEventListener("keydown", slash);
    var forms = Array.from(document.querySelectorAll("form[role=search]")).filter(function (form) {
      return !form.closest("#banmian-search") && form.querySelector("input[name=q]");
    });
    if (!forms.length && !document.getElementById("banmian-search")) forms.push(placed());
    forms.forEach(function (form, index) {
      var parts = furnished(form, form.querySelector("input[name=q]"), "bm-box-" + index);
      new Box(parts.form, parts.input, parts.list, parts.status, true);
    });
  }

  function placed() {
    var header = document.querySelector(".md-header__inner");
    var form = bare("");
    form.classList.add("md-search__form");
    form.firstChild.classList.add("md-search__input");
    var place = element("div", { "class": "bm-search-box md-search" + (header ? "" : " bm-search-box--alone") }, [form]);
    if (header) header.appendChild(place); else document.body.insertBefore(place, document.body.firstChild);
    return form;
  }

  Banmian.Box = Box;
  Banmian.makeBox = made;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
