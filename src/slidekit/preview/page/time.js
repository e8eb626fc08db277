/**
 * Times of a talk in words.
 * @module
 */

/**
 * `3:15`, or `1:03:15` from an hour on: a place in the talk.
 * @param {number} seconds
 */
export function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/**
 * `1 min 30 s`: how long something lasts; the symbols are the same in both languages (SI Brochure, table 8).
 * @param {number} seconds
 */
export function span(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [
    [Math.floor(whole / 3600), "h"],
    [Math.floor(whole / 60) % 60, "min"],
    [whole % 60, "s"],
  ].filter(([n]) => n);
  return parts.length ? parts.map(([n, unit]) => `${n}\u00a0${unit}`).join(" ") : "0\u00a0s";
}
