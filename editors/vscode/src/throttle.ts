/** Calls held back so that at most one comes in a while, the last one never lost. */

/** A function that may be called at any rate; `run` sees the first call at once and the last one after a pause. */
export class Throttled<T> {
  private waiting: { value: T } | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pauseMs: number,
    private readonly run: (value: T) => void,
  ) {}

  call(value: T): void {
    if (this.timer !== undefined) {
      this.waiting = { value };
      return;
    }
    this.run(value);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      const next = this.waiting;
      this.waiting = undefined;
      if (next !== undefined) {
        this.call(next.value);
      }
    }, this.pauseMs);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = undefined;
  }
}
