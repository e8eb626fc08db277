// Packs the extension into a .vsix whose bytes depend on its files alone: node package.mjs FILE
import { createVSIX } from "@vscode/vsce";
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const target = resolve(process.argv[2] ?? "slidekit.vsix");
mkdirSync(dirname(target), { recursive: true });
// The date that the archive's entries bear: zip begins in 1980.
process.env.SOURCE_DATE_EPOCH ??= "315532800";
process.env.TZ = "UTC";
await createVSIX({
  cwd: dirname(fileURLToPath(import.meta.url)),
  packagePath: target,
  dependencies: false, // all is in the bundle
  allowMissingRepository: true,
});
