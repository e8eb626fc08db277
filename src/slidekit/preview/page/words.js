/**
 * The page's own words, in the language of whoever reads it.
 * @module
 */

import { pause } from "./dom.js";

/** After so many milliseconds words that did not come are asked for again. */
const AGAIN = 1000;

/** @type {Record<string, string>} */
let words = {};
/** @type {"en" | "fr"} */
let spoken = "en";
let plurals = new Intl.PluralRules("en");
let asked = 0;

/** The language that the page speaks now. */
export const language = () => spoken;

/**
 * Asks the server for the words; without a language, for those of `--lang` or of the browser.
 * @param {string} [lang]
 * @returns {Promise<boolean>} whether it speaks that language now: another may have been asked for meanwhile
 */
export async function learn(lang = "") {
  const own = ++asked;
  const answer = await fetch(lang ? `words?lang=${lang}` : "words", { cache: "no-store" });
  if (!answer.ok) throw new Error(`no words: ${answer.status}`);
  const told = await answer.json();
  if (own !== asked) return false;
  words = told.words;
  spoken = told.lang === "fr" ? "fr" : "en";
  plurals = new Intl.PluralRules(spoken);
  document.documentElement.lang = spoken;
  return true;
}

/**
 * The same until there are words, without which there is no page: a line that is bad now may be better in a moment.
 * @param {string} [lang]
 */
export async function begin(lang = "") {
  while (!(await learn(lang).then(() => true, () => false))) await pause(AGAIN);
}

/**
 * Another language, where its words are to be had.
 * @param {string} lang
 * @returns {Promise<boolean>} whether it is spoken now
 */
export const change = (lang) => learn(lang).catch(() => false);

/**
 * A sentence, its `{parts}` filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [parts]
 * @returns {string}
 */
export function say(key, parts = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => {
    const part = parts[name];
    return part === undefined ? whole : typeof part === "number" ? part.toLocaleString(spoken) : part;
  });
}

/**
 * A sentence about a number of things.
 * @param {string} key
 * @param {number} n
 * @param {Record<string, string | number>} [parts]
 * @returns {string}
 */
export function count(key, n, parts = {}) {
  return say(`${key}.${plurals.select(n) === "one" ? "one" : "other"}`, { n, ...parts });
}

/**
 * Puts the words into elements that name them: `data-say` is the text, `data-title` the tip, `data-name` the label.
 * @param {ParentNode} [root]
 */
export function dress(root = document) {
  for (const element of root.querySelectorAll("[data-say], [data-title], [data-name], [data-hint]")) {
    const { say: text, title, name, hint } = /** @type {HTMLElement} */ (element).dataset;
    if (text) element.textContent = say(text);
    if (title) element.setAttribute("title", say(title));
    if (name) element.setAttribute("aria-label", say(name));
    if (hint) element.setAttribute("placeholder", say(hint));
  }
}
