/* What a reader may do beyond reading: settings, copying, reading aloud, keys. All pages work without. */
(function () {
  "use strict";
  var html = document.documentElement;
  var live = document.querySelector(".bm-live");

  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }

  function say(words) {
    live.textContent = words;
    clearTimeout(say.timer);
    say.timer = setTimeout(function () { live.textContent = ""; }, 2500);
  }

  /* ---- the nav of a narrow screen shows where the reader is ---- */

  var here = document.querySelector(".bm-nav [aria-current]"), nav = document.querySelector(".bm-nav ul");
  if (here && nav.scrollWidth > nav.clientWidth) {
    nav.scrollLeft = here.offsetLeft - nav.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
  }

  /* ---- settings ---- */

  var DEFAULTS = { size: "m", space: "m", scheme: "auto" };

  function choose(name, value) {
    if (value === DEFAULTS[name]) html.removeAttribute("data-" + name);
    else html.setAttribute("data-" + name, value);
    try { localStorage.setItem("banmian." + name, value); } catch (error) { /* Holds for this page only. */ }
  }

  all("[data-settings]").forEach(function (settings) {
    settings.hidden = false;
    all("[data-set]", settings).forEach(function (set) {
      var name = set.getAttribute("data-set");
      var now = html.getAttribute("data-" + name) || DEFAULTS[name];
      all("input", set).forEach(function (input) {
        input.checked = input.value === now;
        input.addEventListener("change", function () { choose(name, input.value); });
      });
    });
    document.addEventListener("click", function (event) {
      if (settings.open && !settings.contains(event.target)) settings.open = false;
    });
    settings.addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return;
      settings.open = false;
      settings.querySelector("summary").focus();
    });
  });

  /* ---- copying ---- */

  function copy(text, done) {
    function failed() { say("浏览器不允许复制，请手工选取"); }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(function () { say(done); }, failed);
      return;
    }
    var area = document.createElement("textarea");
    area.value = text;
    area.className = "bm-vh";
    document.body.appendChild(area);
    area.select();
    var copied = false;
    try { copied = document.execCommand("copy"); } catch (error) { copied = false; }
    area.remove();
    if (copied) say(done); else failed();
  }

  all("[data-copy]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      copy(document.getElementById(button.getAttribute("data-copy")).textContent, "已复制");
    });
  });

  all(".bm-permalink").forEach(function (link) {
    link.addEventListener("click", function () { copy(link.href, "已复制这一段的地址"); });
  });

  /* ---- an item: the report of an error, about one paragraph where a reader points at one ---- */

  var report = document.getElementById("report");

  function about(paragraph) {
    var marks = paragraph.parentNode.querySelectorAll(".bm-ln");
    var lines = all(".bm-ln", paragraph.parentNode).map(function (line) { return line.textContent; });
    var words = paragraph.textContent, text = document.getElementById("report-text");
    var short = words.length > 120 ? words.slice(0, 120) + "…" : words;
    var link = report.querySelector("a[href*='/issues/new']");
    about.text = about.text || text.textContent;
    about.href = about.href || (link && link.href);
    text.textContent = about.text
      .replace(/(地址：.*)/, "$1#" + paragraph.id)
      .replace(/第[\d–]+行/, "第" + lines.join("、") + "行")
      .replace(/(网站上是：)/, "$1" + short);
    if (link) {
      var address = new URL(about.href);
      address.searchParams.set("address", address.searchParams.get("address") + "#" + paragraph.id);
      address.searchParams.set("line", lines.join("、"));
      address.searchParams.set("read", short);
      link.href = address.href;
    }
    report.querySelector("details").open = !link || !marks.length;
    report.scrollIntoView({ block: "center" });
    (link || report.querySelector("summary")).focus({ preventScroll: true });
  }

  if (report) {
    all(".bm-para").forEach(function (para) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "bm-wrong";
      button.textContent = "报错";
      button.addEventListener("click", function () { about(para.firstElementChild); });
      para.querySelector(".bm-marks").appendChild(button);
    });
  }

  /* ---- an item: line numbers, reading aloud ---- */

  all("[data-do='lines']").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var on = html.getAttribute("data-lines") !== "on";
      if (on) html.setAttribute("data-lines", "on"); else html.removeAttribute("data-lines");
      button.setAttribute("aria-pressed", String(on));
    });
  });

  var synthesis = window.speechSynthesis;

  function passages() {
    return all(".bm-title .bm-kicker, .bm-title h1:not(.bm-untitled), .bm-title .bm-deck, .bm-para > :first-child");
  }

  function hush(button) {
    synthesis.cancel();
    all(".bm-speaking").forEach(function (spoken) { spoken.classList.remove("bm-speaking"); });
    button.setAttribute("aria-pressed", "false");
    button.textContent = "朗读";
  }

  function speak(button, rest) {
    if (!rest.length) { hush(button); return; }
    var words = new SpeechSynthesisUtterance(rest[0].textContent);
    words.lang = "zh-CN";
    words.onstart = function () { rest[0].classList.add("bm-speaking"); };
    words.onend = function () {
      rest[0].classList.remove("bm-speaking");
      if (button.getAttribute("aria-pressed") === "true") speak(button, rest.slice(1));
    };
    words.onerror = function (event) {
      if (event.error === "canceled" || event.error === "interrupted") return;
      hush(button);
      say("这个浏览器没有可用的中文语音");
    };
    synthesis.speak(words);
  }

  if (synthesis && window.SpeechSynthesisUtterance) {
    all("[data-do='speak']").forEach(function (button) {
      button.hidden = false;
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", function () {
        if (button.getAttribute("aria-pressed") === "true") { hush(button); return; }
        synthesis.cancel();
        button.setAttribute("aria-pressed", "true");
        button.textContent = "停止朗读";
        speak(button, passages());
      });
      window.addEventListener("pagehide", function () { synthesis.cancel(); });
    });
  }

  /* ---- a newspaper page: the other lines of the item that a line belongs to ---- */

  function markSame() {
    var line = /^#L\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    all(".bm-line--same").forEach(function (other) { other.classList.remove("bm-line--same"); });
    if (!line || !line.hasAttribute("data-item")) return;
    all(".bm-line[data-item='" + line.getAttribute("data-item") + "']").forEach(function (other) {
      other.classList.add("bm-line--same");
    });
  }

  if (document.querySelector(".bm-lines")) {
    markSame();
    window.addEventListener("hashchange", markSame);
  }

  /* ---- keys ---- */

  var KEYS = {
    ArrowLeft: "a[rel~='prev']", ArrowRight: "a[rel~='next']",
    "[": "a[data-turn='prev']", "]": "a[data-turn='next']"
  };

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (/^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) return;
    var link = KEYS[event.key] && document.querySelector("main " + KEYS[event.key]);
    if (link) { event.preventDefault(); link.click(); return; }
    if (event.key === "/" && !document.querySelector(".md-search__input")) {
      var box = document.querySelector(".bm-k-home #home-q") || document.getElementById("bm-q");
      if (box) { event.preventDefault(); box.focus(); }
    }
  });
})();
