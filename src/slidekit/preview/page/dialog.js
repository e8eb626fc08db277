/**
 * Windows over the page: one at a time, closed with Escape, by their button or by a click beside them.
 * @module
 */

/**
 * Whether the keys pressed at a place are meant for a field: one in a window that was closed keeps the focus until the
 * browser draws again, and has no use for them.
 * @param {HTMLElement} target
 */
export const types = (target) => Boolean(target.closest("input, textarea, select")) && !target.closest("dialog:not([open])");

/** @param {HTMLElement} element a `<dialog>` */
export function dialog(element) {
  const window_ = /** @type {HTMLDialogElement} */ (element);
  /** Whether the button of the mouse went down beside the window: text that is marked may end there, too. */
  let beside = false;
  window_.addEventListener("pointerdown", ({ target, clientX, clientY }) => {
    const { left, right, top, bottom } = window_.getBoundingClientRect();
    beside = target === window_ && (clientX < left || clientX > right || clientY < top || clientY > bottom);
  });
  window_.addEventListener("click", (event) => {
    const pressed = /** @type {HTMLElement} */ (event.target);
    if ((pressed === window_ && beside) || pressed.closest("[data-close]")) window_.close();
    beside = false;
  });
  return {
    element: window_,
    open() {
      for (const other of document.querySelectorAll("dialog[open]")) /** @type {HTMLDialogElement} */ (other).close();
      window_.showModal();
    },
    close() {
      window_.close();
    },
    toggle() {
      if (window_.open) window_.close();
      else this.open();
    },
  };
}
