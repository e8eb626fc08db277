/**
 * What `slidekit check` finds, each a way to its place in the editor.
 * @module
 */

import { byId, icon, make } from "./dom.js";
import { count, say } from "./words.js";

/** @typedef {import("./store.js").Finding} Finding */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {(finding: Finding) => void} Open */

/**
 * A message whose `words of the deck` are set apart.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
function quoting(text) {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 ? make("code", {}, part) : part));
}

/**
 * One finding, which a click opens.
 * @param {Finding} one
 * @param {Open} open
 */
export function finding(one, open) {
  const place = one.line ? `${one.file ? `${one.file}:` : ""}${one.line}:${one.column}` : one.file;
  return make(
    "li",
    { class: `finding ${one.severity}` },
    make(
      "button",
      { type: "button", title: say("open.line", { line: String(one.line) }), onclick: () => open(one) },
      icon(one.severity),
      make("span", { class: "unseen" }, say(`severity.${one.severity}`)),
      make("span", { class: "message" }, ...quoting(one.message)),
      make("span", { class: "code" }, one.code),
      make("span", { class: "line" }, place),
    ),
    ...(one.hint ? [make("p", { class: "hint" }, ...quoting(one.hint))] : []),
  );
}

/**
 * Puts other findings into a list; the focus stays at its place in it, and so does who mends one after another.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} items
 */
function renew(list, items) {
  const at = [...list.children].findIndex((one) => one.contains(document.activeElement));
  list.replaceChildren(...items);
  if (at >= 0) (items[Math.min(at, items.length - 1)]?.querySelector("button") ?? byId("main")).focus();
}

/** @param {Store} store @param {Open} open */
export function findings(store, open) {
  let known = "";
  const render = () => {
    const groups = [
      { root: byId("findings"), list: byId("findings-slide"), found: store.slide?.findings ?? [] },
      { root: byId("of-deck"), list: byId("findings-deck"), found: store.deck?.findings ?? [] },
    ];
    const now = JSON.stringify([say("findings.slide"), ...groups.map(({ found }) => found)]);
    if (now === known) return;
    known = now;
    for (const { root, list, found } of groups) {
      renew(list, found.map((one) => finding(one, open)));
      root.hidden = !found.length;
    }
    const all = groups[0]?.found.length ?? 0;
    byId("findings-count").textContent = all ? count("findings.count", all) : "";
  };
  for (const name of ["deck", "show", "view"]) store.addEventListener(name, render);
}

/**
 * Why the pictures are those of an earlier text.
 * @param {Store} store
 * @param {Open} open
 */
export function broken(store, open) {
  let known = "";
  const render = () => {
    const found = store.deck?.broken ?? [];
    const now = JSON.stringify([found, say("broken")]);
    if (now === known) return;
    known = now;
    renew(byId("broken-list"), found.map((one) => finding(one, open)));
    byId("broken").hidden = !found.length;
    document.body.classList.toggle("earlier", found.length > 0);
  };
  for (const name of ["deck", "view"]) store.addEventListener(name, render);
}
