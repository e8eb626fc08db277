import assert from "node:assert/strict";
import { test } from "node:test";

import { locate, type Surroundings, upwards } from "../src/locate";

const AROUND: Surroundings = {
  setting: "",
  folders: ["/talks"],
  python: undefined,
  trusted: true,
  home: "/me",
  search: "/usr/local/bin:/usr/bin",
  windows: false,
};

/** The program found among these files. */
function found(around: Partial<Surroundings>, ...files: string[]): string | undefined {
  const located = locate({ ...AROUND, ...around }, (file) => files.includes(file));
  return "command" in located ? located.command : undefined;
}

test("the workspace's environment goes before PATH", () => {
  assert.equal(found({}, "/usr/bin/slidekit", "/talks/.venv/bin/slidekit"), "/talks/.venv/bin/slidekit");
  assert.equal(found({}, "/usr/bin/slidekit", "/talks/venv/bin/slidekit"), "/talks/venv/bin/slidekit");
});

test("a nearer folder goes before the workspace", () => {
  const folders = upwards("/talks/2026/spring/talk.yaml", ["/talks"], false);

  assert.deepEqual(folders, ["/talks/2026/spring", "/talks/2026", "/talks"]);
  assert.equal(found({ folders }, "/talks/.venv/bin/slidekit", "/talks/2026/.venv/bin/slidekit"), "/talks/2026/.venv/bin/slidekit");
});

test("a deck outside every workspace folder looks beside itself, and never above", () => {
  assert.deepEqual(upwards("/elsewhere/talk.yaml", ["/talks"], false), ["/elsewhere", "/talks"]);
  assert.deepEqual(upwards("/talks-old/talk.yaml", ["/talks"], false), ["/talks-old", "/talks"]);
  assert.deepEqual(upwards("/talk.yaml", [], false), ["/"]);
  assert.deepEqual(upwards("D:\\a\\talk.yaml", ["C:\\talks"], true), ["D:\\a", "C:\\talks"]);
});

test("the Python extension's environment goes before PATH, as a program or as a folder", () => {
  const python = "/opt/envs/decks/bin/python";

  assert.equal(found({ python }, "/opt/envs/decks/bin/slidekit", "/usr/bin/slidekit"), "/opt/envs/decks/bin/slidekit");
  assert.equal(found({ python: "/opt/envs/decks" }, "/opt/envs/decks/bin/slidekit"), "/opt/envs/decks/bin/slidekit");
});

test("nothing of a folder that is not trusted is run", () => {
  const untrusted = { trusted: false, python: "/talks/.venv/bin/python" };

  assert.equal(found(untrusted, "/talks/.venv/bin/slidekit"), undefined);
  assert.equal(found(untrusted, "/talks/.venv/bin/slidekit", "/usr/bin/slidekit"), "/usr/bin/slidekit");
});

test("a relative folder in PATH is none: it would be one of the workspace", () => {
  assert.equal(found({ search: ".:bin::/usr/bin" }, "bin/slidekit", "slidekit"), undefined);
});

test("what pipx and uv install is found where a desktop's PATH lacks it", () => {
  assert.equal(found({ search: "" }, "/me/.local/bin/slidekit"), "/me/.local/bin/slidekit");
});

test("the setting is final, and understands ~ and the workspace", () => {
  assert.equal(found({ setting: "/opt/slidekit" }, "/usr/bin/slidekit"), undefined);
  assert.equal(found({ setting: " ~/bin/slidekit " }, "/me/bin/slidekit"), "/me/bin/slidekit");
  assert.equal(found({ setting: "${workspaceFolder}/x/slidekit" }, "/talks/x/slidekit"), "/talks/x/slidekit");
  assert.equal(found({ setting: "x/slidekit" }, "/talks/x/slidekit"), "/talks/x/slidekit");
  assert.deepEqual(locate({ ...AROUND, setting: "/opt/slidekit" }, () => false), { looked: ["/opt/slidekit"] });
});

test("a $ in a home folder stays as it is", () => {
  assert.equal(found({ setting: "~/slidekit", home: "/$&/me" }, "/$&/me/slidekit"), "/$&/me/slidekit");
});

test("Windows has other folders, names and separators", () => {
  const windows = { windows: true, folders: ["C:\\talks"], home: "C:\\me", search: "C:\\bin;D:\\bin" };

  assert.equal(found(windows, "C:\\talks\\.venv\\Scripts\\slidekit.exe"), "C:\\talks\\.venv\\Scripts\\slidekit.exe");
  assert.equal(found(windows, "D:\\bin\\slidekit.exe"), "D:\\bin\\slidekit.exe");
  assert.deepEqual(upwards("C:\\talks\\a\\t.yaml", ["C:\\talks"], true), ["C:\\talks\\a", "C:\\talks"]);
});

test("what was looked for in vain is told once each, in order", () => {
  const located = locate({ ...AROUND, search: "/me/.local/bin:/usr/bin" }, () => false);

  assert.deepEqual(located, {
    looked: [
      "/talks/.venv/bin/slidekit",
      "/talks/venv/bin/slidekit",
      "/talks/env/bin/slidekit",
      "/me/.local/bin/slidekit",
      "/usr/bin/slidekit",
    ],
  });
});
