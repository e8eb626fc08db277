/**
 * The window that the audience sees: the slide, and nothing else.
 * @module
 */

import { stayAwake } from "./awake.js";
import { byId, make } from "./dom.js";
import { Picture, fetchPicture } from "./picture.js";
import { Talk, hands } from "./talk.js";
import { begin, dress, language, say } from "./words.js";

/** How long the tools stay after the pointer has come to rest, in milliseconds. */
const REST = 2500;
/** After so many milliseconds words that did not come are asked for again. */
const AGAIN = 1000;

await begin();
dress();

const wanted = new URLSearchParams(location.search).get("lang") ?? "";
const talk = new Talk(language(), false);
const picture = new Picture(byId("slide"));
let lang = ["en", "fr"].includes(wanted) ? wanted : "";
let asked = 0;
/** The slide whose words are there to be heard. */
let told = "";
let resting = 0;

const shown = () => lang || (talk.store.deck?.langs[0] ?? "en");

async function render() {
  const { slide, store } = talk;
  const { deck, current } = store;
  document.documentElement.style.setProperty("--ratio", deck ? String(deck.size[0] / deck.size[1]) : "1.7778");
  const own = slide?.pictures[shown()] ? shown() : (Object.keys(slide?.pictures ?? {})[0] ?? shown());
  document.documentElement.lang = deck?.locales[own] ?? own;
  document.title = deck?.title[own] ?? say("stage.name");
  document.body.classList.toggle("dark", talk.black);
  byId("title").textContent = talk.black ? say("stage.dark") : slide ? (slide.title[own] ?? "") : say("empty");
  byId("language").textContent = say(`lang.${shown() === "fr" ? "en" : "fr"}`);
  byId("language").hidden = (deck?.langs.length ?? 0) < 2;
  document.querySelector(".tools")?.setAttribute("lang", language());
  join();
  texts(own);
  if (await picture.show(talk.picture(shown()))) byId("slide").dataset.slide = String(current);
  const next = talk.picture(shown(), talk.coming);
  if (next) fetchPicture(next).catch(() => {}); // so that it is there when its turn comes
}

/** The slide's words, for who hears them. @param {string} own */
async function texts(own) {
  const wanted = talk.black || !talk.slide ? "" : [talk.store.current, talk.store.deck?.version, own].join();
  if (wanted === told) return;
  told = wanted;
  const turn = ++asked;
  const answer = !wanted ? null : await fetch(`slide/${talk.store.current}`, { cache: "no-store" }).catch(() => null);
  const words = answer?.ok ? await answer.json() : null;
  if (turn !== asked) return;
  if (wanted && !words) {
    told = "";
    setTimeout(() => texts(own), AGAIN);
  }
  const said = (words?.texts[own] ?? []).filter((/** @type {{role: string}} */ one) => one.role !== "title");
  byId("texts").replaceChildren(...said.map((/** @type {{text: string}} */ one) => make("p", {}, one.text)));
}

/** The code by which phones join, in place of the slide. */
async function join() {
  const figure = byId("join");
  figure.hidden = !talk.code || !byId("join-url").textContent;
  if (!talk.code || !figure.hidden) return;
  const answer = await fetch("share", { cache: "no-store" }).catch(() => null);
  const { url } = answer?.ok ? await answer.json() : { url: "" };
  if (!url) return;
  const image = /** @type {HTMLImageElement} */ (byId("join-code"));
  image.src = "share.svg";
  image.alt = say("present.code");
  byId("join-url").textContent = url;
  figure.hidden = !talk.code;
}

function awake() {
  document.body.classList.add("awake");
  clearTimeout(resting);
  resting = setTimeout(() => document.body.classList.remove("awake"), REST);
}

function other() {
  lang = shown() === "fr" ? "en" : "fr";
  render();
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {}); // a browser that keeps it to itself
}

talk.addEventListener("deck", render);
talk.addEventListener("move", render);
talk.addEventListener("line", () => (byId("lost").hidden = !talk.lost));
document.addEventListener("pointermove", awake);
byId("language").addEventListener("click", other);
byId("full").addEventListener("click", full);
byId("slide").addEventListener("dblclick", full);
hands(
  talk,
  { b: () => talk.toggleBlack(), ".": () => talk.toggleBlack(), q: () => talk.toggleCode(), l: other, f: full, f5: full },
  byId("stage"),
);
stayAwake();
