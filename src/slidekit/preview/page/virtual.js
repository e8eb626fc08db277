/**
 * A list of slides of which only those in sight are there, so that a thousand cost no more than ten.
 * @module
 */

import { make } from "./dom.js";

const BEYOND = 2;

/**
 * @typedef {object} Shape
 * @property {number} columns
 * @property {number} height of a row, in pixels, the gap after it included
 */

export class VirtualList {
  count = 0;
  chosen = 0;
  /** @type {Map<number, HTMLElement>} */
  #items = new Map();
  /** @type {Shape} */
  #shape = { columns: 1, height: 1 };

  /**
   * @param {HTMLElement} list the listbox, which scrolls
   * @param {(width: number) => Shape} shape what fits into a width
   * @param {(index: number, old: HTMLElement | undefined) => HTMLElement} render an item, from 0; the old one where
   *   it is still right
   */
  constructor(list, shape, render) {
    this.list = list;
    this.shape = shape;
    this.render = render;
    this.inside = make("div", { class: "inside", role: "presentation" });
    list.append(this.inside);
    list.addEventListener("scroll", () => this.#fill(), { passive: true });
    new ResizeObserver(() => {
      this.refresh();
      if (list.clientHeight) this.choose(this.chosen); // rows are of another height now
    }).observe(list);
  }

  get columns() {
    return this.#shape.columns;
  }

  /** Draws what is in sight anew. @param {number} [count] @param {number} [chosen] */
  refresh(count = this.count, chosen = this.chosen) {
    this.count = count;
    this.chosen = Math.max(0, Math.min(chosen, count - 1));
    this.#shape = this.shape(this.inside.clientWidth);
    this.inside.style.height = `${Math.ceil(count / this.#shape.columns) * this.#shape.height}px`;
    this.#fill(true);
  }

  /** Chooses an item and brings it into sight. @param {number} index */
  choose(index) {
    this.chosen = index;
    const { columns, height } = this.#shape;
    const top = Math.floor(index / columns) * height;
    const { scrollTop, clientHeight } = this.list;
    if (top < scrollTop) this.list.scrollTop = top - height / 4;
    else if (top + height > scrollTop + clientHeight) this.list.scrollTop = top + height * 1.25 - clientHeight;
    this.#fill(true);
  }

  /** @param {boolean} [anew] also those that are there already */
  #fill(anew = false) {
    const { columns, height } = this.#shape;
    const first = Math.max(0, Math.floor(this.list.scrollTop / height) - BEYOND) * columns;
    const rows = Math.ceil(this.list.clientHeight / height) + 2 * BEYOND + 1;
    const last = this.list.clientHeight ? Math.min(this.count, first + rows * columns) : 0;
    for (const [index, item] of this.#items) {
      if (index < first || index >= last) {
        item.remove();
        this.#items.delete(index);
      }
    }
    for (let index = first; index < last; index++) {
      const old = this.#items.get(index);
      if (old && !anew) continue;
      const item = this.render(index, old);
      this.#place(item, index);
      if (item !== old) {
        if (old) old.replaceWith(item);
        else this.#insert(item, index);
        this.#items.set(index, item);
      }
    }
    const chosen = this.#items.get(this.chosen);
    if (chosen) this.list.setAttribute("aria-activedescendant", chosen.id);
    else this.list.removeAttribute("aria-activedescendant");
  }

  /** Keeps the order of the slides in the page too, for those who read it. @param {HTMLElement} item @param {number} index */
  #insert(item, index) {
    const after = [...this.#items.keys()].filter((one) => one > index);
    const next = after.length ? this.#items.get(Math.min(...after)) : undefined;
    this.inside.insertBefore(item, next ?? null);
  }

  /** @param {HTMLElement} item @param {number} index */
  #place(item, index) {
    const { columns, height } = this.#shape;
    item.setAttribute("aria-selected", String(index === this.chosen));
    item.setAttribute("aria-posinset", String(index + 1));
    item.setAttribute("aria-setsize", String(this.count));
    item.style.top = `${Math.floor(index / columns) * height}px`;
    item.style.left = `${((index % columns) * 100) / columns}%`;
    item.style.width = `${100 / columns}%`;
    item.style.height = `${height}px`;
  }
}
