/** The preview beside the deck: both languages of the slide under the cursor. */

import * as vscode from "vscode";

import { foreign, framed, isOurs, reached, waiting } from "./page";
import type { Server } from "./server";

const KIND = "slidekit.preview";

/** What may be asked of the server besides the preview's lasting address. */
interface Asked {
  /** An address that leads to the page one time. */
  once?: boolean;
  page?: string;
  /** The origin under which the page is to answer, too. */
  reached?: string;
}

/** The panels, one for each deck. */
export class Previews implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private readonly panels = new Map<string, vscode.WebviewPanel>();
  /** How often each was filled: of two at once, the later counts. */
  private readonly turns = new WeakMap<vscode.WebviewPanel, number>();
  private readonly own: vscode.Disposable[];

  constructor(private readonly server: Server) {
    this.own = [
      vscode.window.registerWebviewPanelSerializer(KIND, this),
      // A server that was started again serves another address.
      server.onChange((standing) => {
        if (standing === "running") {
          for (const [deck, panel] of this.panels) {
            void this.fill(vscode.Uri.parse(deck), panel);
          }
        }
      }),
    ];
  }

  /** Show a deck's preview beside its text, which keeps the cursor. */
  async show(deck: vscode.Uri): Promise<void> {
    const shown = this.panels.get(deck.toString());
    if (shown !== undefined) {
      shown.reveal(undefined, true);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      KIND,
      vscode.l10n.t("Preview of {0}", nameOf(deck)),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, retainContextWhenHidden: true, localResourceRoots: [] },
    );
    this.keep(deck, panel);
    await this.fill(deck, panel);
  }

  /** Open it, or a page of it, in the browser. */
  async browse(deck: vscode.Uri, page: string): Promise<void> {
    // What starts a browser can be seen by others on the machine: the address leads on one time.
    const address = await this.outside(deck, await this.address(deck, { once: true, page }));
    if (address === undefined) {
      void vscode.window.showErrorMessage(unavailable());
      return;
    }
    await vscode.env.openExternal(vscode.Uri.parse(address, true));
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const deck = (state as { deck?: unknown } | undefined)?.deck;
    if (typeof deck !== "string") {
      panel.dispose();
      return;
    }
    const uri = vscode.Uri.parse(deck);
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    this.keep(uri, panel);
    await this.fill(uri, panel);
  }

  dispose(): void {
    vscode.Disposable.from(...this.own, ...this.panels.values()).dispose();
  }

  private keep(deck: vscode.Uri, panel: vscode.WebviewPanel): void {
    this.panels.set(deck.toString(), panel);
    panel.onDidDispose(() => {
      if (this.panels.get(deck.toString()) === panel) {
        this.panels.delete(deck.toString());
      }
    });
  }

  private async fill(deck: vscode.Uri, panel: vscode.WebviewPanel): Promise<void> {
    const turn = (this.turns.get(panel) ?? 0) + 1;
    this.turns.set(panel, turn);
    const page = { deck: deck.toString(), title: panel.title, lang: vscode.env.language };
    panel.webview.html = waiting(page, vscode.l10n.t("Drawing the slides…"));
    const url = await this.outside(deck, await this.address(deck));
    if (this.panels.get(deck.toString()) !== panel || this.turns.get(panel) !== turn) {
      return; // Closed in the meantime, or filled anew: the server was started again.
    }
    panel.webview.html = url === undefined ? waiting(page, unavailable()) : framed({ ...page, url });
  }

  /** An address as it is reached from where VS Code is shown: in a browser, maybe, on another machine. */
  private async outside(deck: vscode.Uri, url: string | undefined): Promise<string | undefined> {
    if (url === undefined) {
      return undefined;
    }
    const forwarded = await vscode.env.asExternalUri(vscode.Uri.parse(url, true));
    const found = reached(url, forwarded.toString(true));
    const origin = found === undefined ? undefined : foreign(found);
    if (origin !== undefined && (await this.address(deck, { reached: origin })) === undefined) {
      return undefined;
    }
    return found;
  }

  private async address(deck: vscode.Uri, how: Asked = {}): Promise<string | undefined> {
    try {
      await vscode.workspace.openTextDocument(deck); // The server draws what the editor holds.
      await this.server.ready(deck);
      const url = await this.server.ask<unknown>("slidekit.openPreview", deck.toString(), how);
      return typeof url === "string" && isOurs(url) ? url : undefined;
    } catch (error) {
      this.server.log.error(String(error));
      return undefined;
    }
  }
}

function unavailable(): string {
  return vscode.l10n.t("There is no preview: the command “slidekit: Show what the server says” tells why.");
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
