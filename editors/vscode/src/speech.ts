/** The language that slidekit is to speak. */

import * as vscode from "vscode";

/** What the settings say, else the window's language where it is one of ours; empty leaves it to the environment. */
export function spoken(): string {
  const lang = vscode.workspace.getConfiguration("slidekit").get<string>("lang", "") || vscode.env.language;
  return ["en", "fr"].find((one) => one === lang.split("-")[0]) ?? "";
}
