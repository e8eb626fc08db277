/**
 * What the page knows: the deck as the server tells it, and what is being looked at.
 *
 * Tells its listeners `deck` (another version), `show` (another slide), `view` (languages, notes) and `follow`.
 * @module
 */

import { sparing } from "./dom.js";

/** @typedef {"en" | "fr"} Lang */
/** @typedef {{code: string, severity: string, message: string, hint: string, line: number, column: number,
 *   lang: string, file: string}} Finding */
/** @typedef {{number: number, line: number, title: Record<string, string>, pictures: Record<string, string>,
 *   section: Record<string, string>, begins: number, lasts: number, hidden: boolean, missing: number,
 *   stale: number, full: number, findings: Finding[]}} Slide */
/** @typedef {{version: number, file: string, langs: Lang[], locales: Record<string, string>,
 *   title: Record<string, string>, size: [number, number], slides: Slide[], broken: Finding[],
 *   findings: Finding[], presented?: import("./talk.js").Place | null, moved?: number[]}} Deck */
/** @typedef {{version: number, slides: Slide[], count: number, broken: Finding[], findings: Finding[],
 *   at: number, moved?: number[]}} Change */

/** Milliseconds between two changes of the address: Chromium leaves out more than 200 in ten seconds, Safari throws. */
const ADDRESS = 110;
const VIEWS = /** @type {const} */ (["both", "en", "fr"]);

export class Store extends EventTarget {
  /** @type {Deck | null} */
  deck = null;
  current = 1;
  /** @type {"both" | Lang} */
  view = "both";
  notes = true;
  /** Whether the slide under the author's cursor is shown as it moves. */
  follows = true;
  /** Whether the address named a slide, and the one that the author was followed to last. */
  #placed = hashed() > 0;
  #followed = 0;

  /** The address says which slide is looked at, so that it outlives a reload. */
  #address = sparing(() => {
    if (this.slides.length && hashed() !== this.current) history.replaceState(null, "", `#${this.current}`);
  }, ADDRESS);

  constructor() {
    super();
    this.current = hashed() || 1;
  }

  /** @returns {Slide[]} */
  get slides() {
    return this.deck?.slides ?? [];
  }

  /** @returns {Slide | undefined} */
  get slide() {
    return this.slides[this.current - 1];
  }

  /** What is looked at of this deck, which may lack the language that was chosen. @returns {"both" | Lang} */
  get looked() {
    return this.view !== "both" && this.deck && !this.deck.langs.includes(this.view) ? "both" : this.view;
  }

  /** The languages looked at now, in the deck's order. @returns {Lang[]} */
  get langs() {
    const looked = this.looked;
    return looked === "both" ? (this.deck?.langs ?? []) : this.deck ? [looked] : [];
  }

  /** @param {Deck} deck */
  receive(deck) {
    this.deck = deck;
    this.#stay(deck.moved);
    this.#keepInside();
    this.#say("deck");
  }

  /** @param {Change} change */
  change({ version, slides, count, broken, findings, at, moved }) {
    if (!this.deck) return;
    const all = this.deck.slides.slice(0, count);
    for (const slide of slides) all[slide.number - 1] = slide;
    this.deck = { ...this.deck, version, broken, findings, slides: all };
    this.#stay(moved);
    if (at && this.follows) this.current = at;
    this.#keepInside();
    this.#say("deck");
  }

  /** Looks at a slide; beyond the ends it is the first or the last. @param {number} number */
  show(number) {
    const before = this.current;
    this.current = number;
    this.#keepInside();
    if (this.current !== before) this.#say("show");
  }

  /**
   * Looks at where the author is; where they went before, only who has no place of their own is led.
   * @param {{slide: number, past?: boolean}} place
   */
  follow({ slide, past }) {
    const known = past && (this.#followed ? slide === this.#followed : this.#placed);
    this.#followed = slide;
    if (this.follows && slide && !known) this.show(slide);
  }

  /** @param {"both" | Lang} view */
  look(view) {
    this.view = view;
    this.#say("view");
  }

  /** Both languages, then each alone. */
  nextView() {
    const views = VIEWS.filter((view) => view === "both" || this.deck?.langs.includes(view));
    this.look(views[(views.indexOf(this.looked) + 1) % views.length] ?? "both");
  }

  toggleNotes() {
    this.notes = !this.notes;
    this.#say("view");
  }

  toggleFollowing() {
    this.follows = !this.follows;
    this.#say("follow");
  }

  /**
   * Stays at the slide that was looked at, whatever number it has now; where it is gone, at the one before it.
   * @param {number[]} [moved] for each slide of before its number, 0 where it is gone
   */
  #stay(moved = []) {
    if (!moved.length) return;
    const now = (/** @type {number} */ number) => moved.slice(0, number).findLast(Boolean) ?? 1;
    this.current = now(this.current);
    if (this.#followed) this.#followed = now(this.#followed);
  }

  #keepInside() {
    this.current = Math.max(1, Math.min(this.current, this.slides.length || this.current));
    this.#address();
  }

  /** @param {string} name */
  #say(name) {
    this.dispatchEvent(new Event(name));
  }
}

/** The number of the slide in the address; 0 where it has none. */
export const hashed = () => Number.parseInt(location.hash.slice(1), 10) || 0;
