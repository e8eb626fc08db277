/**
 * The time of a talk: what has gone by, and what the slides have planned.
 * @module
 */

import { keep, kept } from "./kept.js";

/** Of this talk: another one may be given in the same tab. */
const NAME = `present-time ${location.pathname}`;

/** A stopwatch, which goes on where the page is loaded again. */
export class Timer {
  /** Milliseconds of before, and when it was started again, if it runs. */
  #before = 0;
  #since = 0;

  constructor() {
    const [before, since] = kept(NAME).split(" ").map(Number);
    if (before !== undefined && since !== undefined && before >= 0 && since >= 0) [this.#before, this.#since] = [before, since];
  }

  get running() {
    return this.#since > 0;
  }

  /** Whether the talk has begun. */
  get started() {
    return this.running || this.#before > 0;
  }

  get seconds() {
    return Math.max(0, this.#before + (this.running ? Date.now() - this.#since : 0)) / 1000;
  }

  /** Begins the talk; a clock that was stopped by hand stays so. */
  begin() {
    if (!this.started) this.toggle();
  }

  toggle() {
    if (this.running) this.#set(this.seconds * 1000, 0);
    else this.#set(this.#before, Date.now());
  }

  reset() {
    this.#set(0, this.running ? Date.now() : 0);
  }

  /** @param {number} before @param {number} since */
  #set(before, since) {
    this.#before = before;
    this.#since = since;
    keep(NAME, `${before} ${since}`);
  }
}

/**
 * How a talk stands against its plan: `total` and `left` in seconds, `off` the seconds that it is behind,
 * below 0 where it is ahead. While a slide's own time lasts, it is neither.
 * @param {{begins: number, lasts: number, hidden: boolean}[]} slides
 * @param {number} current from 1
 * @param {number} elapsed
 */
export function pace(slides, current, elapsed) {
  const total = slides.reduce((sum, one) => sum + (one.hidden ? 0 : one.lasts), 0);
  const slide = slides[current - 1];
  const begins = slide?.begins ?? 0;
  const ends = begins + (slide && !slide.hidden ? slide.lasts : 0);
  const off = elapsed > ends ? elapsed - ends : elapsed < begins ? elapsed - begins : 0;
  return { total, left: total - elapsed, off };
}
