/**
 * A talk in several windows that go in step: where it is, and the way to tell the others.
 *
 * Tells its listeners `deck` (another text), `move` (another place) and `line` (connected or not).
 * @module
 */

import { types } from "./dialog.js";
import { pause } from "./dom.js";
import { listen, tell } from "./feed.js";
import { Store } from "./store.js";
import { swipes } from "./swipes.js";

/** @typedef {import("./store.js").Slide & {steps?: number, builds?: Record<string, string[]>}} Slide */
/** @typedef {{slide: number, step: number, black: boolean, code: boolean, by?: string, window?: string, nth?: number,
 *   version?: number}} Place */
/** @typedef {{slide: number, step: number}} Point */

/** By this a window knows its own moves again. */
const NAME = Math.random().toString(36).slice(2);
/** After so many milliseconds a move that could not be told is told again. */
const AGAIN = 500;

export class Talk extends EventTarget {
  store = new Store();
  step = 0;
  black = false;
  code = false;
  #listens = true;
  #tells = true;
  /** Whether it is known where the talk is. */
  #begun = false;
  /** How many moves this window has made, and whether the last came back: what comes before it was overtaken. */
  #nth = 0;
  #heard = true;
  /** Places to be told: where the talk was before the first move, which was shown, too, and the last. @type {Place[]} */
  #untold = [];
  #telling = false;

  /**
   * @param {string} lang of the findings, which are told along
   * @param {boolean} leads whether this window says where the talk is when nobody else does
   */
  constructor(lang, leads) {
    super();
    this.store.follows = false;
    const settle = () => {
      this.step = Math.min(this.step, this.steps);
      if (leads && !this.#begun && this.slides.length) this.#tell();
      this.#say("deck");
    };
    listen(`events?lang=${lang}`, {
      deck: (deck) => {
        this.store.receive(deck);
        if (deck.presented && !this.#untold.length) {
          this.#heard = true;
          this.#arrive(deck.presented);
        }
        settle();
      },
      change: (change) => {
        this.store.change(change);
        settle();
      },
      move: (place) => this.#arrive(place),
      connected: () => this.#line(true, this.#tells),
      lost: () => this.#line(false, this.#tells),
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

  /** Whether what is shown elsewhere may be another place. */
  get lost() {
    return !this.#listens || !this.#tells;
  }

  get steps() {
    return steps(this.slide);
  }

  /** What the next press shows: a point, or a slide; null at the end. @returns {Point | null} */
  get coming() {
    if (this.step < this.steps) return { slide: this.store.current, step: this.step + 1 };
    const next = this.after(this.store.current);
    return next ? { slide: next, step: 0 } : null;
  }

  /**
   * The picture that a place has in a language, or in the other where its slide is in that one alone.
   * @param {string} lang
   * @param {Point | null} [at] now, without one
   */
  picture(lang, at = { slide: this.store.current, step: this.step }) {
    const slide = at && this.slides[at.slide - 1];
    if (!slide) return "";
    const own = slide.pictures[lang] ? lang : (Object.keys(slide.pictures)[0] ?? "");
    return (steps(slide) && slide.builds?.[own]?.[at.step]) || slide.pictures[own] || "";
  }

  /** The slide that comes after one, hidden ones left out. @param {number} number @param {1 | -1} by @returns {number} 0 if there is none */
  after(number, by = 1) {
    for (let at = number + by; at >= 1 && at <= this.slides.length; at += by) {
      if (!this.slides[at - 1]?.hidden) return at;
    }
    return 0;
  }

  forth() {
    const next = this.coming;
    if (next) this.go(next.slide, next.step);
  }

  back() {
    if (this.step) return this.go(this.store.current, this.step - 1);
    const before = this.after(this.store.current, -1);
    if (before) this.go(before, Infinity);
  }

  /** Goes to a slide; where there is none of that number, nowhere. @param {number} slide @param {number} [step] */
  go(slide, step = 0) {
    if (!this.slides[slide - 1]) return;
    if (!this.#begun) this.#untold = [this.#place];
    this.store.show(slide);
    this.step = Math.min(step, this.steps);
    this.code = false;
    this.#moved();
  }

  toggleBlack() {
    this.black = !this.black;
    this.#moved();
  }

  toggleCode() {
    this.code = !this.code;
    this.#moved();
  }

  #moved() {
    if (this.slides.length) this.#tell();
    this.#say("move");
  }

  /** @returns {Place} */
  get #place() {
    const { store, step, black, code } = this;
    return { slide: store.current, step, black, code, window: NAME, nth: this.#nth, version: store.deck?.version ?? 0 };
  }

  /** @param {Place} place */
  #arrive(place) {
    if (place.by === "editor") return;
    this.#begun = true;
    const own = place.window === NAME;
    if (own ? place.nth !== this.#nth : !this.#heard) return;
    this.#heard = true;
    if (same(place, this.#place)) return;
    this.store.show(place.slide);
    this.step = place.step;
    this.black = place.black;
    this.code = place.code;
    this.#say("move");
  }

  /** Tells the others; of places that follow each other quickly, the last; where nobody hears it, again. */
  async #tell() {
    this.#nth += 1;
    this.#heard = false;
    this.#untold = [...(this.#begun ? [] : this.#untold), this.#place];
    this.#begun = true;
    if (this.#telling) return;
    this.#telling = true;
    for (let place = this.#untold[0]; place; place = this.#untold[0]) {
      const told = !(await tell("move", place));
      if (told) this.#untold = this.#untold.filter((one) => one !== place);
      else await pause(AGAIN);
      if (told !== this.#tells) this.#line(this.#listens, told);
    }
    this.#telling = false;
  }

  /** @param {boolean} listens @param {boolean} tells */
  #line(listens, tells) {
    this.#listens = listens;
    this.#tells = tells;
    this.#say("line");
  }

  /** @param {string} name */
  #say(name) {
    this.dispatchEvent(new Event(name));
  }
}

/** Points count only where there are pictures of them. @param {Slide | undefined} slide */
const steps = (slide) => (slide?.builds && Object.keys(slide.builds).length ? (slide.steps ?? 0) : 0);

/** @param {Place} one @param {Place} other */
const same = (one, other) => one.slide === other.slide && one.step === other.step && one.black === other.black && one.code === other.code;

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
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || types(target)) return;
    if (document.querySelector("dialog[open]")) return;
    const presses = target.closest("button, a, summary");
    if (presses && (event.key === "Enter" || event.key === " ")) return;
    if (target.closest("[data-scrolls]") && ["ArrowDown", "ArrowUp"].includes(event.key)) return;
    if (/^\d$/.test(event.key)) {
      digits = (digits + event.key).slice(-4);
      return;
    }
    const letter = event.repeat ? undefined : letters[event.key.toLowerCase()];
    const act = event.key === " " ? (event.shiftKey ? moves.ArrowLeft : moves.ArrowRight) : (moves[event.key] ?? letter);
    if (act) {
      event.preventDefault();
      act();
    }
    digits = "";
  });
  swipes(surface, (by) => (by > 0 ? talk.forth() : talk.back()));
}
