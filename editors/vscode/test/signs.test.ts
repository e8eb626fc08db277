import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { words } from "../src/arguments";
import { counted, shown } from "../src/counts";
import { Throttled } from "../src/throttle";

test("the status bar shows what there is, the worst first", () => {
  assert.equal(shown(counted([])), "slidekit $(check)");
  assert.equal(shown(counted([1, 0, 0, 2, 3])), "slidekit $(error) 2 $(warning) 1 $(info) 2");
  assert.equal(shown(counted([1])), "slidekit $(warning) 1");
});

test("a task's words: options, the language, and decks that are never taken for options", () => {
  assert.deepEqual(words({ command: "check" }, ""), ["check", "--", "."]);
  assert.deepEqual(words({ command: "render", decks: ["-o.yaml"], options: ["--edition", "all"] }, "fr"), [
    "render", "--edition", "all", "--lang", "fr", "--", "-o.yaml",
  ]);
});

test("moves of the cursor are held back, and the last one arrives", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const seen: number[] = [];
  const throttled = new Throttled<number>(50, (value) => seen.push(value));

  for (const value of [1, 2, 3]) {
    throttled.call(value);
  }
  mock.timers.tick(50);
  mock.timers.tick(50);
  throttled.call(4);
  throttled.call(5);
  throttled.dispose();
  mock.timers.tick(500);
  mock.timers.reset();

  assert.deepEqual(seen, [1, 3, 4]);
});
