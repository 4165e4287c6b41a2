import { expect, it, vi } from "vitest";
import { installWasmKernels } from "../src/index.ts";
import { startBackends } from "./againstCpu.ts";

it("shareWasmMemory(tfjsWasm) keeps its copy of tfjs' module for no longer than the backend takes to start", async () => {
  const create = vi.spyOn(URL, "createObjectURL");
  await startBackends({ threads: 2 });
  const url: string = create.mock.results[0]?.value;
  expect(url).toMatch(/^blob:/);
  await expect(fetch(url)).rejects.toThrow("fetch failed");
  expect((await installWasmKernels()).threads).toBe(2);
});
