/**
 * Finds a text in the slides and the notes of both languages.
 * @module
 */

import { dialog } from "./dialog.js";
import { byId, later, make } from "./dom.js";
import { count, say } from "./words.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {{slide: number, lang: string, part: string, before: string, match: string, after: string,
 *   line: number, column: number}} Hit */

const PAUSE = 120;

/**
 * @param {Store} store
 * @param {(hit: Hit) => void} found shows where a text stands
 */
export function find(store, found) {
  const window_ = dialog(byId("find"));
  const field = /** @type {HTMLInputElement} */ (byId("wanted"));
  const list = byId("hits");
  const told = byId("hits-told");
  /** @type {Hit[]} */
  let hits = [];
  let chosen = 0;
  let turn = 0;
  /** Whether the hits are of an earlier text, and whether the first one of the text is gone to as soon as it is known. */
  let waits = false;
  let goes = false;

  const choose = (/** @type {number} */ index) => {
    chosen = Math.max(0, Math.min(hits.length - 1, index));
    [...list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === chosen)));
    const item = list.children[chosen];
    if (item) field.setAttribute("aria-activedescendant", item.id);
    else field.removeAttribute("aria-activedescendant");
    item?.scrollIntoView({ block: "nearest" });
  };
  const go = (/** @type {number} */ index) => {
    const hit = hits[index];
    if (!hit) return;
    window_.close();
    found(hit);
  };
  /** Who types and presses Enter in one go means what was typed, not what an earlier letter found. */
  const enter = () => {
    if (!waits) return go(chosen);
    goes = true;
    seek();
  };
  const render = () => {
    list.replaceChildren(...hits.map((hit, index) => option(store, hit, index)));
    list.hidden = !hits.length;
    told.textContent = !field.value.trim() ? "" : hits.length ? count("find.count", hits.length) : say("find.none", { text: field.value.trim() });
    field.setAttribute("aria-expanded", String(hits.length > 0));
    choose(0);
  };
  const seek = async () => {
    const own = ++turn;
    const text = field.value.trim();
    try {
      const answer = text ? await fetch(`find?text=${encodeURIComponent(text)}`, { cache: "no-store" }) : null;
      const all = answer?.ok ? (await answer.json()).hits : [];
      if (own !== turn) return;
      hits = all;
      render();
      waits = false;
      if (goes && window_.element.open) go(chosen);
    } catch {
      // the page says elsewhere that the connection is lost
    }
    if (own === turn) goes = false;
  };
  const ask = later(seek, PAUSE);

  field.addEventListener("input", () => {
    waits = true;
    goes = false;
    ask();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter") enter();
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const item = /** @type {HTMLElement} */ (event.target).closest("[role=option]");
    if (item) go([...list.children].indexOf(item));
  });
  return () => {
    window_.toggle();
    goes = false;
    if (!window_.element.open) return;
    render();
    ask();
    field.select();
  };
}

/**
 * @param {Store} store
 * @param {Hit} hit
 * @param {number} index
 */
function option(store, hit, index) {
  return make(
    "li",
    { id: `hit-${index}`, role: "option", "aria-selected": "false" },
    make("span", { class: "where" }, say(hit.part === "notes" ? "find.in.notes" : "find.in.slide", { n: hit.slide }), " · ", say(`lang.${hit.lang}`)),
    make("span", { class: "said", lang: store.deck?.locales[hit.lang] ?? hit.lang }, hit.before, make("mark", {}, hit.match), hit.after),
  );
}
