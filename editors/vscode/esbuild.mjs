// Bundles the extension into out/extension.js, with the licences of what is in it; with --tests, the tests too.
import { build } from "esbuild";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const common = {
  absWorkingDir: here,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  logLevel: "warning",
};

rmSync(join(here, "out"), { recursive: true, force: true });
const { metafile } = await build({
  ...common,
  entryPoints: ["src/extension.ts"],
  outfile: "out/extension.js",
  external: ["vscode"],
  minify: true,
  metafile: true,
  legalComments: "none", // all of them stand in LICENSES.txt
  // The ES modules of vscode-languageserver-types, where `main` is UMD that a bundler cannot follow.
  mainFields: ["module", "main"],
});
writeFileSync(join(here, "out", "LICENSES.txt"), licences(Object.keys(metafile.inputs)));

if (process.argv.includes("--tests")) {
  const tests = readdirSync(join(here, "test")).filter((name) => name.endsWith(".test.ts"));
  mkdirSync(join(here, "out", "test"), { recursive: true });
  await build({ ...common, entryPoints: tests.map((name) => `test/${name}`), outdir: "out/test" });
}

/** The licence of every package that a file of the bundle comes from. */
function licences(inputs) {
  const folders = new Set(
    inputs.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]).filter((folder) => folder !== undefined),
  );
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(here, folder, "package.json"), "utf8"));
      const file = readdirSync(join(here, folder)).find((one) => /^licen[cs]e/i.test(one));
      if (file === undefined) {
        throw new Error(`${name} has no licence file`);
      }
      return `${name} ${version} (${license})\n\n${readFileSync(join(here, folder, file), "utf8").trim()}\n`;
    })
    .join(`\n${"-".repeat(72)}\n\n`);
}
