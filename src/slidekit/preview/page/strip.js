/**
 * All slides in a row beside the one that is looked at.
 * @module
 */

import { thumb } from "./thumb.js";
import { VirtualList } from "./virtual.js";

/** @typedef {import("./store.js").Store} Store */

/** Pixels under a picture, and beside it for its number. */
const GAP = 14;
const BESIDE = 36;

/**
 * A list of slides in a listbox; a click shows one.
 * @param {HTMLElement} list
 * @param {Store} store
 * @param {{columns: (width: number) => number, chosen?: (number: number) => void}} options
 */
export function slides(list, store, { columns, chosen }) {
  const shape = (/** @type {number} */ width) => {
    const [w, h] = store.deck?.size ?? [16, 9];
    const across = columns(width);
    return { columns: across, height: Math.max(24, Math.round(((width / across - BESIDE) * h) / w) + GAP) };
  };
  const virtual = new VirtualList(list, shape, (index, old) => thumb(list.id, store, index, old));
  list.addEventListener("click", (event) => {
    const item = /** @type {HTMLElement} */ (event.target).closest("[role=option]");
    if (item instanceof HTMLElement) (chosen ?? ((number) => store.show(number)))(Number(item.dataset.slide));
  });
  return virtual;
}

/** @param {HTMLElement} list @param {Store} store */
export function strip(list, store) {
  const virtual = slides(list, store, { columns: () => 1 });
  let shown = 0;
  const refresh = () => {
    virtual.refresh(store.slides.length, store.current - 1);
    if (store.current !== shown) virtual.choose(store.current - 1); // whoever scrolled elsewhere may stay there
    shown = store.slides.length ? store.current : 0;
  };
  for (const name of ["deck", "view"]) store.addEventListener(name, refresh);
  store.addEventListener("show", refresh);
}
