/**
 * The slide that is looked at, in the languages that are looked at.
 * @module
 */

import { byId, later, pause } from "./dom.js";
import { fetchPicture } from "./picture.js";
import { Side } from "./side.js";
import { badges, titleOf } from "./thumb.js";
import { clock, span } from "./time.js";
import { language, say } from "./words.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./store.js").Lang} Lang */
/** @typedef {import("./find.js").Hit} Hit */

/** How often words are asked for, and how long the pause grows each time, in milliseconds. */
const TRIES = 4;
const PAUSE = 250;
/** How long another slide's words may stand below a picture, in milliseconds. */
const PATIENCE = 500;

/**
 * @param {Store} store
 * @param {(line: number, column: number) => void} open
 */
export function slideShown(store, open) {
  const root = byId("sides");
  /** @type {Map<Lang, Side>} */
  const sides = new Map();
  const side = (/** @type {Lang} */ lang) => {
    const made = sides.get(lang) ?? new Side(lang, open);
    sides.set(lang, made);
    return made;
  };
  /** @type {(() => void)[]} */
  let waiting = [];

  let asked = 0;
  let answered = 0;
  let asking = new AbortController();
  let number = 0;

  const words = async () => {
    const turn = ++asked;
    if (!store.slide) sides.forEach((one) => one.say({ number: 0, texts: {}, notes: {} }, store));
    for (let tried = 0; tried < TRIES && turn === asked && store.slide; tried++) {
      if (tried) await pause(PAUSE * tried);
      const told = await wordsOf(store.current, asking.signal);
      // answers may come in another order: an older one never takes the place of a newer one
      if (!told || told.number !== store.current || turn < answered) continue;
      answered = turn;
      for (const lang of store.langs) side(lang).say(told, store);
      for (const call of waiting.splice(0)) call();
      return;
    }
  };
  const overdue = later(() => {
    for (const lang of store.langs) side(lang).wait(store);
  }, PATIENCE);
  const announce = later(() => {
    const slide = store.slide;
    if (slide) byId("announced").textContent = say("slide.titled", { n: slide.number, title: titleOf(slide, [language(), ...(store.deck?.langs ?? [])]) });
  }, 300);
  const render = () => {
    const now = store.langs.map((lang) => side(lang).root);
    if (now.length !== root.children.length || now.some((one, at) => root.children[at] !== one)) root.replaceChildren(...now);
    root.dataset.count = String(now.length);
    const [w, h] = store.deck?.size ?? [16, 9];
    document.documentElement.style.setProperty("--ratio", String(w / h));
    for (const lang of store.langs) side(lang).show(store);
    heading(store);
    if (store.current !== number) {
      number = store.current;
      asking.abort(); // of a slide that nobody looks at any more
      asking = new AbortController();
      byId("main").scrollTop = 0;
      overdue();
    }
    words();
    ahead(store);
  };
  for (const name of ["deck", "show", "view"]) store.addEventListener(name, render);
  store.addEventListener("show", announce);

  return {
    /** Shows for a moment where a text stands, as soon as its slide is there. @param {Hit} hit */
    point({ lang, part, line, column, before, match, after }) {
      const there = side(/** @type {Lang} */ (lang));
      const text = `${before}${match}${after}`.replace(/^…|…$/g, "");
      waiting = [() => (part === "notes" ? there.pointNote(text) : there.layer.point(line, column))];
      words();
    },
  };
}

/**
 * What a slide says, as the server has it now.
 * @param {number} number
 * @param {AbortSignal} signal
 * @returns {Promise<import("./side.js").Words | null>} nothing where it does not answer
 */
async function wordsOf(number, signal) {
  try {
    const answer = await fetch(`slide/${number}`, { cache: "no-store", signal });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // the page says elsewhere that the connection is lost
  }
}

/** The number, the times and the marks over the slide. @param {Store} store */
function heading(store) {
  const slide = store.slide;
  byId("position").textContent = slide ? say("slide.of", { n: slide.number, count: store.slides.length }) : say("empty");
  byId("times").textContent = slide?.lasts
    ? `${say("time.begins", { time: clock(slide.begins) })} · ${say("time.lasts", { time: span(slide.lasts) })}`
    : "";
  const whole = store.slides.reduce((most, one) => Math.max(most, one.begins + one.lasts), 0);
  byId("whole").textContent = whole ? say("time.whole", { time: span(whole) }) : "";
  const section = slide?.section ?? {};
  byId("section").textContent = section[language()] ?? Object.values(section)[0] ?? "";
  byId("badges").replaceChildren(...(slide ? badges(slide) : []));
  byId("hidden").hidden = !slide?.hidden;
  const deckTitle = store.deck ? store.deck.title[language()] ?? Object.values(store.deck.title)[0] ?? "" : "";
  byId("deck").textContent = deckTitle || (store.deck?.file ?? "");
  byId("file").textContent = deckTitle ? store.deck?.file ?? "" : "";
  document.title = `${slide ? `${slide.number} · ` : ""}${store.deck?.file ?? ""}`;
  // not `disabled`, which would take the focus from whoever presses it
  byId("previous").setAttribute("aria-disabled", String(store.current <= 1));
  byId("next").setAttribute("aria-disabled", String(store.current >= store.slides.length));
}

/** Fetches the slides on both sides beforehand, so that a turn of the page does not wait. */
const ahead = later((/** @type {Store} */ store) => {
  for (const near of [store.slides[store.current], store.slides[store.current - 2]]) {
    for (const lang of store.langs) {
      const key = near?.pictures[lang];
      if (key) fetchPicture(key).catch(() => {});
    }
  }
}, 400);
