/**
 * A talk in several windows that go in step: where it is, and the way to tell the others.
 *
 * Tells its listeners `deck` (another text), `move` (another place) and `line` (connected or not).
 * @module
 */

import { types } from "./dialog.js";
import { listen, tell } from "./feed.js";
import { Store } from "./store.js";

/** @typedef {import("./store.js").Slide & {steps?: number, builds?: Record<string, string[]>}} Slide */
/** @typedef {{slide: number, step: number, black: boolean, code: boolean, by?: string}} Place */

/** How long moves of before may still come back after one's own. */
const ECHO = 1500;
/** How long one waits for the place that others are at, before one tells one's own. */
const HELLO = 400;

export class Talk extends EventTarget {
  store = new Store();
  step = 0;
  black = false;
  code = false;
  lost = false;
  #heard = false;
  #sent = "";
  #sentAt = 0;
  /** @type {Place | null} */
  #waiting = null;
  #sending = false;
  /** The place before the first move, which has been shown, too. @type {Place | null} */
  #hello = null;

  /**
   * @param {string} lang of the findings, which are told along
   * @param {boolean} leads whether this window says where the talk is when nobody else does
   */
  constructor(lang, leads) {
    super();
    this.store.follows = false;
    let first = true;
    listen(`events?lang=${lang}`, {
      deck: (deck) => {
        this.store.receive(deck);
        this.#say("deck");
        if (first && leads) setTimeout(() => this.#heard || this.#send(), HELLO);
        first = false;
      },
      change: (change) => {
        this.store.change(change);
        this.#say("deck");
      },
      move: (place) => this.#arrive(place),
      connected: () => this.#connected(true),
      lost: () => this.#connected(false),
    });
  }

  /** @returns {Slide[]} */
  get slides() {
    return this.store.slides;
  }

  /** @returns {Slide | undefined} */
  get slide() {
    return this.store.slide;
  }

  /** Steps count only where there are pictures of them. */
  get steps() {
    return this.slide?.builds && Object.keys(this.slide.builds).length ? (this.slide.steps ?? 0) : 0;
  }

  /** The picture that a slide has now in a language, or in the other where it is in that one alone. @param {string} lang */
  picture(lang) {
    const slide = this.slide;
    if (!slide) return "";
    const own = slide.pictures[lang] ? lang : (Object.keys(slide.pictures)[0] ?? "");
    return (this.steps && slide.builds?.[own]?.[this.step]) || slide.pictures[own] || "";
  }

  /** The slide that comes after one, hidden ones left out. @param {number} number @param {1 | -1} by @returns {number} 0 if there is none */
  after(number, by = 1) {
    for (let at = number + by; at >= 1 && at <= this.slides.length; at += by) {
      if (!this.slides[at - 1]?.hidden) return at;
    }
    return 0;
  }

  forth() {
    if (this.step < this.steps) return this.go(this.store.current, this.step + 1);
    const next = this.after(this.store.current);
    if (next) this.go(next, 0);
  }

  back() {
    if (this.step) return this.go(this.store.current, this.step - 1);
    const before = this.after(this.store.current, -1);
    if (before) this.go(before, Infinity);
  }

  /** @param {number} slide @param {number} [step] */
  go(slide, step = 0) {
    if (!this.#heard && !this.#sentAt) this.#hello = this.#place;
    this.store.show(slide);
    this.step = Math.min(step, this.steps);
    this.code = false;
    this.#send();
    this.#say("move");
  }

  toggleBlack() {
    this.black = !this.black;
    this.#send();
    this.#say("move");
  }

  toggleCode() {
    this.code = !this.code;
    this.#send();
    this.#say("move");
  }

  /** @returns {Place} */
  get #place() {
    return { slide: this.store.current, step: this.step, black: this.black, code: this.code };
  }

  /** @param {Place} place */
  #arrive(place) {
    if (place.by === "editor") return;
    this.#heard = true;
    const told = key(place);
    if (this.#sending || this.#waiting || Date.now() - this.#sentAt < ECHO) {
      if (told !== this.#sent) return;
      this.#sentAt = 0;
      return;
    }
    this.store.show(place.slide);
    this.step = place.step;
    this.black = place.black;
    this.code = place.code;
    this.#say("move");
  }

  /** Tells the others; of places that follow each other quickly, the last. */
  async #send() {
    this.#waiting = this.#place;
    if (this.#sending) return;
    this.#sending = true;
    if (this.#hello) await tell("move", this.#hello);
    this.#hello = null;
    while (this.#waiting) {
      const place = this.#waiting;
      this.#waiting = null;
      this.#sent = key(place);
      this.#sentAt = Date.now();
      const refused = await tell("move", place);
      if (refused) this.#connected(false);
    }
    this.#sending = false;
  }

  /** @param {boolean} connected */
  #connected(connected) {
    this.lost = !connected;
    this.#say("line");
  }

  /** @param {string} name */
  #say(name) {
    this.dispatchEvent(new Event(name));
  }
}

/** @param {Place} place */
const key = ({ slide, step, black, code }) => [slide, step, black, code].join();

/**
 * What keys and fingers do in every window of a talk.
 * @param {Talk} talk
 * @param {Record<string, () => void>} letters
 * @param {HTMLElement} surface where a finger turns the page
 */
export function hands(talk, letters, surface) {
  let digits = "";
  /** @type {Record<string, () => void>} */
  const moves = {
    ArrowRight: () => talk.forth(),
    ArrowDown: () => talk.forth(),
    PageDown: () => talk.forth(),
    ArrowLeft: () => talk.back(),
    ArrowUp: () => talk.back(),
    PageUp: () => talk.back(),
    Home: () => talk.go(talk.after(0) || 1),
    End: () => talk.go(talk.after(talk.slides.length + 1, -1) || 1),
    Enter: () => {
      if (digits) talk.go(Number(digits));
      else talk.forth();
    },
  };
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || types(target) || target.closest("dialog[open]")) return;
    const presses = target.closest("button, a, summary");
    if (presses && (event.key === "Enter" || event.key === " ")) return;
    if (target.closest("[data-scrolls]") && ["ArrowDown", "ArrowUp"].includes(event.key)) return;
    if (/^\d$/.test(event.key)) {
      digits = (digits + event.key).slice(-4);
      return;
    }
    const act = event.key === " " ? (event.shiftKey ? moves.ArrowLeft : moves.ArrowRight) : (moves[event.key] ?? letters[event.key.toLowerCase()]);
    if (act) {
      event.preventDefault();
      act();
    }
    digits = "";
  });
  swipes(surface, (by) => (by > 0 ? talk.forth() : talk.back()));
}

/** A finger drawn over at least so many pixels, and more across than along, turns the page. */
const SWIPE = 48;

/** @param {HTMLElement} surface @param {(by: 1 | -1) => void} turn */
export function swipes(surface, turn) {
  let [x, y] = [0, 0];
  surface.addEventListener("pointerdown", (event) => ([x, y] = [event.clientX, event.clientY]));
  surface.addEventListener("pointerup", (event) => {
    const [dx, dy] = [event.clientX - x, event.clientY - y];
    if (event.pointerType === "touch" && Math.abs(dx) > SWIPE && Math.abs(dx) > 2 * Math.abs(dy)) turn(dx < 0 ? 1 : -1);
  });
}
