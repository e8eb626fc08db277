/** slidekit in VS Code: everything put together when the first YAML file is opened. */

import * as vscode from "vscode";

import { registered } from "./commands";
import { isDeck } from "./deck";
import { missing } from "./missing";
import { Previews } from "./preview";
import { Server } from "./server";
import { Status } from "./status";
import { Tasks } from "./tasks";

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const own = new Server();
  server = own;
  const previews = new Previews(own);
  const status = new Status(own);
  let deck: vscode.Uri | undefined;

  /** Look at a text again: it may have become a deck, or be one no more. */
  const look = (editor: vscode.TextEditor | undefined): void => {
    if (editor !== undefined) {
      deck = deckOf(editor.document);
      void vscode.commands.executeCommand("setContext", "slidekit.deck", deck !== undefined);
      if (deck !== undefined && !own.wanted) {
        void own.ready(deck).then(async () => {
          if (own.standing === "missing") {
            await missing(own);
          }
        });
      }
    }
    status.update(deck);
  };

  context.subscriptions.push(
    own,
    previews,
    status,
    registered({ server: own, previews, deck: () => deck }),
    vscode.tasks.registerTaskProvider("slidekit", new Tasks()),
    own.onChange(() => {
      status.update(deck);
    }),
    vscode.languages.onDidChangeDiagnostics(() => {
      status.update(deck);
    }),
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document === document && document.languageId === "yaml") {
        look(editor);
      }
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document.uri.toString() === deck?.toString()) {
        own.moved(textEditor);
      }
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("slidekit.path") || event.affectsConfiguration("slidekit.lang")) {
        void own.restart(deck);
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      void own.restart(deck);
    }),
  );
  look(vscode.window.activeTextEditor);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

function deckOf(document: vscode.TextDocument): vscode.Uri | undefined {
  const near = ["file", "untitled"].includes(document.uri.scheme);
  return near && document.languageId === "yaml" && isDeck(document.getText()) ? document.uri : undefined;
}
