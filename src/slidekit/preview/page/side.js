/**
 * One language of the slide: its picture with its texts over it, and its notes below.
 * @module
 */

import { make, pause } from "./dom.js";
import { Layer } from "./layer.js";
import { Picture, atHand } from "./picture.js";
import { count, language, say } from "./words.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./store.js").Lang} Lang */
/** @typedef {{number: number, texts: Record<string, import("./layer.js").Spoken[]>, notes: Record<string, string[]>}} Words */

/** Slides that follow each other within so many milliseconds fly past: a key is held. */
const FLYING = 90;
/** How long a paragraph is pointed at, in milliseconds. */
const POINTED = 2500;

export class Side {
  #number = 0;
  #turnedAt = -FLYING;
  #notesKnown = "";
  /** The slide whose words these are. */
  #said = 0;

  /**
   * @param {Lang} lang
   * @param {(line: number, column: number) => void} open
   */
  constructor(lang, open) {
    this.lang = lang;
    this.name = make("h3", { id: `name-${lang}` });
    this.absent = make("p", { class: "absent", hidden: true });
    this.texts = make("div", { class: "layer", role: "group" });
    this.frame = make("div", { class: "frame" }, this.texts, this.absent);
    this.heading = make("h4", { class: "notes-name" });
    this.notes = make("div", { class: "notes" });
    this.below = make("div", { class: "below" }, this.heading, this.notes);
    this.root = make("figure", { class: "side", "aria-labelledby": `name-${lang}` }, this.name, this.frame, this.below);
    this.picture = new Picture(this.frame);
    this.layer = new Layer(this.texts, open);
    new ResizeObserver(() => this.#scrolls()).observe(this.notes);
  }

  /**
   * Shows the slide that is looked at.
   * @param {Store} store
   */
  async show(store) {
    const slide = store.slide;
    const locale = store.deck?.locales[this.lang] ?? this.lang;
    this.name.textContent = say(`lang.${this.lang}`);
    this.texts.lang = this.notes.lang = locale;
    this.texts.setAttribute("aria-label", say("texts", { n: store.current }));
    this.below.hidden = !store.notes;
    this.layer.fresh = this.#said === store.current;
    const key = slide?.pictures[this.lang] ?? "";
    const flies = this.#flies(store.current);
    this.absent.textContent = slide ? say(`absent.${this.lang}`) : say("empty");
    this.absent.hidden = Boolean(key);
    const past = () => store.slide?.number !== slide?.number || (store.slide?.pictures[this.lang] ?? "") !== key;
    if (flies && !atHand(key)) {
      await pause(FLYING); // the server need not draw what nobody will see
      if (past()) return;
    }
    if (!(await this.picture.show(key)) || !slide || past()) return;
    this.root.classList.remove("waits");
    Object.assign(this.root.dataset, { key, slide: String(slide.number) });
    const detail = { slide: slide.number, lang: this.lang, key, version: store.deck?.version };
    document.dispatchEvent(new CustomEvent("slidekit:shown", { detail }));
  }

  /**
   * Puts the words of the slide in their places.
   * @param {Words} words
   * @param {Store} store
   */
  say(words, store) {
    const turned = this.#said !== words.number;
    this.#said = words.number;
    this.layer.fresh = this.#said === store.current;
    this.texts.dataset.slide = String(words.number);
    const findings = store.slide?.findings.filter((one) => !one.lang || one.lang === this.lang) ?? [];
    this.layer.render(words.texts[this.lang] ?? [], findings);
    const paragraphs = words.notes[this.lang] ?? [];
    const known = JSON.stringify([paragraphs, language()]);
    if (known === this.#notesKnown) return;
    this.#notesKnown = known;
    const spoken = paragraphs.join(" ").split(/\s+/).filter(Boolean).length;
    this.heading.textContent = spoken ? `${say("notes")} · ${count("notes.words", spoken)}` : say("notes");
    const none = make("p", { class: "none", lang: language() }, say("notes.none"));
    this.notes.replaceChildren(...(paragraphs.length ? paragraphs.map((one) => make("p", {}, one)) : [none]));
    if (turned) this.notes.scrollTop = 0;
    this.#scrolls();
  }

  /** Whether this slide is one of many that fly past. @param {number} number */
  #flies(number) {
    if (number === this.#number) return false;
    const before = this.#turnedAt;
    [this.#number, this.#turnedAt] = [number, performance.now()];
    return this.#turnedAt - before < FLYING;
  }

  /** Shows for a moment where a text of the notes stands. @param {string} text a part of a paragraph */
  pointNote(text) {
    const found = [...this.notes.children].find((one) => one.textContent?.includes(text));
    found?.classList.add("found");
    found?.scrollIntoView({ block: "nearest" });
    setTimeout(() => found?.classList.remove("found"), POINTED);
  }

  /**
   * Words and picture of another slide go, where those of the one that is looked at are long in coming.
   * @param {Store} store
   */
  wait(store) {
    this.root.classList.toggle("waits", this.root.dataset.slide !== String(store.current));
    if (this.#said === store.current) return;
    this.#said = 0;
    delete this.texts.dataset.slide;
    this.layer.render([], []);
    this.heading.textContent = say("notes");
    this.notes.replaceChildren();
    this.#notesKnown = "";
    this.#scrolls();
  }

  /** Notes that do not fit scroll, also by keyboard; in a small window they scroll the page. */
  #scrolls() {
    const page = document.documentElement;
    const { scrollHeight, clientHeight } = this.notes;
    const long = clientHeight > page.clientHeight / 2 && page.scrollHeight > page.clientHeight + 1;
    const scrolls = scrollHeight > clientHeight + 1 || long;
    this.notes.toggleAttribute("data-scrolls", scrolls);
    if (!scrolls) {
      for (const name of ["tabindex", "role", "aria-label"]) this.notes.removeAttribute(name);
      return;
    }
    this.notes.tabIndex = 0;
    this.notes.setAttribute("role", "region");
    this.notes.setAttribute("aria-label", `${say("notes")}, ${say(`lang.${this.lang}`)}`);
  }
}
