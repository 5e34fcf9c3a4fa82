import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { inlineScriptHashes } from "@/scripts/lib/csp-hashes.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");

test("every inline script is hashed once, byte for byte; scripts with an address are not", () => {
  const html = `<html><head><script src="/a.js" async></script><script async src='/b.js'>ignored</script></head>
    <script>self.x = "<p>"</script><script id="data" type="application/json">{"a":
 1}</script><script>self.x = "<p>"</script></html>`;
  expect(inlineScriptHashes(html)).toEqual([sha256('self.x = "<p>"'), sha256('{"a":\n 1}')]);
});
