/**
 * What the server tells, event by event; where the line breaks, it is taken up again.
 * @module
 */

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 4000;

/**
 * @typedef {{deck: (deck: any) => void, change: (change: any) => void, move: (place: any) => void,
 *   connected: () => void, lost: () => void}} Listeners
 */

/**
 * Listens until told to stop.
 * @param {string} address
 * @param {Listeners} listeners
 * @returns {() => void} ends it
 */
export function listen(address, listeners) {
  /** @type {EventSource | null} */
  let source = null;
  let pause = FIRST_PAUSE;
  let timer = 0;

  const open = () => {
    source = new EventSource(address);
    source.onopen = () => {
      pause = FIRST_PAUSE;
      listeners.connected();
    };
    source.onerror = () => {
      source?.close();
      listeners.lost();
      timer = setTimeout(open, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    };
    for (const name of /** @type {const} */ (["deck", "change", "move"])) {
      source.addEventListener(name, (event) => listeners[name](JSON.parse(event.data)));
    }
  };
  open();

  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/**
 * Tells the server something; gives back what it answers where it refuses, else an empty string.
 * @param {string} address
 * @param {object} message
 * @returns {Promise<string>}
 */
export async function tell(address, message) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(message),
    });
    if (answer.ok) return "";
    const told = await answer.json().catch(() => ({}));
    return told.message || String(answer.status);
  } catch (error) {
    return String(error);
  }
}
