/** What to do when slidekit is not on the machine, or not where it is looked for. */

import * as vscode from "vscode";

import type { Server } from "./server";
import { located } from "./surroundings";

/** Say that slidekit is not found, where it was looked for, and offer the ways on. */
export async function missing(server: Server): Promise<void> {
  const setting = vscode.workspace.getConfiguration("slidekit").get<string>("path", "").trim();
  const found = await located(undefined);
  const words =
    setting !== "" && "looked" in found
      ? vscode.l10n.t("slidekit.path names “{0}”, and there is no program there.", found.looked[0] ?? setting)
      : vscode.l10n.t("slidekit is neither in the workspace’s .venv nor in PATH: decks are not checked.");
  const install = vscode.l10n.t("How to install it");
  const choose = vscode.l10n.t("Choose the program…");
  const again = vscode.l10n.t("Try again");
  switch (await vscode.window.showWarningMessage(words, install, choose, again)) {
    case install:
      await vscode.commands.executeCommand("extension.open", "slidekit.slidekit");
      break;
    case choose: {
      const [file] = (await vscode.window.showOpenDialog({ title: "slidekit", canSelectMany: false })) ?? [];
      if (file !== undefined) {
        const settings = vscode.workspace.getConfiguration("slidekit");
        await settings.update("path", file.fsPath, vscode.ConfigurationTarget.Global);
      }
      break;
    }
    case again:
      await server.restart(vscode.window.activeTextEditor?.document.uri);
      break;
    default:
  }
}
