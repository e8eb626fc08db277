/** A click on the preview opens the deck beside it, never on top of it. */

import * as vscode from "vscode";
import type { CancellationToken, ShowDocumentParams, ShowDocumentResult } from "vscode-languageclient/node";

type Next = (params: ShowDocumentParams, token: CancellationToken) => unknown;

/** Answers the server's `window/showDocument`. */
export async function revealed(
  params: ShowDocumentParams,
  token: CancellationToken,
  next: Next,
): Promise<ShowDocumentResult> {
  if (params.external === true) {
    return (await next(params, token)) as ShowDocumentResult;
  }
  const uri = vscode.Uri.parse(params.uri);
  try {
    const editor = await vscode.window.showTextDocument(uri, {
      viewColumn: columnOf(uri),
      preserveFocus: params.takeFocus !== true,
    });
    if (params.selection !== undefined) {
      const { start, end } = params.selection;
      editor.selection = new vscode.Selection(start.line, start.character, end.line, end.character);
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    return { success: true };
  } catch {
    return { success: false };
  }
}

/** Where the file is open already, or else where some text is: the active group may be the preview's own. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn {
  for (const group of vscode.window.tabGroups.all) {
    for (const { input } of group.tabs) {
      if (input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()) {
        return group.viewColumn;
      }
    }
  }
  return vscode.window.visibleTextEditors[0]?.viewColumn ?? vscode.ViewColumn.One;
}
