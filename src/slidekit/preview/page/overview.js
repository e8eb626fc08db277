/**
 * All slides at once.
 * @module
 */

import { dialog } from "./dialog.js";
import { byId } from "./dom.js";
import { slides } from "./strip.js";

/** @typedef {import("./store.js").Store} Store */

/** Pixels of a slide at least, and how many stand side by side at most: on a large screen they are larger. */
const WIDTH = 250;
const MOST = 8;

/** @param {Store} store */
export function overview(store) {
  const list = byId("all");
  const window_ = dialog(byId("overview"));
  const show = (/** @type {number} */ number) => {
    window_.close();
    store.show(number);
  };
  const virtual = slides(list, store, { columns: (width) => Math.max(1, Math.min(MOST, Math.floor(width / WIDTH))), chosen: show });
  const refresh = () => virtual.refresh(store.slides.length, virtual.chosen);
  for (const name of ["deck", "view"]) store.addEventListener(name, refresh);

  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return; // the browser's
    const last = store.slides.length - 1;
    const page = virtual.columns * 3;
    const steps = /** @type {Record<string, number>} */ ({
      ArrowRight: 1, ArrowLeft: -1, ArrowDown: virtual.columns, ArrowUp: -virtual.columns,
      PageDown: page, PageUp: -page, Home: -last, End: last,
    });
    if (event.key === "Enter" || event.key === " ") show(virtual.chosen + 1);
    else if (!(event.key in steps)) return;
    else virtual.choose(Math.max(0, Math.min(last, virtual.chosen + (steps[event.key] ?? 0))));
    event.preventDefault();
    event.stopPropagation();
  });

  return () => {
    window_.toggle();
    if (!window_.element.open) return;
    virtual.refresh(store.slides.length, store.current - 1);
    virtual.choose(store.current - 1);
    list.focus();
  };
}
