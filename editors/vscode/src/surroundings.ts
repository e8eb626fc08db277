/** What VS Code knows of the machine and the workspace, for `locate`. */

import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";

import * as vscode from "vscode";

import { type Located, locate, upwards } from "./locate";

/** The part of the Python extension's API that says which environment its user has chosen. */
interface PythonApi {
  environments?: { getActiveEnvironmentPath(resource?: vscode.Uri): { path: string } };
}

/** Find slidekit as a deck in this place would want it. */
export async function located(deck: vscode.Uri | undefined): Promise<Located> {
  const tops = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath);
  const windows = process.platform === "win32";
  return locate(
    {
      setting: vscode.workspace.getConfiguration("slidekit", deck).get<string>("path", ""),
      folders: deck?.scheme === "file" ? upwards(deck.fsPath, tops, windows) : tops,
      python: await python(deck),
      trusted: vscode.workspace.isTrusted,
      home: homedir(),
      search: process.env["PATH"] ?? "",
      windows,
    },
    isProgram,
  );
}

async function python(deck: vscode.Uri | undefined): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<PythonApi>("ms-python.python");
  try {
    return (await extension?.activate())?.environments?.getActiveEnvironmentPath(deck).path;
  } catch {
    return undefined; // Another extension's trouble is not the author's.
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
