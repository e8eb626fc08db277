/**
 * The time of a talk: what has gone by, and what the slides have planned.
 * @module
 */

/** A stopwatch. */
export class Timer {
  #before = 0;
  #since = 0;

  get running() {
    return this.#since > 0;
  }

  get seconds() {
    return (this.#before + (this.running ? Date.now() - this.#since : 0)) / 1000;
  }

  start() {
    if (!this.running) this.#since = Date.now();
  }

  toggle() {
    if (!this.running) return this.start();
    this.#before += Date.now() - this.#since;
    this.#since = 0;
  }

  reset() {
    this.#before = 0;
    if (this.running) this.#since = Date.now();
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
