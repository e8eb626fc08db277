/**
 * The preview: both languages of a deck beside its text.
 * @module
 */

import { dialog } from "./dialog.js";
import { byId } from "./dom.js";
import { listen, tell } from "./feed.js";
import { find } from "./find.js";
import { broken, findings } from "./findings.js";
import { keep, kept } from "./kept.js";
import { keys } from "./keys.js";
import { overview } from "./overview.js";
import { slideShown } from "./slide.js";
import { Store, hashed } from "./store.js";
import { strip } from "./strip.js";
import { dress, language, learn, say } from "./words.js";

/** How long the page waits before it asks for its words again, in milliseconds. */
const PAUSE = 1000;

const store = new Store();
let hushed = 0;

/** Says what became of something, for eyes and ears, and falls silent again. @param {string} text */
function toast(text) {
  byId("toast").textContent = text;
  clearTimeout(hushed);
  hushed = setTimeout(() => (byId("toast").textContent = ""), 4000);
}

/** @param {{line: number, column: number, file?: string}} place */
async function open({ line, column, file = "" }) {
  const refused = await tell(`open?lang=${language()}`, { line, column, file });
  toast(refused ? say("open.refused", { reason: refused }) : say("open.done", { line: String(line) }));
}

/** Buttons say what is on. */
function pressed() {
  const states = { "show-notes": store.notes, "show-follow": store.follows, "view-both": store.looked === "both",
    "view-en": store.looked === "en", "view-fr": store.looked === "fr" };
  for (const [id, state] of Object.entries(states)) byId(id).setAttribute("aria-pressed", String(state));
  keep("view", store.view);
  keep("notes", String(store.notes));
  keep("follows", String(store.follows));
}

let stop = () => {};
/** The language that the page speaks, or will as soon as it has the words. */
let spoken = "";

/** Speaks a language, the findings too. @param {string} lang empty for that of `--lang` or of the browser */
async function speak(lang) {
  spoken = lang;
  try {
    if (!(await learn(lang))) return;
  } catch {
    spoken = language();
    if (store.deck) toast(say("lost"));
    else setTimeout(() => speak(lang), PAUSE); // without words there is no page
    return;
  }
  dress();
  const other = language() === "en" ? "fr" : "en";
  Object.assign(byId("other-language"), { textContent: other === "fr" ? "Français" : "English", lang: other });
  keep("lang", language());
  stop();
  stop = listen(`events?lang=${language()}`, {
    deck: (deck) => store.receive(deck),
    change: (change) => store.change(change),
    move: (place) => store.follow(place),
    connected: () => (byId("lost").hidden = true),
    lost: () => (byId("lost").hidden = false),
  }, { rests: true });
  store.dispatchEvent(new Event("view"));
}

const shown = slideShown(store, (line, column) => open({ line, column }));
findings(store, open);
broken(store, open);
strip(byId("strip"), store);
const help = dialog(byId("help"));
const letters = /** @type {HTMLInputElement} */ (byId("letters"));
const actions = {
  l: () => store.nextView(),
  n: () => store.toggleNotes(),
  f: () => store.toggleFollowing(),
  o: overview(store),
  "/": find(store, (hit) => {
    store.show(hit.slide);
    if (hit.part === "notes" && !store.notes) store.toggleNotes();
    if (!store.langs.includes(/** @type {any} */ (hit.lang))) store.look("both");
    shown.point(hit);
  }),
  p: () => byId("present").click(),
  "?": () => help.toggle(),
};
keys(store, actions, () => letters.checked);

const buttons = { "show-notes": "n", "show-follow": "f", "show-overview": "o", "show-find": "/", "show-help": "?" };
for (const [id, key] of Object.entries(buttons)) byId(id).onclick = actions[/** @type {keyof typeof actions} */ (key)];
for (const view of /** @type {const} */ (["both", "en", "fr"])) byId(`view-${view}`).onclick = () => store.look(view);
byId("previous").onclick = () => store.show(store.current - 1);
byId("next").onclick = () => store.show(store.current + 1);
byId("other-language").onclick = () => speak((spoken || language()) === "en" ? "fr" : "en");
byId("skip").onclick = (event) => {
  event.preventDefault(); // the address is the slide's
  byId("main").focus();
};
letters.onchange = () => keep("letters", String(letters.checked));
for (const name of ["deck", "show"]) store.addEventListener(name, () => byId("present").setAttribute("href", `present#${store.current}`));
store.addEventListener("deck", () => (document.body.dataset.version = String(store.deck?.version)));
store.addEventListener("deck", () => (byId("views").hidden = store.deck?.langs.length === 1)); // then there is no choice
for (const name of ["deck", "view", "follow"]) store.addEventListener(name, pressed);
addEventListener("hashchange", () => store.show(hashed() || store.current));

store.view = /** @type {any} */ (kept("view") || "both");
store.notes = kept("notes") !== "false";
store.follows = kept("follows") !== "false";
letters.checked = kept("letters") !== "false";
speak(kept("lang"));
