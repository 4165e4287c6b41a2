import { gunzipSync, gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { decodeBase64 } from "../src/decodeBase64.ts";
import { gunzip } from "../src/gunzip.ts";
import { tfjsModule } from "../src/tfjsModule.generated.ts";

it("gunzip(bytes) unzips tfjs' module as Node does", () => {
  const zipped = decodeBase64(tfjsModule);
  expect(Buffer.from(gunzip(zipped)).equals(gunzipSync(zipped))).toBe(true);
});

it.each([
  ["stored", "as it is", { level: 0 }],
  ["fixed codes", "a short text, a short text", { level: 9 }],
  ["nothing", "", {}],
])("gunzip(bytes) takes %s", (_name, text, options) => {
  expect(new TextDecoder().decode(gunzip(gzipSync(text, options)))).toBe(text);
});
