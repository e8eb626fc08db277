/**
 * Windows over the page: one at a time, closed with Escape, by their button or by a click beside them.
 * @module
 */

/** @param {HTMLElement} element a `<dialog>` */
export function dialog(element) {
  const window_ = /** @type {HTMLDialogElement} */ (element);
  window_.addEventListener("click", (event) => {
    const pressed = /** @type {HTMLElement} */ (event.target);
    if (pressed === window_ || pressed.closest("[data-close]")) window_.close();
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
