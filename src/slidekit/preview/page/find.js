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
  let more = false;
  let chosen = 0;
  /** The text that the hits are of. */
  let answered = "";
  let turn = 0;
  let heard = 0;
  /** Whether the first place of the text is gone to as soon as it is known. */
  let goes = false;
  /** Whether what was asked last had no answer, and that is what is told. */
  let failed = false;
  const wanted = () => field.value.trim();

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
    if (wanted() === answered) return go(chosen);
    goes = true;
    seek();
  };
  const render = (/** @type {number} */ first) => {
    list.replaceChildren(...hits.map((hit, index) => option(store, hit, index)));
    list.hidden = !hits.length;
    told.textContent = !answered ? "" : hits.length ? count("find.count", hits.length, more ? { n: `${hits.length}+` } : {}) : say("find.none", { text: answered });
    field.setAttribute("aria-expanded", String(hits.length > 0));
    choose(first);
  };
  const seek = async () => {
    const own = ++turn;
    const text = wanted();
    const all = text ? await places(text) : { hits: [], more: false };
    if (own < heard || text !== wanted()) return;
    if (!all) {
      if (own !== turn) return; // it is asked again already
      told.textContent = say("lost");
      failed = true;
      goes = false;
      return;
    }
    heard = own;
    const same = text === answered;
    const changed = JSON.stringify(all) !== JSON.stringify({ hits, more });
    ({ hits, more } = all);
    answered = text;
    if (!same || changed || failed) render(same ? chosen : 0);
    failed = false;
    if (goes && window_.element.open) go(chosen);
    goes = false;
  };
  const ask = later(seek, PAUSE);

  store.addEventListener("deck", () => {
    if (window_.element.open && wanted()) ask(); // texts come and go while one looks
  });
  field.addEventListener("input", () => {
    goes = false;
    ask();
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
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
    render(chosen);
    ask();
    field.focus();
    field.select();
  };
}

/**
 * Where a text stands.
 * @param {string} text
 * @returns {Promise<{hits: Hit[], more: boolean} | null>} nothing where the server does not answer
 */
async function places(text) {
  try {
    const answer = await fetch(`find?text=${encodeURIComponent(text)}`, { cache: "no-store" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
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
