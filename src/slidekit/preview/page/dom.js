/**
 * Elements made and changed: text is always text, never markup, so that nothing of a deck can become HTML.
 * @module
 */

/**
 * Finds an element that index.html is known to have.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id} in the page`);
  return found;
}

/**
 * Makes an element: `on…` are listeners, `true` is an attribute without a value, `null` and `false` are left out.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children);
  return element;
}

/**
 * A picture of the page's own set, for the eye alone.
 * @param {string} name the end of a symbol's id in index.html
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  return svg;
}

/**
 * Does something at once, and again after a pause if it was asked for meanwhile, so that the last time counts.
 * @param {() => void} call
 * @param {number} pause in milliseconds
 * @returns {() => void}
 */
export function sparing(call, pause) {
  let timer = 0;
  let again = false;
  return function act() {
    again = Boolean(timer);
    if (again) return;
    call();
    timer = setTimeout(() => {
      timer = 0;
      if (again) act();
    }, pause);
  };
}

/**
 * @param {number} time in milliseconds
 * @returns {Promise<void>} kept when the time is over
 */
export const pause = (time) => new Promise((done) => setTimeout(done, time));

/**
 * Waits until nothing was called for a moment.
 * @template {unknown[]} A
 * @param {(...args: A) => void} call
 * @param {number} pause in milliseconds
 * @returns {(...args: A) => void}
 */
export function later(call, pause) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...args), pause);
  };
}
