/**
 * A slide's picture, changed without a flicker: the new one is decoded before the old one goes.
 * @module
 */

import { pause } from "./dom.js";

const TRIES = 4;
const PAUSE = 250;

/** How many pictures are kept at hand: some 100 kB each. */
const KEPT = 80;

/** Pictures fetched, the last one used at the end. @type {Map<string, Promise<Blob>>} */
const fetched = new Map();

/** Whether a picture has been asked for already. @param {string} key */
export const atHand = (key) => !key || fetched.has(key);

/**
 * Fetches a picture once; its key is of its content.
 * @param {string} key
 * @returns {Promise<Blob>}
 */
export function fetchPicture(key) {
  const known = fetched.get(key) ?? load(key);
  fetched.delete(key);
  fetched.set(key, known);
  known.catch(() => fetched.delete(key));
  const [oldest] = fetched.keys();
  if (fetched.size > KEPT && oldest) fetched.delete(oldest);
  return known;
}

/** @param {string} key */
async function load(key) {
  const answer = await fetch(`picture/${encodeURIComponent(key)}`);
  if (!answer.ok) throw new Error(`no picture: ${answer.status}`);
  return answer.blob();
}

/**
 * Loads a picture whole; the words beside it say what it shows, so it has none of its own.
 * @param {string} key
 * @returns {Promise<HTMLImageElement>}
 */
export async function decoded(key) {
  const image = new Image();
  image.alt = "";
  image.draggable = false;
  const address = URL.createObjectURL(await fetchPicture(key));
  try {
    image.src = address;
    await image.decode();
  } finally {
    URL.revokeObjectURL(address); // the element has the picture itself
  }
  return image;
}

export class Picture {
  #turn = 0;
  #shown = 0;
  key = "";
  /** @type {HTMLImageElement | null} */
  #image = null;

  /** @param {HTMLElement} frame where the picture stands, before all else in it */
  constructor(frame) {
    this.frame = frame;
  }

  /**
   * Shows a picture as soon as it is there, unless a later one was there first.
   * @param {string} key empty for none
   * @returns {Promise<boolean>} whether it is shown now
   */
  async show(key) {
    const turn = ++this.#turn;
    if (key === this.key) {
      this.#shown = turn; // what was asked for in between comes too late
      return true;
    }
    if (!key) {
      this.#put(turn, "", null);
      return true;
    }
    for (let tried = 0; tried < TRIES && this.#turn === turn; tried++) {
      if (tried) await pause(PAUSE * tried);
      try {
        const image = await decoded(key);
        if (turn < this.#shown) return false;
        this.#put(turn, key, image);
        return true;
      } catch {
        // it may be drawn a moment later, or its text may be gone already
      }
    }
    return false;
  }

  /**
   * @param {number} turn
   * @param {string} key
   * @param {HTMLImageElement | null} image
   */
  #put(turn, key, image) {
    this.#shown = turn;
    this.key = key;
    if (this.#image && image) this.#image.replaceWith(image);
    else if (image) this.frame.prepend(image);
    else this.#image?.remove();
    this.#image = image;
  }
}
