/**
 * What the page knows: the deck as the server tells it, and what is being looked at.
 *
 * Tells its listeners `deck` (another version), `show` (another slide), `view` (languages, notes) and `follow`.
 * @module
 */

/** @typedef {"en" | "fr"} Lang */
/** @typedef {{code: string, severity: string, message: string, hint: string, line: number, column: number,
 *   lang: string, file: string}} Finding */
/** @typedef {{number: number, line: number, title: Record<string, string>, pictures: Record<string, string>,
 *   section: Record<string, string>, begins: number, lasts: number, hidden: boolean, missing: number,
 *   stale: number, full: number, findings: Finding[]}} Slide */
/** @typedef {{version: number, file: string, langs: Lang[], locales: Record<string, string>,
 *   title: Record<string, string>, size: [number, number], slides: Slide[], broken: Finding[],
 *   findings: Finding[]}} Deck */
/** @typedef {{version: number, slides: Slide[], count: number, broken: Finding[], findings: Finding[],
 *   at: number}} Change */

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

  constructor() {
    super();
    this.current = Number.parseInt(location.hash.slice(1), 10) || 1;
  }

  /** @returns {Slide[]} */
  get slides() {
    return this.deck?.slides ?? [];
  }

  /** @returns {Slide | undefined} */
  get slide() {
    return this.slides[this.current - 1];
  }

  /** The languages looked at now, in the deck's order. @returns {Lang[]} */
  get langs() {
    const all = this.deck?.langs ?? [];
    return this.view !== "both" && all.includes(this.view) ? [this.view] : all;
  }

  /** @param {Deck} deck */
  receive(deck) {
    this.deck = deck;
    this.#keepInside();
    this.#say("deck");
  }

  /** @param {Change} change */
  change({ version, slides, count, broken, findings, at }) {
    if (!this.deck) return;
    const all = this.deck.slides.slice(0, count);
    for (const slide of slides) all[slide.number - 1] = slide;
    this.deck = { ...this.deck, version, broken, findings, slides: all };
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

  /** Looks at where the author is. @param {{slide: number}} place */
  follow({ slide }) {
    if (this.follows && slide) this.show(slide);
  }

  /** @param {"both" | Lang} view */
  look(view) {
    this.view = view;
    this.#say("view");
  }

  /** Both languages, then each alone. */
  nextView() {
    const views = VIEWS.filter((view) => view === "both" || this.deck?.langs.includes(view));
    this.look(views[(views.indexOf(this.view) + 1) % views.length] ?? "both");
  }

  toggleNotes() {
    this.notes = !this.notes;
    this.#say("view");
  }

  toggleFollowing() {
    this.follows = !this.follows;
    this.#say("follow");
  }

  #keepInside() {
    this.current = Math.max(1, Math.min(this.current, this.slides.length || this.current));
    if (this.slides.length) history.replaceState(null, "", `#${this.current}`);
  }

  /** @param {string} name */
  #say(name) {
    this.dispatchEvent(new Event(name));
  }
}
