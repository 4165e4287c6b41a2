import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { fusedWasm, plainWasm } from "../src/wasmBytes.generated.ts";

it.each([
  ["plain", plainWasm],
  ["fused", fusedWasm],
])("the %s variant of the kernels has at most 40 kB, gzipped", (_name, text) => {
  expect(gzipSync(Buffer.from(text, "base64")).length).toBeLessThanOrEqual(40_000);
});
