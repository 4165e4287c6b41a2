import { createHash } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { sha256 } from "../src/index.ts";
import { platform } from "../src/platform.browser.ts";
import { sha256InScript } from "../src/loading/sha256InScript.ts";

const ofNode = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const counting = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index * 31 + 7);

afterEach(() => {
  vi.unstubAllGlobals();
});

test("sha256(bytes) gives what FIPS 180-4 gives for abc", async () => {
  const expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(await sha256(new TextEncoder().encode("abc"))).toBe(expected);
});

test("sha256InScript(bytes) is that of Node for every length around the ends of blocks", async () => {
  for (let length = 0; length <= 200; length += 1) {
    expect(await sha256InScript(counting(length)), `${length} bytes`).toBe(ofNode(counting(length)));
  }
});

test("sha256InScript(bytes) is that of Node for more than one stretch, and for a view of an array", async () => {
  const bytes = counting(9_000_001);
  expect(await sha256InScript(bytes)).toBe(ofNode(bytes));
  const view = bytes.subarray(1001, 5003);
  expect(await sha256InScript(view)).toBe(ofNode(view));
});

test("platform.sha256(bytes) of browsers needs no crypto.subtle, which pages over plain http lack", async () => {
  vi.stubGlobal("crypto", {});
  expect(await platform.sha256(counting(1000))).toBe(ofNode(counting(1000)));
});
