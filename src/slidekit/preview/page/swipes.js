/**
 * A finger drawn across turns the page.
 * @module
 */

/** So many pixels, and more across than along. */
const SWIPE = 48;

/**
 * @param {HTMLElement} surface
 * @param {(by: 1 | -1) => void} turn
 */
export function swipes(surface, turn) {
  let [finger, x, y] = [-1, 0, 0];
  surface.addEventListener("pointerdown", (event) => {
    if (event.isPrimary) [finger, x, y] = [event.pointerId, event.clientX, event.clientY];
    else finger = -1; // two fingers enlarge
  });
  surface.addEventListener("pointerup", (event) => {
    const [dx, dy] = [event.clientX - x, event.clientY - y];
    const drawn = event.pointerId === finger && event.pointerType === "touch";
    finger = -1;
    if (drawn && Math.abs(dx) > SWIPE && Math.abs(dx) > 2 * Math.abs(dy)) turn(dx < 0 ? 1 : -1);
  });
}
