/**
 * What each key does.
 * @module
 */

import { types } from "./dialog.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {Record<string, () => void>} Actions */

/** Keys that an element with a bar to scroll keeps for itself while it has the focus. */
const SCROLLING = new Set(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End", " "]);

/**
 * @param {Store} store
 * @param {Actions} letters what single letters and signs do
 * @param {() => boolean} wanted whether single letters count: WCAG 2.1, 2.1.4, asks that they can be turned off
 */
export function keys(store, letters, wanted) {
  /** @type {Actions} */
  const moves = {
    ArrowRight: () => store.show(store.current + 1),
    ArrowDown: () => store.show(store.current + 1),
    PageDown: () => store.show(store.current + 1),
    ArrowLeft: () => store.show(store.current - 1),
    ArrowUp: () => store.show(store.current - 1),
    PageUp: () => store.show(store.current - 1),
    Home: () => store.show(1),
    End: () => store.show(Infinity),
  };
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || types(target)) return;
    if (target.closest("[data-scrolls]") && SCROLLING.has(event.key)) return;
    const within = document.querySelector("dialog[open]")?.id; // the focus may be nowhere: a click on its ground
    const action = within ? undefined : event.key === " " ? space(event, target) : moves[event.key];
    const letter = wanted() && !event.repeat && (!within || within === closing[event.key]) ? letters[event.key.toLowerCase()] : undefined;
    const act = action ?? letter;
    if (!act) return;
    event.preventDefault();
    act();
  });

  /** On a button the space bar presses it. @param {KeyboardEvent} event @param {HTMLElement} target */
  function space(event, target) {
    if (target.closest("button, a, summary")) return undefined;
    return event.shiftKey ? moves.ArrowLeft : moves.ArrowRight;
  }
}

/** The letter that opened a window closes it. @type {Record<string, string>} */
const closing = { o: "overview", "?": "help" };
