import assert from "node:assert/strict";
import { test } from "node:test";

import { isDeck } from "../src/deck";

test("a deck has the key slidekit at the left edge", () => {
  for (const text of ["slidekit: 1\n", "# a comment\nslidekit: 1", "\uFEFFslidekit: 1", "slidekit:", "a: 1\r\nslidekit: 1\r\n", '"slidekit": 1']) {
    assert.ok(isDeck(text), JSON.stringify(text));
  }
});

test("other YAML is none: the word elsewhere, deeper, longer, or as a value", () => {
  for (const text of ["", "services: {}\n", "  slidekit: 1\n", "slidekits: 1\n", "name: slidekit: 1\n", "# slidekit: 1\n", "slidekit:1\n"]) {
    assert.ok(!isDeck(text), JSON.stringify(text));
  }
});
