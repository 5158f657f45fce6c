/* The facets: beside the results where there is room, on a phone a sheet over them. */
import { button, element } from "../shell/elements.js";

const NARROW = "(max-width: 48em)";

export class Sheet {
  /* `side` is where the facets stand on a desk. */
  constructor(side, facets) {
    this.narrow = window.matchMedia(NARROW);
    this.side = side;
    this.facets = facets;
    this.opener = button("筛选", "bm-button bm-sheet__open", () => this.open());
    this.closer = button("看稿件", "bm-button bm-sheet__go", () => this.dialog.close());
    this.dialog = element("dialog", { class: "bm-bench__sheet", "aria-label": "缩小范围" }, [
      element("div", { class: "bm-sheet__foot" }, [this.closer]),
    ]);
    this.narrow.addEventListener("change", () => this.settle());
    this.settle();
  }

  settle() {
    if (!this.narrow.matches && this.dialog.open) this.dialog.close();
    if (this.narrow.matches) this.dialog.prepend(this.facets);
    else this.side.append(this.facets);
  }

  open() {
    this.dialog.showModal();
  }

  /* How many items wait behind the sheet, and how many values are chosen. */
  tell(items, values) {
    this.closer.textContent = `看 ${items} 篇`;
    this.opener.textContent = values ? `筛选（${values}）` : "筛选";
  }
}
