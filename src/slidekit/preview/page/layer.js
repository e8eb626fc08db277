/**
 * The texts of a slide over its picture: what screen readers read, and where a click leads to the editor.
 * @module
 */

import { make } from "./dom.js";
import { say } from "./words.js";

/** @typedef {{text: string, x: number, y: number, w: number, h: number, line: number, column: number,
 *   end_line: number, end_column: number, role: string}} Spoken */
/** @typedef {import("./store.js").Finding} Finding */

/** How long a text is pointed at, in milliseconds. */
const POINTED = 2500;
const GRAVEST = ["error", "warning", "info"];

export class Layer {
  /** The text that Tab leads to; the arrows go from there. */
  #chosen = 0;
  #known = "";
  /** The text that is pointed at, as `line:column`. */
  #found = "";
  /** Whether the focus was on a text that is gone, until there are texts again. */
  #bereft = false;
  /** Whether the texts are those of the slide that is looked at. */
  fresh = true;

  /**
   * @param {HTMLElement} root
   * @param {(line: number, column: number) => void} open
   */
  constructor(root, open) {
    this.root = root;
    root.addEventListener("click", (event) => {
      const button = /** @type {HTMLElement} */ (event.target).closest("button");
      if (button && this.fresh) open(Number(button.dataset.line), Number(button.dataset.column));
    });
    root.addEventListener("keydown", (event) => this.#move(event));
    root.addEventListener("focusin", (event) => this.#choose(this.#buttons.indexOf(/** @type {any} */ (event.target))));
  }

  get #buttons() {
    return /** @type {HTMLElement[]} */ ([...this.root.querySelectorAll("button")]);
  }

  /**
   * Puts texts in their places, unless they are there already.
   * @param {Spoken[]} texts
   * @param {Finding[]} findings those of this slide in this language
   */
  render(texts, findings) {
    const known = JSON.stringify([texts, findings, say("open.line")]);
    if (known === this.#known) return;
    this.#known = known;
    const nowhere = !document.activeElement || document.activeElement === document.body;
    const focused = this.root.contains(document.activeElement) || (this.#bereft && nowhere);
    this.#chosen = Math.min(this.#chosen, Math.max(0, texts.length - 1));
    this.root.replaceChildren(...texts.map((text, index) => this.#text(text, index, faults(text, findings))));
    this.#bereft = focused && !texts.length;
    if (focused) this.#buttons[this.#chosen]?.focus();
    this.#mark();
  }

  /** Shows for a moment where a text stands. @param {number} line @param {number} column */
  point(line, column) {
    const found = `${line}:${column}`;
    this.#found = found;
    this.#mark();
    setTimeout(() => {
      if (this.#found === found) this.#found = "";
      this.#mark();
    }, POINTED);
  }

  #mark() {
    const found = this.#buttons.find((one) => `${one.dataset.line}:${one.dataset.column}` === this.#found);
    for (const one of this.#buttons) one.classList.toggle("found", one === found);
  }

  /**
   * @param {Spoken} text
   * @param {number} index
   * @param {Finding[]} found
   */
  #text(text, index, found) {
    const severity = GRAVEST.find((one) => found.some((finding) => finding.severity === one));
    const button = make(
      "button",
      {
        type: "button",
        class: "spoken",
        tabindex: index === this.#chosen ? 0 : -1,
        title: [...found.map((one) => `${one.code} ${one.message}`), say("open.line", { line: `${text.line}` })].join("\n"),
        "data-line": text.line,
        "data-column": text.column,
      },
      make("span", {}, text.text),
    );
    const place = make(text.role === "title" ? "h4" : "p", { class: text.w ? `place ${severity ?? ""}` : "unseen", "data-role": text.role || null }, button);
    const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(3)}%`;
    Object.assign(place.style, {
      left: percent(text.x),
      top: percent(text.y),
      width: percent(text.w),
      height: percent(text.h),
    });
    return place;
  }

  /** @param {number} index */
  #choose(index) {
    if (index < 0) return;
    this.#chosen = index;
    this.#buttons.forEach((one, at) => (one.tabIndex = at === index ? 0 : -1));
  }

  /** Up and down go from text to text; left and right stay with the slides. @param {KeyboardEvent} event */
  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step && this.#buttons[this.#chosen + step];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    if (next) next.focus();
  }
}

/**
 * The findings whose place is in a text, in any of its lines; those at its very beginning, too, if it is empty.
 * @param {Spoken} text
 * @param {Finding[]} findings
 */
function faults(text, findings) {
  return findings.filter((one) => {
    const begins = one.line - text.line || one.column - text.column;
    const ends = one.line - text.end_line || one.column - text.end_column;
    return !one.file && (begins === 0 || (begins > 0 && ends < 0));
  });
}
