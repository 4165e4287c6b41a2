import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { platform } from "../src/platform.browser.ts";
import { platform as node } from "../src/platform.node.ts";

/** Every specifier in the module and in those it reaches, as a bundler for browsers resolves them. */
async function importsOf(module: URL, seen: Set<string> = new Set([module.href])): Promise<string[]> {
  const source = await readFile(module, "utf8");
  const found: string[] = [];
  for (const [, quoted = ""] of source.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*"([^"]+)"/g)) {
    found.push(quoted);
    const browser =
      quoted === "@minibatch/datasets/internal/platform" ? "../src/platform.browser.ts" : undefined;
    if (!browser && !quoted.startsWith(".")) continue;
    const next = browser ? new URL(browser, import.meta.url) : new URL(quoted, module);
    if (seen.has(next.href)) continue;
    seen.add(next.href);
    found.push(...(await importsOf(next, seen)));
  }
  return found;
}

test("a bundle for browsers reaches no module of Node, nor any other package", async () => {
  const imports = await importsOf(new URL("../src/index.ts", import.meta.url));
  expect(imports).toContain("@minibatch/datasets/internal/platform");
  expect(imports).toContain("./formats/parseIdx.ts");
  const others = imports.filter(
    (specifier) => !specifier.startsWith(".") && specifier !== "@minibatch/datasets/internal/platform",
  );
  expect(others).toEqual([]);
  expect(imports.filter((specifier) => specifier.includes(".node."))).toEqual([]);
});

test("platform.locateMirror(mirror) takes addresses, relative ones too where there is a page", () => {
  expect(platform.locateMirror("https://example.org/data")).toEqual({ url: "https://example.org/data/" });
  expect(() => platform.locateMirror("data")).toThrow("mirror must be an address");
});

test("platform.fileCache() of browsers throws UNSUPPORTED", () => {
  expect(() => platform.fileCache()).toThrow(expect.objectContaining({ code: "UNSUPPORTED" }));
});

test("platform.sha256(bytes) is the same in browsers and in Node", async () => {
  const abc = new TextEncoder().encode("abc");
  const expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(await platform.sha256(abc)).toBe(expected);
  expect(await node.sha256(abc)).toBe(expected);
  const large = new Uint8Array(9_000_000).fill(7);
  expect(await node.sha256(large)).toBe(await platform.sha256(large));
});
