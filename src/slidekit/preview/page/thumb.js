/**
 * A slide made small: its picture, its number and what is wrong with it.
 * @module
 */

import { icon, make, pause } from "./dom.js";
import { decoded } from "./picture.js";
import { count, say } from "./words.js";

/** @typedef {import("./store.js").Slide} Slide */
/** @typedef {import("./store.js").Store} Store */

const MARKS = /** @type {const} */ (["missing", "stale", "full"]);

/** The title of a slide in the page's language, else in the other. @param {Slide} slide @param {string[]} langs */
export const titleOf = (slide, langs) => langs.map((lang) => slide.title[lang]).find(Boolean) ?? "";

/**
 * What is wrong with a slide, as marks with a number.
 * @param {Slide} slide
 * @returns {HTMLElement[]}
 */
export function badges(slide) {
  const marks = MARKS.filter((mark) => slide[mark]).map((mark) => badge(mark, count(mark, slide[mark]), slide[mark]));
  const errors = slide.findings.filter((one) => one.severity === "error").length;
  if (errors) marks.push(badge("error", count("errors", errors), errors));
  return marks;
}

/** @param {string} mark @param {string} told @param {number} n */
function badge(mark, told, n) {
  const number = make("span", { "aria-hidden": "true" }, String(n));
  return make("span", { class: `badge ${mark}`, title: told }, icon(mark), number, make("span", { class: "unseen" }, told));
}

/**
 * An option of a list of slides; the old one where nothing of it changed.
 * @param {string} prefix of ids
 * @param {Store} store
 * @param {number} index from 0
 * @param {HTMLElement | undefined} old
 * @returns {HTMLElement}
 */
export function thumb(prefix, store, index, old) {
  const slide = /** @type {Slide} */ (store.slides[index]);
  const langs = store.langs;
  const lang = langs.find((one) => slide.pictures[one]) ?? langs[0] ?? "en";
  const title = titleOf(slide, [lang, ...(store.deck?.langs ?? [])]);
  const marks = badges(slide);
  const told = [say("slide.titled", { n: slide.number, title }), slide.hidden ? say("hidden") : "", ...marks.map((one) => one.title)];
  const known = JSON.stringify([slide.pictures[lang], told]);
  if (old?.dataset.known === known) return old;
  const frame = make("div", { class: "small" });
  const item = make(
    "div",
    { id: `${prefix}-${slide.number}`, role: "option", class: slide.hidden ? "thumb away" : "thumb",
      "data-known": known, "data-slide": slide.number, "aria-label": told.filter(Boolean).join(", ") },
    make("span", { class: "number", "aria-hidden": "true" }, String(slide.number)),
    frame,
    make("span", { class: "badges", "aria-hidden": "true" }, ...marks),
  );
  const before = old?.querySelector("img");
  if (before) frame.append(before);
  const key = slide.pictures[lang];
  if (key) paint(frame, item, key);
  else before?.remove();
  return item;
}

/** @param {HTMLElement} frame @param {HTMLElement} item @param {string} key */
async function paint(frame, item, key) {
  await pause(120); // what only flies past is not asked for
  if (!item.isConnected) return;
  try {
    frame.replaceChildren(await decoded(key));
  } catch {
    item.dataset.known = ""; // asked for again the next time
  }
}
