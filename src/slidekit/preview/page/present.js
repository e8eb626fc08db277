/**
 * The presenter's view: the slide, the next one, the notes, the time.
 * @module
 */

import { stayAwake } from "./awake.js";
import { dialog } from "./dialog.js";
import { byId, make } from "./dom.js";
import { keep, kept } from "./kept.js";
import { Picture } from "./picture.js";
import { Talk, hands } from "./talk.js";
import { clock, span } from "./time.js";
import { Timer, pace } from "./timer.js";
import { begin, change, count, dress, language, say } from "./words.js";

/** Seconds off the plan that are nothing to tell of. */
const SLACK = 10;
/** After so many milliseconds notes that did not come are asked for again. */
const AGAIN = 1000;
const VIEWS = ["both", "en", "fr"];
const SIZES = [0.8, 1, 1.25, 1.5, 1.8, 2.2];

await begin(kept("lang"));
dress();

const talk = new Talk(language(), true);
const timer = new Timer();
const now = new Picture(byId("now"));
const then = new Picture(byId("then"));
let view = kept("present-notes") || "both";
let size = Number(kept("present-type") || 1);
let asked = 0;
/** What the notes stand for that are shown: not to be asked for anew, nor scrolled back, at every point. */
let noted = "";
let read = "";
/** The audience's window. @type {Window | null} */
let opened = null;

/** The language that the slides are shown in: that of the notes, or the deck's first. */
const shown = () => (view !== "both" && talk.store.deck?.langs.includes(/** @type {any} */ (view)) ? view : (talk.store.deck?.langs[0] ?? "en"));

function render() {
  const { slide, slides, store, coming } = talk;
  const lang = shown();
  document.title = `${say("present.name")} · ${store.deck?.title[lang] ?? ""}`;
  document.documentElement.style.setProperty("--ratio", store.deck ? String(store.deck.size[0] / store.deck.size[1]) : "1.7778");
  const place = slides.length ? `${say("slide.of", { n: store.current, count: slides.length })} · ` : say("empty");
  byId("position").replaceChildren(place, titled(slide, lang));
  byId("step").textContent = talk.steps ? say("present.step", { n: talk.step, count: talk.steps }) : "";
  byId("dark").hidden = !talk.black;
  document.body.classList.toggle("darkened", talk.black);
  byId("black-says").textContent = byId("black").title = say(talk.black ? "present.light" : "present.black");
  byId("black").setAttribute("aria-pressed", String(talk.black));
  byId("code").setAttribute("aria-pressed", String(talk.code));
  byId("then").parentElement?.classList.toggle("end", !coming);
  byId("then-title").replaceChildren(coming ? named(coming, lang) : say("present.last"));
  for (const button of document.querySelectorAll("[data-view]")) {
    button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.view === view));
  }
  byId("said").style.setProperty("--type", String(SIZES[size] ?? 1));
  byId("back").toggleAttribute("disabled", !talk.step && !talk.after(store.current, -1));
  byId("forth").toggleAttribute("disabled", !coming);
  now.show(talk.picture(lang));
  then.show(talk.picture(lang, coming));
  ticks();
  notes();
}

/** What comes next, by its name. @param {import("./talk.js").Point} point @param {string} lang */
function named({ slide, step }, lang) {
  const again = slide === talk.store.current;
  return again ? say("present.step", { n: step, count: talk.steps }) : titled(talk.slides[slide - 1], lang);
}

/**
 * A slide's title in a language, or in the one that it has.
 * @param {import("./talk.js").Slide | undefined} slide
 * @param {string} lang
 */
function titled(slide, lang) {
  const own = slide?.title[lang] === undefined ? (Object.keys(slide?.title ?? {})[0] ?? lang) : lang;
  return make("span", { lang: talk.store.deck?.locales[own] ?? own }, slide?.title[own] ?? "");
}

async function notes() {
  const { deck, current } = talk.store;
  const place = [current, view, language()].join();
  const wanted = `${place} ${deck?.version}`;
  if (wanted === noted) return;
  noted = wanted;
  const turn = ++asked;
  const answer = talk.slide ? await fetch(`slide/${current}`, { cache: "no-store" }).catch(() => null) : null;
  const words = answer?.ok ? await answer.json() : null;
  if (turn !== asked) return;
  if (talk.slide && !words) {
    noted = "";
    setTimeout(notes, AGAIN);
    if (place === read) return; // what stands there is of this slide
  }
  const langs = talk.slide && !words ? [] : (deck?.langs ?? []).filter((lang) => view === "both" || lang === view);
  const parts = langs.flatMap((lang) => {
    const told = words?.notes[lang] ?? [];
    const name = view === "both" ? [make("h3", {}, say(`lang.${lang}`))] : [];
    const locale = deck?.locales[lang] ?? lang;
    return [...name, ...(told.length ? told.map((/** @type {string} */ one) => make("p", { lang: locale }, one)) : [make("p", {}, say("notes.none"))])];
  });
  const top = place === read ? byId("said").scrollTop : 0;
  byId("said").replaceChildren(...parts);
  byId("said").scrollTop = top;
  read = place;
}

