/**
 * What the server tells, event by event; where the line breaks, it is taken up again.
 * @module
 */

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 4000;
/** How long a page is out of sight before it listens no more: a browser has six lines for all pages of a server. */
const REST = 20_000;

/**
 * @typedef {{deck: (deck: any) => void, change: (change: any) => void, move: (place: any) => void,
 *   connected: () => void, lost: () => void}} Listeners
 */

/**
 * Listens until told to stop; a page that comes into sight takes up at once what was broken meanwhile.
 * @param {string} address
 * @param {Listeners} listeners
 * @param {{rests?: boolean}} [how] whether a page out of sight need not hear anything
 * @returns {() => void} ends it
 */
export function listen(address, listeners, { rests = false } = {}) {
  /** @type {EventSource | null} */
  let source = null;
  let pause = FIRST_PAUSE;
  let retry = 0;
  let rest = 0;

  const open = () => {
    clearTimeout(retry);
    source = new EventSource(address);
    source.onopen = () => {
      pause = FIRST_PAUSE;
      listeners.connected();
    };
    source.onerror = () => {
      source?.close();
      listeners.lost();
      retry = setTimeout(open, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    };
    for (const name of /** @type {const} */ (["deck", "change", "move"])) {
      source.addEventListener(name, (event) => listeners[name](JSON.parse(event.data)));
    }
  };
  const end = () => {
    clearTimeout(retry);
    source?.close();
  };
  open();
  const seen = () => {
    clearTimeout(rest);
    if (document.hidden && rests) {
      rest = setTimeout(end, REST);
    } else if (!document.hidden && source?.readyState === EventSource.CLOSED) {
      pause = FIRST_PAUSE;
      open();
    }
  };
  document.addEventListener("visibilitychange", seen);
  seen();

  return () => {
    document.removeEventListener("visibilitychange", seen);
    clearTimeout(rest);
    end();
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
