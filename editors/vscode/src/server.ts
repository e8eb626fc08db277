/** The language server: started when the first deck is seen, and told where the author is. */

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, RevealOutputChannelOn, State } from "vscode-languageclient/node";

import { revealed } from "./reveal";
import { located } from "./surroundings";
import { Throttled } from "./throttle";

/** Milliseconds between two words to the server about where the cursor is. */
const PAUSE_MS = 50;

/** How the server is. */
export type Standing = "none" | "starting" | "running" | "missing" | "stopped";

/** One server for the whole window. */
export class Server implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel("slidekit", { log: true });
  standing: Standing = "none";
  private client: LanguageClient | undefined;
  private starting: Promise<LanguageClient | undefined> | undefined;
  /** The last restart: a setting that is typed asks for many, one after another. */
  private restarting = Promise.resolve();
  private readonly changed = new vscode.EventEmitter<Standing>();
  readonly onChange = this.changed.event;
  private readonly cursor = new Throttled<vscode.TextEditor>(PAUSE_MS, (editor) => {
    this.tellCursor(editor);
  });

  /** The running client; it is started where it is not. */
  async ready(deck: vscode.Uri | undefined): Promise<LanguageClient | undefined> {
    this.starting ??= this.start(deck);
    return this.starting;
  }

  /** Whether it was asked for at all. */
  get wanted(): boolean {
    return this.starting !== undefined;
  }

  moved(editor: vscode.TextEditor): void {
    if (this.standing === "running") {
      this.cursor.call(editor);
    }
  }

  /** Ask the server for something that it offers; `undefined` where it does not. */
  async ask<T>(command: string, ...given: unknown[]): Promise<T | undefined> {
    const client = await this.starting;
    const offered = client?.initializeResult?.capabilities.executeCommandProvider?.commands ?? [];
    if (client === undefined || !offered.includes(command)) {
      return undefined;
    }
    return client.sendRequest<T>("workspace/executeCommand", { command, arguments: given });
  }

  async restart(deck: vscode.Uri | undefined): Promise<void> {
    const again = async (): Promise<void> => {
      await this.stop();
      await this.ready(deck);
    };
    this.restarting = this.restarting.then(again, again);
    await this.restarting;
  }

  async stop(): Promise<void> {
    const client = await this.starting;
    this.starting = undefined;
    this.client = undefined;
    if (client?.needsStop() === true) {
      await client.dispose(2000).catch((error: unknown) => {
        this.log.warn(String(error));
      });
    }
    this.become("none");
  }

  dispose(): void {
    this.cursor.dispose();
    this.changed.dispose();
    this.log.dispose();
  }

  private async start(deck: vscode.Uri | undefined): Promise<LanguageClient | undefined> {
    const found = await located(deck);
    if ("looked" in found) {
      this.become("missing");
      this.log.warn(["slidekit is in none of these places:", ...found.looked].join("\n  "));
      return undefined;
    }
    this.become("starting");
    const lang = vscode.workspace.getConfiguration("slidekit").get<string>("lang", "");
    const args = ["lsp", ...(lang === "" ? [] : ["--lang", lang])];
    this.log.info([found.command, ...args].join(" "));
    const client = new LanguageClient("slidekit", "slidekit", { command: found.command, args }, this.options());
    this.client = client;
    client.onDidChangeState(({ newState }) => {
      if (this.client === client) {
        this.become(newState === State.Running ? "running" : newState === State.Starting ? "starting" : "stopped");
      }
    });
    try {
      await client.start();
      return client;
    } catch (error) {
      this.log.error(String(error));
      this.become("stopped");
      return undefined;
    }
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: [
        { language: "yaml", scheme: "file" },
        { language: "yaml", scheme: "untitled" },
      ],
      // The tasks' problem matchers have the same name: what both tell of a file is shown once.
      diagnosticCollectionName: "slidekit",
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      middleware: { window: { showDocument: revealed } },
    };
  }

  private tellCursor(editor: vscode.TextEditor): void {
    if (this.client?.isRunning() !== true) {
      return;
    }
    const { line, character } = editor.selection.active;
    const textDocument = { uri: this.client.code2ProtocolConverter.asUri(editor.document.uri) };
    // A server that went away in this very moment is told of by its own state.
    this.client.sendNotification("slidekit/cursor", { textDocument, position: { line, character } }).catch(() => undefined);
  }

  private become(standing: Standing): void {
    if (this.standing !== standing) {
      this.standing = standing;
      this.changed.fire(standing);
    }
  }
}
