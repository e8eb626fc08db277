/** What the command palette offers. */

import { execFile } from "node:child_process";
import { promisify } from "node:util";

import * as vscode from "vscode";

import { missing } from "./missing";
import type { Previews } from "./preview";
import type { Server } from "./server";
import { spoken } from "./speech";
import { located } from "./surroundings";
import { run } from "./tasks";

const execute = promisify(execFile);

/** All that a command may need. */
export interface Parts {
  server: Server;
  previews: Previews;
  /** The deck at hand: the active one, or the one whose preview is. */
  deck: () => vscode.Uri | undefined;
}

/** Register every command of package.json. */
export function registered(parts: Parts): vscode.Disposable {
  const { server, previews, deck } = parts;
  const ofDeck = (act: (uri: vscode.Uri) => Promise<void>) => async (given?: unknown) => {
    const uri = given instanceof vscode.Uri ? given : deck();
    if (uri === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Open a deck first: a YAML file with a slidekit: key."));
      return;
    }
    await act(uri);
  };
  const all: Record<string, (given?: unknown) => unknown> = {
    showPreview: ofDeck((uri) => previews.show(uri)),
    browsePreview: ofDeck((uri) => previews.browse(uri, "")),
    present: ofDeck((uri) => previews.browse(uri, "present")),
    renderDeck: ofDeck(rendered),
    checkDeck: ofDeck((uri) => ranOn("check", uri)),
    reviewDeck: ofDeck(reviewed),
    checkFolder: async () => {
      const folder = vscode.workspace.workspaceFolders?.[0];
      if (folder !== undefined && (await run({ command: "check" }, folder.uri)) === undefined) {
        await missing(server);
      }
    },
    newDeck: () => begun(server),
    restart: () => server.restart(deck()),
    showOutput: () => {
      server.log.show();
    },
    menu: () => chosen(server),
  };
  return vscode.Disposable.from(
    ...Object.entries(all).map(([name, act]) => vscode.commands.registerCommand(`slidekit.${name}`, act)),
  );

  /** Run a command on the deck as it is in its file: what is typed is saved first. */
  async function ranOn(command: string, uri: vscode.Uri): Promise<void> {
    await code(command, uri);
  }

  async function code(command: string, uri: vscode.Uri): Promise<number | undefined> {
    const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (uri.scheme !== "file" || (open?.isDirty === true && !(await open.save()))) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Save the deck first."));
      return undefined;
    }
    const done = await run({ command, decks: [uri.fsPath] }, uri);
    if (done === undefined) {
      await missing(server);
    }
    return done;
  }

  async function rendered(uri: vscode.Uri): Promise<void> {
    if ((await code("render", uri)) !== 0) {
      return; // The terminal says why.
    }
    const open = vscode.l10n.t("Show the files");
    const answer = await vscode.window.showInformationMessage(vscode.l10n.t("The slides and notes are made."), open);
    if (answer === open) {
      const top = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, "..");
      await vscode.commands.executeCommand("revealFileInOS", vscode.Uri.joinPath(top, "build"));
    }
  }

  async function reviewed(uri: vscode.Uri): Promise<void> {
    const yes = vscode.l10n.t("Both say the same");
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t("Accept all texts of this deck as reviewed?"),
      { modal: true, detail: vscode.l10n.t("Both languages were read, and say the same. It is put down in deck.lock.") },
      yes,
    );
    if (answer === yes) {
      await code("review", uri);
    }
  }
}

/** Write a deck to start from, and open it. */
async function begun(server: Server): Promise<void> {
  const found = await located(undefined);
  if ("looked" in found) {
    await missing(server);
    return;
  }
  const top = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    filters: { YAML: ["yaml", "yml"] },
    title: vscode.l10n.t("A new deck"),
    ...(top === undefined ? {} : { defaultUri: vscode.Uri.joinPath(top, vscode.l10n.t("talk.yaml")) }),
  });
  if (uri === undefined) {
    return;
  }
  try {
    // The dialog has asked already whether a file that is there may be written over.
    const lang = spoken();
    const words = ["new", "--force", ...(lang === "" ? [] : ["--lang", lang]), "--", uri.fsPath];
    await execute(found.command, words, { timeout: 30_000 });
  } catch (error) {
    void vscode.window.showErrorMessage((error as { stderr?: string }).stderr?.trim() ?? String(error));
    return;
  }
  await vscode.window.showTextDocument(uri);
}

async function chosen(server: Server): Promise<void> {
  if (server.standing === "missing") {
    await missing(server);
    return;
  }
  const items = [
    { label: `$(open-preview) ${vscode.l10n.t("Preview beside")}`, command: "showPreview" },
    { label: `$(globe) ${vscode.l10n.t("Preview in the browser")}`, command: "browsePreview" },
    { label: `$(device-desktop) ${vscode.l10n.t("Present from the browser")}`, command: "present" },
    { label: `$(package) ${vscode.l10n.t("Render slides and notes")}`, command: "renderDeck" },
    { label: `$(checklist) ${vscode.l10n.t("Check this deck")}`, command: "checkDeck" },
    { label: `$(pass) ${vscode.l10n.t("Accept as reviewed…")}`, command: "reviewDeck" },
    { label: `$(output) ${vscode.l10n.t("Show what the server says")}`, command: "showOutput" },
    { label: `$(refresh) ${vscode.l10n.t("Restart the server")}`, command: "restart" },
  ];
  const item = await vscode.window.showQuickPick(items, { title: "slidekit" });
  if (item !== undefined) {
    await vscode.commands.executeCommand(`slidekit.${item.command}`);
  }
}
