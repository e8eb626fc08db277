/** The parts that must agree: commands, settings, and both languages. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import Module from "node:module";
import { join } from "node:path";
import { test } from "node:test";

const ROOT = join(__dirname, "..", "..");
const json = (name: string): Record<string, unknown> => JSON.parse(read(name)) as Record<string, unknown>;
const read = (name: string): string => readFileSync(join(ROOT, name), "utf8");
const SOURCES = readdirSync(join(ROOT, "src")).map((name) => read(join("src", name)));

interface Contributed {
  commands: { command: string }[];
  menus: Record<string, { command: string }[]>;
  keybindings: { command: string }[];
  configuration: { properties: Record<string, unknown> };
  taskDefinitions: { properties: { command: { enum: string[] } } }[];
  problemMatchers: { pattern: { regexp: string } }[];
}
const CONTRIBUTED = json("package.json")["contributes"] as Contributed;

test("every command of package.json is there, and every one that is there is in package.json", () => {
  const source = read("src/commands.ts");
  const table = source.slice(source.indexOf("const all"), source.indexOf("return vscode.Disposable.from"));
  const made = [...table.matchAll(/^ {4}(\w+): /gm)].map((hit) => `slidekit.${hit[1] ?? ""}`);
  const told = CONTRIBUTED.commands.map(({ command }) => command);

  assert.deepEqual(made.toSorted(), told.toSorted());
  for (const { command } of [...Object.values(CONTRIBUTED.menus).flat(), ...CONTRIBUTED.keybindings]) {
    assert.ok(told.includes(command), command);
  }
});

test("every word of package.json is there in English and in French, and none too many", () => {
  const used = new Set([...read("package.json").matchAll(/"%(\w+)%"/g)].map((hit) => hit[1]));

  for (const name of ["package.nls.json", "package.nls.fr.json"]) {
    assert.deepEqual(Object.keys(json(name)).toSorted(), [...used].toSorted(), name);
  }
});

test("every sentence of the code has its French, with the same places to fill, and none is left over", () => {
  const french = json("l10n/bundle.l10n.fr.json") as Record<string, string>;
  const said = new Set(
    SOURCES.flatMap((source) => [...source.matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)].map((hit) => hit[1] ?? "")),
  );

  assert.deepEqual(Object.keys(french).toSorted(), [...said].toSorted());
  for (const [english, translated] of Object.entries(french)) {
    assert.deepEqual(translated.match(/\{\d\}/g), english.match(/\{\d\}/g), english);
  }
});

test("French is typed as in Canada: a no-break space before a colon and inside « », none before other signs", () => {
  const all = { ...json("l10n/bundle.l10n.fr.json"), ...json("package.nls.fr.json") } as Record<string, string>;

  for (const text of Object.values(all)) {
    assert.doesNotMatch(text, /[^\u00a0\w]:(?!\/)|\w: (?!Afficher)|« | »|[ \u00a0][;!?]|'/, text);
  }
});

test("every setting that the code asks for is one that can be set", () => {
  const asked = SOURCES.flatMap((source) => [...source.matchAll(/\.get<\w+>\("(\w+)"/g)].map((hit) => hit[1] ?? ""));

  assert.ok(asked.length > 0);
  for (const name of asked) {
    assert.ok(`slidekit.${name}` in CONTRIBUTED.configuration.properties, name);
  }
});

test("the problem matcher reads what check prints, in both languages", () => {
  const patterns = CONTRIBUTED.problemMatchers.map(({ pattern }) => new RegExp(pattern.regexp));
  const read = (line: string): [number, string[]] => {
    const index = patterns.findIndex((pattern) => pattern.test(line));
    return [index, patterns[index]?.exec(line)?.slice(1) ?? []];
  };

  const english = read("decks/a b.yaml:16:9: error[SK101] no French for this bullet (slide 1)");
  const french = read("C:\\decks\\a.yaml:16:9: avertissement[SK207] le français se termine par « ? »");

  assert.deepEqual(english, [0, ["decks/a b.yaml", "16", "9", "error", "SK101", "no French for this bullet (slide 1)"]]);
  assert.deepEqual([french[0], french[1].slice(0, 5)], [2, ["C:\\decks\\a.yaml", "16", "9", "avertissement", "SK207"]]);
  assert.equal(read("d.yaml:1:1: erreur[SK001] …")[0], 1);
});

test("the bundle loads with nothing but VS Code beside it", () => {
  const wanted = new Set<string>();
  const loader = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
  const load = loader._load;
  /** Stands for all of VS Code's classes, functions and objects. */
  const vscode: unknown = new Proxy(Function, {
    get: (of, name) => (name === "prototype" ? of.prototype : vscode),
    apply: () => vscode,
  });
  loader._load = (name, ...rest) => {
    wanted.add(name);
    return name === "vscode" ? vscode : load(name, ...rest);
  };
  const bundle = load(join(ROOT, "out", "extension.js"), module, false) as Record<string, unknown>;
  loader._load = load;

  assert.deepEqual(Object.keys(bundle).toSorted(), ["activate", "deactivate"]);
  assert.deepEqual(
    [...wanted].filter((name) => name !== "vscode" && !Module.isBuiltin(name)),
    [],
  );
});