/** Scrolls the notes, the last lines that were read still in sight. @param {1 | -1} by */
function scroll(by) {
  byId("said").scrollBy({ top: by * Math.max(40, byId("said").clientHeight - 60) });
}

/** Says how late it is, in each sense. */
function ticks() {
  byId("clock").textContent = new Date().toLocaleTimeString(talk.store.deck?.locales[language()] ?? language(), { hour: "numeric", minute: "2-digit" });
  const elapsed = timer.seconds;
  const told = pace(talk.slides, talk.store.current, elapsed);
  byId("elapsed").textContent = clock(elapsed);
  byId("run-says").textContent = byId("run").title = say(timer.running ? "present.pause" : "present.start");
  byId("run-icon").setAttribute("href", timer.running ? "#icon-pause" : "#icon-run");
  byId("left").textContent = !told.total ? "–" : told.left >= 0 ? clock(told.left) : say("present.over", { time: span(-told.left) });
  const off = Math.abs(told.off) >= SLACK ? span(Math.abs(told.off)) : "";
  const against = !off ? say("present.on-time") : say(told.off > 0 ? "present.behind" : "present.ahead", { time: off });
  byId("pace").textContent = !told.total ? say("present.no-times") : timer.started ? against : "–";
  byId("pace-box").classList.toggle("late", timer.started && Boolean(off) && told.off > 0);
}

async function sharing() {
  const answer = await fetch("share", { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return; // what was known still holds
  const told = await answer.json();
  const image = /** @type {HTMLImageElement} */ (byId("share-code"));
  if (told.url && !image.src) image.src = "share.svg";
  image.alt = told.url ? say("present.code") : "";
  const link = /** @type {HTMLAnchorElement} */ (byId("share-url"));
  link.textContent = link.href = told.url;
  byId("share-count").textContent = count("share.listeners", told.listeners);
  byId("share").hidden = !told.url;
  byId("no-share").hidden = Boolean(told.url);
  byId("code").hidden = !told.url;
}

/** @param {string} next */
function look(next) {
  view = next;
  keep("present-notes", view);
  render();
}

/** @param {number} by */
function type(by) {
  size = Math.max(0, Math.min(SIZES.length - 1, size + by));
  keep("present-type", String(size));
  render();
}

function run() {
  timer.toggle();
  ticks();
}

async function speak() {
  if (!(await change(language() === "fr" ? "en" : "fr"))) return;
  keep("lang", language());
  dressed();
  render();
  sharing();
}

function dressed() {
  dress();
  const [other, name] = language() === "fr" ? ["en", "English"] : ["fr", "Français"];
  const short = make("span", { class: "short", "aria-hidden": "true" }, other.toUpperCase());
  byId("other-language").replaceChildren(make("span", {}, name), short);
  byId("other-language").lang = other;
}

talk.addEventListener("deck", render);
talk.addEventListener("move", () => {
  if (talk.store.current > 1) timer.begin();
  render();
});
talk.addEventListener("line", () => {
  byId("lost").hidden = !talk.lost;
  if (!talk.lost) notes();
});
byId("stage").addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { href, target } = /** @type {HTMLAnchorElement} */ (byId("stage"));
  // a window of its own, which can be drawn over to the projector, and is not loaded anew; where there is none, a tab
  if (opened && !opened.closed) opened.focus();
  else opened = window.open(href, target, "popup,width=1280,height=720");
  if (opened) event.preventDefault();
});
byId("run").addEventListener("click", run);
byId("reset").addEventListener("click", () => (timer.reset(), ticks()));
byId("black").addEventListener("click", () => talk.toggleBlack());
byId("code").addEventListener("click", () => talk.toggleCode());
byId("back").addEventListener("click", () => talk.back());
byId("forth").addEventListener("click", () => talk.forth());
byId("smaller").addEventListener("click", () => type(-1));
byId("larger").addEventListener("click", () => type(1));
byId("other-language").addEventListener("click", speak);
for (const button of document.querySelectorAll("[data-view]")) {
  button.addEventListener("click", () => look(/** @type {HTMLElement} */ (button).dataset.view ?? "both"));
}
const help = dialog(byId("help"));
const stage = () => byId("stage").click();
byId("show-help").addEventListener("click", () => help.toggle());
const nextView = () => look(VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length] ?? "both");
hands(
  talk,
  { b: () => talk.toggleBlack(), ".": () => talk.toggleBlack(), q: () => byId("code").hidden || talk.toggleCode(),
    n: nextView, l: nextView, s: stage, f5: stage, j: () => scroll(1), k: () => scroll(-1), t: run, r: () => (timer.reset(), ticks()),
    "?": () => help.toggle(), "+": () => type(1), "=": () => type(1), "-": () => type(-1) },
  byId("now"),
);
dressed();
ticks();
stayAwake();
sharing();
setInterval(ticks, 1000);
setInterval(sharing, 4000);
