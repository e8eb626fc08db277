import assert from "node:assert/strict";
import { test } from "node:test";

import { framed, isOurs, reached, waiting } from "../src/page";

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

test("under a foreign name the secret is given to nobody", () => {
  const inside = "http://127.0.0.1:4321/t0k3n/";

  for (const outside of ["https://code.example/proxy/4321/", "https://x-4321.example/t0k3n/", "http://evil.example/", ""]) {
    assert.equal(reached(inside, outside), undefined, outside);
  }
});
