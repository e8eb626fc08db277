/**
 * The talk on a phone of the audience: the slide that is shown, in the language that its owner reads.
 * @module
 */

import { stayAwake } from "./awake.js";
import { byId, make, pause } from "./dom.js";
import { listen } from "./feed.js";
import { keep, kept } from "./kept.js";
import { Picture } from "./picture.js";
import { swipes } from "./swipes.js";
import { begin, change, dress, language, say } from "./words.js";

/** @typedef {{number: number, slide: number, furthest: number, langs: string[], locales: Record<string, string>,
 *   talk: Record<string, string>, size: [number, number], black: boolean, title: Record<string, string>,
 *   pictures: Record<string, string>, texts: Record<string, {text: string, role: string}[]>}} Shown */

const SIZES = [1, 1.25, 1.6, 2];
/** After so many milliseconds a picture that did not come is asked for again. */
const AGAIN = 5000;

await begin(kept("lang"));

const picture = new Picture(byId("frame"));
/** @type {Shown | null} what the speaker shows */
let live = null;
/** @type {Shown | null} what is looked at */
let shown = null;
let lost = false;
let size = 0;
let announced = "";
let asked = 0;
/** The key of the picture that is to be shown. */
let wanted = "";

function render() {
  byId("lost").hidden = !lost;
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.lang === language()));
  }
  if (!shown || !live) return;
  const lang = shown.pictures[language()] || !Object.keys(shown.pictures).length ? language() : (Object.keys(shown.pictures)[0] ?? "en");
  const locale = shown.locales[lang] ?? lang;
  document.documentElement.style.setProperty("--ratio", String(shown.size[0] / shown.size[1]));
  document.documentElement.style.setProperty("--type", String(SIZES[size]));
  byId("talk").textContent = shown.talk[language()] ?? Object.values(shown.talk)[0] ?? "";
  document.title = byId("talk").textContent || "slidekit";
  byId("only").hidden = lang === language();
  byId("only").textContent = lang === language() ? "" : say(`audience.only.${lang}`);
  byId("instead").textContent = shown.black ? say("audience.dark") : shown.number ? "" : say("audience.waiting");
  byId("frame").classList.toggle("none", shown.black || !shown.number);
  byId("position").textContent = shown.number ? say("audience.slide", { n: shown.slide }) : "";
  byId("back").toggleAttribute("disabled", shown.number <= 1);
  byId("forth").toggleAttribute("disabled", shown.number >= live.furthest);
  byId("live").hidden = shown.number === live.number;
  paint(shown.pictures[lang] ?? "");
  byId("frame").dataset.slide = String(shown.number);
  const texts = shown.texts[lang] ?? [];
  byId("texts").lang = locale;
  byId("texts").replaceChildren(...texts.map(spoken));
  announce(shown.title[lang] ?? "");
}

/** Shows a picture, however bad the network is: until another one is wanted. @param {string} key */
async function paint(key) {
  if (key === wanted) return; // it is there, or on its way
  wanted = key;
  while (wanted === key && !(await picture.show(key))) await pause(AGAIN);
}

/** @param {{text: string, role: string}} one */
function spoken({ text, role }) {
  return role === "title" ? make("h3", {}, text) : make("p", role === "code" ? { class: "code", tabindex: "0" } : {}, text);
}

/** Says which slide is on, for who does not see it change. @param {string} title */
function announce(title) {
  if (!shown) return;
  const text = shown.black ? say("audience.dark") : shown.number ? say("audience.announced", { n: shown.slide, title }) : "";
  if (text === announced) return;
  announced = text;
  byId("announced").textContent = text;
}

/** Goes to a slide that has been shown; to the speaker's, it stays with the speaker. @param {number} number */
async function look(number) {
  if (!live || number < 1 || number > live.furthest) return;
  const turn = ++asked;
  if (number === live.number) {
    shown = live;
    return render();
  }
  const answer = await fetch(`slide/${number}`, { cache: "no-store" }).catch(() => null);
  if (!answer?.ok || turn !== asked) return;
  shown = await answer.json();
  render();
}

/** @param {string} lang */
async function speak(lang) {
  if (!(await change(lang))) return;
  keep("lang", lang);
  dress();
  announced = "";
  render();
}

const heard = {
  deck: () => {},
  change: () => {},
  move: (/** @type {Shown} */ now) => {
    const along = !shown || shown.number === live?.number;
    live = now;
    if (along) shown = now;
    else if (shown && shown.number > now.furthest) shown = now;
    render();
  },
  connected: () => {
    lost = false;
    render();
  },
  lost: () => {
    lost = true;
    render();
  },
};
let stop = listen("events", heard);
// while a phone sleeps its line may die without a word: who wakes it sees the speaker's slide at once
document.addEventListener("visibilitychange", () => {
  stop();
  stop = document.visibilityState === "visible" ? listen("events", heard) : () => {};
});

for (const button of document.querySelectorAll("[data-lang]")) {
  button.addEventListener("click", () => speak(/** @type {HTMLElement} */ (button).dataset.lang ?? "en"));
}
byId("back").addEventListener("click", () => look((shown?.number ?? 0) - 1));
byId("forth").addEventListener("click", () => look((shown?.number ?? 0) + 1));
byId("live").addEventListener("click", () => look(live?.number ?? 0));
byId("larger").addEventListener("click", () => {
  size = (size + 1) % SIZES.length;
  render();
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || /** @type {HTMLElement} */ (event.target).closest(".code")) return;
  if (event.key === "ArrowLeft") look((shown?.number ?? 0) - 1);
  else if (event.key === "ArrowRight") look((shown?.number ?? 0) + 1);
});
swipes(byId("frame"), (by) => look((shown?.number ?? 0) + by));
stayAwake();
dress();
render();
