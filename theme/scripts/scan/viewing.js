/* The picture of a page, enlarged where it stands. It lies in a frame that scrolls, so that wheel, finger and
   keys move it as they move any page; what is seen is drawn from tiles of the size that fits. */
import { all, element, one } from "../shell/elements.js";
import { sizesOf, tilesWithin } from "./tiles.js";

const STEP = 1.6;

class Viewer {
  constructor(section) {
    this.frame = one(".bm-scan__frame", section);
    this.sheet = one(".bm-scan__sheet", section);
    this.whole = one(".bm-scan__whole", section);
    this.wide = Number(this.whole.getAttribute("width"));
    this.said = one("[data-scan='said']", section);
    this.sizes = sizesOf(this.sheet.dataset.levels, Number(this.sheet.dataset.tile));
    this.drawn = new Map();
    this.zoom = 1;
    this.waiting = false;
  }

  get most() {
    const largest = this.sizes.length ? this.sizes[this.sizes.length - 1].width : this.wide;
    return Math.max(2, (2 * largest) / this.frame.clientWidth);
  }

  /* Enlarges about a point of the frame, by default its middle. */
  to(zoom, x = this.frame.clientWidth / 2, y = this.frame.clientHeight / 2) {
    const before = this.zoom;
    this.zoom = Math.min(this.most, Math.max(1, zoom));
    const left = (this.frame.scrollLeft + x) * (this.zoom / before) - x;
    const top = (this.frame.scrollTop + y) * (this.zoom / before) - y;
    this.sheet.style.width = `${100 * this.zoom}%`;
    this.frame.classList.toggle("bm-scan__frame--large", this.zoom > 1);
    this.frame.scrollTo(left, top);
    this.said.textContent = this.zoom > 1 ? `放大到${Math.round(this.zoom * 10) / 10}倍` : "";
    this.draw();
  }

  /* Shows a line: enlarged enough to be read, in the middle of the frame. */
  show(region) {
    const own = region.getBBox(), view = region.ownerSVGElement.viewBox.baseVal;
    this.to(Math.max(this.zoom, Math.min(this.most, (0.7 * view.width) / Math.max(own.width, 1), 4)));
    const scale = this.sheet.clientWidth / view.width;
    this.frame.scrollTo(
      (own.x + own.width / 2) * scale - this.frame.clientWidth / 2,
      (own.y + own.height / 2) * scale - this.frame.clientHeight / 2,
    );
  }

  drawSoon() {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.draw();
    });
  }

  draw() {
    const wanted = this.sheet.clientWidth * (window.devicePixelRatio || 1);
    const at = wanted <= this.wide ? -1 : this.sizes.findIndex((size) => size.width >= wanted);
    const level = at < 0 && wanted > this.wide ? this.sizes.length - 1 : at;
    const seen = level < 0 ? [] : tilesWithin(this.sizes[level], this.view());
    const names = new Set(seen.map((tile) => `${level}/${tile.name}`));
    for (const [name, tile] of this.drawn) {
      if (names.has(name)) continue;
      tile.remove();
      this.drawn.delete(name);
    }
    seen.forEach((tile) => this.put(`${level}/${tile.name}`, tile));
  }

  /* What the frame shows of the sheet, in shares of it. */
  view() {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.frame;
    const width = this.sheet.clientWidth, height = this.sheet.clientHeight;
    return {
      left: scrollLeft / width,
      top: scrollTop / height,
      right: (scrollLeft + clientWidth) / width,
      bottom: (scrollTop + clientHeight) / height,
    };
  }

  put(name, tile) {
    if (this.drawn.has(name)) return;
    const image = element("img", {
      class: "bm-scan__tile",
      src: `${this.sheet.dataset.address}${name}`,
      alt: "",
    });
    for (const side of ["left", "top", "width", "height"]) image.style[side] = `${100 * tile[side]}%`;
    this.drawn.set(name, image);
    this.whole.after(image);
  }
}

export function openScan() {
  const section = one(".bm-scan");
  if (!section || !one(".bm-scan__sheet", section)) return;
  const viewer = new Viewer(section);
  one(".bm-scan__bar", section).hidden = false;
  viewer.frame.classList.add("bm-scan__frame--live");
  const acts = { in: () => viewer.zoom * STEP, out: () => viewer.zoom / STEP, fit: () => 1 };
  for (const [name, zoom] of Object.entries(acts)) {
    one(`[data-scan='${name}']`, section).addEventListener("click", () => viewer.to(zoom()));
  }
  viewer.frame.addEventListener("scroll", () => viewer.drawSoon(), { passive: true });
  window.addEventListener("resize", () => viewer.drawSoon());
  offerKeys(viewer);
  offerDragging(viewer);
  all("a[href^='#S']").forEach((link) => {
    link.addEventListener("click", () => showLine(viewer, link.hash));
  });
  showLine(viewer, location.hash);
  viewer.draw();
}

function showLine(viewer, hash) {
  const region = /^#S\d+$/.test(hash) && document.getElementById(hash.slice(1));
  if (region) requestAnimationFrame(() => viewer.show(region));
}

function offerKeys(viewer) {
  const zooms = { "+": STEP, "=": STEP, "-": 1 / STEP };
  viewer.frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in zooms) viewer.to(viewer.zoom * zooms[event.key]);
    else if (event.key === "0") viewer.to(1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  viewer.frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const frame = viewer.frame.getBoundingClientRect();
    viewer.to(
      viewer.zoom * Math.exp(-event.deltaY / 300),
      event.clientX - frame.left,
      event.clientY - frame.top,
    );
  }, { passive: false });
}

/* A mouse drags the picture; a finger scrolls the frame by itself. */
function offerDragging(viewer) {
  let from = null;
  viewer.frame.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY, moved: false };
  });
  window.addEventListener("pointermove", (event) => {
    if (!from) return;
    const right = event.clientX - from.x, down = event.clientY - from.y;
    if (!from.moved && Math.hypot(right, down) < 4) return;
    viewer.frame.scrollBy(-right, -down);
    from = { x: event.clientX, y: event.clientY, moved: true };
  });
  window.addEventListener("pointerup", () => {
    const dragged = from && from.moved;
    from = null;
    if (!dragged) return;
    const stop = (event) => event.preventDefault();
    viewer.frame.addEventListener("click", stop, { capture: true, once: true });
    setTimeout(() => viewer.frame.removeEventListener("click", stop, { capture: true }));
  });
  viewer.frame.addEventListener("dragstart", (event) => event.preventDefault());
}
