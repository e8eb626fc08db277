import assert from "node:assert/strict";
import { test } from "node:test";

import { foreign, framed, isOurs, reached, waiting } from "../src/page";

const PAGE = { url: "http://127.0.0.1:4321/t0k3n/", deck: "file:///talks/talk.yaml", title: "Preview", lang: "en" };
const HOSTILE = `"><script>alert(1)</script><i a='`;

test("only the preview's own origin may be framed, and nothing else is loaded", () => {
  const html = framed(PAGE);

  assert.match(html, /default-src 'none'; frame-src http:\/\/127\.0\.0\.1:4321; style-src 'nonce-/);
  assert.match(html, /<iframe src="http:\/\/127\.0\.0\.1:4321\/t0k3n\/" title="Preview"/);
});

test("each page has a nonce of its own", () => {
  const nonces = [framed(PAGE), framed(PAGE)].map((html) => /script nonce="([^"]+)"/.exec(html)?.[1]);

  assert.equal(new Set(nonces).size, 2);
});

test("hostile names stay text, in markup and in the script", () => {
  const html = framed({ ...PAGE, deck: `file:///${HOSTILE}`, title: HOSTILE, lang: HOSTILE });

  assert.equal(html.split("<script").length, 2);
  assert.equal(html.split("</script>").length, 2);
  assert.ok(!html.includes("<i a="));
  assert.match(waiting(PAGE, HOSTILE), /<p role="status">&quot;&gt;&lt;script&gt;/);
});

test("an address that is not this machine's is never opened", () => {
  for (const url of ["http://127.0.0.1:1/t/", "http://localhost:80/", "http://[::1]:8080/t/"]) {
    assert.ok(isOurs(url), url);
  }
  for (const url of ["https://example.com/", "http://127.0.0.1.example.com/", "javascript:alert(1)", "file:///etc/passwd", "", "http://"]) {
    assert.ok(!isOurs(url), url);
  }
});

test("the secret stays in an address that is reached through a forwarded port of this machine", () => {
  const inside = "http://127.0.0.1:4321/t0k3n/";

  assert.equal(reached(inside, inside), inside);
  assert.equal(reached(inside, "http://localhost:5555/t0k3n/"), "http://localhost:5555/t0k3n/");
  assert.equal(reached(inside, "http://127.0.0.1:8080/proxy/4321/"), "http://127.0.0.1:8080/proxy/4321/t0k3n/");
});

test("where a browser shows VS Code, the page is reached as VS Code says, and the server is told of the origin", () => {
  const inside = "http://127.0.0.1:4321/t0k3n/";
  const outside = {
    "https://code.example:8443/proxy/4321/": ["https://code.example:8443/proxy/4321/t0k3n/", "https://code.example:8443"],
    "https://x-4321.example/t0k3n/": ["https://x-4321.example/t0k3n/", "https://x-4321.example"],
    "http://localhost:5555/t0k3n/": ["http://localhost:5555/t0k3n/", undefined],
  };

  for (const [said, [address, origin]] of Object.entries(outside)) {
    const found = reached(inside, said);
    assert.deepEqual([found, foreign(found ?? "")], [address, origin]);
  }
});

test("what is no page of the web is not framed", () => {
  for (const outside of ["vscode://slidekit/t0k3n/", "file:///etc/passwd", "javascript:alert(1)", ""]) {
    assert.equal(reached("http://127.0.0.1:4321/t0k3n/", outside), undefined, outside);
  }
});
