import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it, vi } from "vitest";
import { findPackage } from "../src/findPackage.node.ts";
import { platform } from "../src/platform.node.ts";
import { fakePackage } from "./fakePackage.ts";

it("findPackage(name, from) finds a package in a folder above, and nothing where there is none", async () => {
  const folder = await realpath(await temporaryFolder());
  const root = await fakePackage(folder, "@someone/something", {});
  const from = join(folder, "src", "deep", "index.js");
  expect(findPackage("@someone/something", from)).toBe(root);
  expect(findPackage("@someone/else", from)).toBeUndefined();
});

it("platform.isInstalled(library) leaves it to loading where it finds no files, but not in Bun, which would install", () => {
  expect(platform.isInstalled("@tensorflow/tfjs-backend-wasm")).toBe(true);
  expect(platform.isInstalled("@someone/else")).toBeUndefined();
  vi.spyOn(process, "versions", "get").mockReturnValue({ ...process.versions, bun: "1.4.5" });
  expect(platform.isInstalled("@someone/else")).toBe(false);
});
