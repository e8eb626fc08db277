/** Where the program `slidekit` is: in the settings, in the project's environment, or where shells find it. */

import * as path from "node:path";

/** All that the search depends on. */
export interface Surroundings {
  /** The setting `slidekit.path`; empty where there is none. */
  setting: string;
  /** Folders that may hold an environment, the nearest first. */
  folders: readonly string[];
  /** The Python that the Python extension has chosen for the workspace, if any. */
  python: string | undefined;
  /** Whether programs inside the workspace may be run: VS Code asks its user. */
  trusted: boolean;
  home: string;
  /** The environment variable PATH. */
  search: string;
  windows: boolean;
}

/** The program, or where it was looked for in vain. */
export type Located = { command: string } | { looked: string[] };

/** Environments as people name them; `env` is what older tutorials say. */
const ENVIRONMENTS = [".venv", "venv", "env"];

/** Find the program; a path in the settings is final, so that a wrong one is told and not passed over. */
export function locate(around: Surroundings, isProgram: (file: string) => boolean): Located {
  const looked = around.setting.trim() === "" ? places(around) : [expanded(around.setting.trim(), around)];
  const command = looked.find(isProgram);
  return command === undefined ? { looked } : { command };
}

/** Every file that it may be, the likeliest first. */
export function places(around: Surroundings): string[] {
  const rules = around.windows ? path.win32 : path.posix;
  const scripts = around.windows ? "Scripts" : "bin";
  const name = around.windows ? "slidekit.exe" : "slidekit";
  const found: string[] = [];
  if (around.trusted) {
    for (const folder of around.folders) {
      found.push(...ENVIRONMENTS.map((environment) => rules.join(folder, environment, scripts, name)));
    }
    if (around.python !== undefined) {
      found.push(rules.join(rules.dirname(around.python), name), rules.join(around.python, scripts, name));
    }
  }
  for (const folder of around.search.split(rules.delimiter)) {
    // A relative folder in PATH would be one of the workspace.
    if (rules.isAbsolute(folder)) {
      found.push(rules.join(folder, name));
    }
  }
  // pipx and `uv tool` install here, and a desktop's PATH often lacks it.
  found.push(rules.join(around.home, ".local", "bin", name));
  return [...new Set(found)];
}

/** The folders from a file's own up to the top of its workspace folder. */
export function upwards(file: string, tops: readonly string[], windows: boolean): string[] {
  const rules = windows ? path.win32 : path.posix;
  const inside = (top: string): boolean => {
    const way = rules.relative(top, file);
    return way !== "" && way !== ".." && !/^\.\.[\\/]/.test(way) && !rules.isAbsolute(way);
  };
  const top = tops.filter(inside).sort((one, other) => other.length - one.length)[0];
  let folder = rules.dirname(file);
  const found = [folder];
  while (top !== undefined && folder !== top && folder !== rules.dirname(folder)) {
    folder = rules.dirname(folder);
    found.push(folder);
  }
  return [...new Set([...found, ...tops])];
}

function expanded(setting: string, around: Surroundings): string {
  const rules = around.windows ? path.win32 : path.posix;
  const top = around.folders.at(-1) ?? around.home;
  const full = setting
    .replace(/^~(?=$|[\\/])/, () => around.home)
    .replaceAll("${userHome}", () => around.home)
    .replaceAll("${workspaceFolder}", () => top);
  return rules.isAbsolute(full) ? full : rules.join(top, full);
}
