import assert from "node:assert/strict";
import { test } from "node:test";

import { framed, isOurs, isSameDoor, waiting } from "../src/page";

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

test("a port that is forwarded under another name or number is told from the preview's own", () => {
  const inside = "http://127.0.0.1:4321/t0k3n/";

  assert.ok(isSameDoor(inside, inside));
  assert.ok(isSameDoor(inside, "http://localhost:4321/t0k3n/"));
  for (const outside of ["http://127.0.0.1:5555/t0k3n/", "https://code.example/proxy/4321/", "http://127.0.0.1:8080/proxy/4321/", ""]) {
    assert.ok(!isSameDoor(inside, outside), outside);
  }
});
