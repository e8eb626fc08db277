/** The webview that frames the preview: our page is a stranger to VS Code, and stays in its own frame. */

import { randomBytes } from "node:crypto";

/** What the frame shows. */
export interface Framed {
  /** The preview's address, as the machine of the editor reaches it. */
  url: string;
  /** The deck's URI, kept so that the panel comes back after a restart. */
  deck: string;
  title: string;
  lang: string;
}

/** Whether an address is one of ours: a page of this machine, or one that VS Code forwards by itself. */
export function isOurs(url: string): boolean {
  const { protocol, hostname } = parsed(url);
  return protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}

/**
 * The preview's address as the editor's machine reaches it, by what VS Code says of it; `undefined` where that is
 * none. What forwards ports in a browser knows the port, and may drop the path.
 */
export function reached(inside: string, outside: string): string | undefined {
  if (!["http:", "https:"].includes(parsed(outside).protocol)) {
    return undefined;
  }
  const { pathname } = new URL(inside);
  const found = new URL(outside);
  if (!found.pathname.endsWith(pathname)) {
    found.pathname = found.pathname.replace(/\/$/, "") + pathname;
  }
  return found.href;
}

/** The origin that the preview must be told of before it answers there; `undefined` where it knows it by itself. */
export function foreign(address: string): string | undefined {
  return isOurs(address) ? undefined : parsed(address).origin;
}

/** The webview's document. */
export function framed(page: Framed): string {
  const { origin } = parsed(page.url);
  return shell(
    page,
    `frame-src ${origin};`,
    `<iframe src="${escaped(page.url)}" title="${escaped(page.title)}" allow="fullscreen; clipboard-write"></iframe>`,
  );
}

/** The webview's document while there is nothing to show, and why. */
export function waiting(page: Omit<Framed, "url">, words: string): string {
  return shell(page, "", `<p role="status">${escaped(words)}</p>`);
}

function shell(page: Omit<Framed, "url">, policy: string, body: string): string {
  const nonce = randomBytes(16).toString("base64url");
  return `<!DOCTYPE html>
<html lang="${escaped(page.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; ${escaped(policy)} style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${escaped(page.title)}</title>
<style nonce="${nonce}">
html, body { margin: 0; padding: 0; height: 100%; overflow: hidden; }
iframe { display: block; width: 100%; height: 100%; border: 0; }
p { padding: 2em; font: 1rem/1.5 var(--vscode-font-family); color: var(--vscode-foreground); white-space: pre-line; }
</style>
</head>
<body>
${body}
<script nonce="${nonce}">
acquireVsCodeApi().setState(${inScript({ deck: page.deck })});
addEventListener("focus", () => document.querySelector("iframe")?.focus());
</script>
</body>
</html>
`;
}

function parsed(url: string): { protocol: string; hostname: string; origin: string } {
  try {
    return new URL(url);
  } catch {
    return { protocol: "", hostname: "", origin: "'none'" };
  }
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** JSON that cannot end the script it stands in. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
