/**
 * Choices kept for as long as the tab is open; where the browser keeps nothing, they are made again.
 * @module
 */

/** @param {string} name @returns {string} */
export function kept(name) {
  try {
    return sessionStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} name @param {string} value */
export function keep(name, value) {
  try {
    sessionStorage.setItem(name, value);
  } catch {
    // a frame that may keep nothing
  }
}
