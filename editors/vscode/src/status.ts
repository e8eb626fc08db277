/** The status bar: how the deck stands, and a menu of what can be done with it. */

import * as vscode from "vscode";

import { counted, shown } from "./counts";
import type { Server } from "./server";

/** Shown while a deck is at hand. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("slidekit", vscode.StatusBarAlignment.Right, 100);

  constructor(private readonly server: Server) {
    this.item.name = "slidekit";
    this.item.command = "slidekit.menu";
  }

  /** Say how a deck stands; nothing where no deck is at hand. */
  update(deck: vscode.Uri | undefined): void {
    if (deck === undefined) {
      this.item.hide();
      return;
    }
    const { text, words, trouble } = this.words(deck);
    this.item.text = text;
    this.item.tooltip = words;
    this.item.accessibilityInformation = { label: `slidekit: ${words}`, role: "button" };
    this.item.backgroundColor = trouble ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
  }

  private words(deck: vscode.Uri): { text: string; words: string; trouble: boolean } {
    switch (this.server.standing) {
      case "missing":
        return { text: "slidekit $(warning)", words: vscode.l10n.t("slidekit is not found"), trouble: true };
      case "stopped":
        return { text: "slidekit $(warning)", words: vscode.l10n.t("the server has stopped"), trouble: true };
      case "starting":
      case "none":
        return { text: "slidekit $(loading~spin)", words: vscode.l10n.t("the server starts"), trouble: false };
      case "running": {
        const own = vscode.languages.getDiagnostics(deck).filter(({ source }) => source === "slidekit");
        const counts = counted(own.map(({ severity }) => severity));
        const words =
          own.length === 0
            ? vscode.l10n.t("no findings")
            : vscode.l10n.t("errors: {0}, warnings: {1}, remarks: {2}", counts.errors, counts.warnings, counts.others);
        return { text: shown(counts), words, trouble: false };
      }
    }
  }
}
