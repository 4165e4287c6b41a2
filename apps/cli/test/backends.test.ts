import { temporaryFolder } from "@minibatch/testing";
import { expect, it, onTestFinished, vi } from "vitest";
import { runCli } from "./runCli.ts";

/** Nothing is set up there. */
async function withoutSetups(): Promise<void> {
  vi.stubEnv("MINIBATCH_BACKENDS", await temporaryFolder());
  onTestFinished(() => void vi.unstubAllEnvs());
}

it("minibatch backends --json tells of five backends what runs and what to do", async () => {
  await withoutSetups();
  const { code, stdout } = await runCli(["backends", "--json"]);
  expect(code).toBe(0);
  const { backends } = JSON.parse(stdout) as { backends: Record<string, unknown>[] };
  expect(backends.map(({ name }) => name)).toEqual(["node", "webgpu", "webgl", "wasm", "cpu"]);
  for (const backend of backends) {
    expect(Object.keys(backend)).toEqual(expect.arrayContaining(["available", "reason", "fix", "device"]));
  }
});

it("minibatch backends says below the table how to get the others", async () => {
  await withoutSetups();
  const { stdout } = await runCli(["backends"]);
  expect(stdout).toMatch(/^backend +runs here +on\nnode +no +@tensorflow\/tfjs-node is not installed\n/);
  expect(stdout).toMatch(/\nwasm +yes +WebAssembly with SIMD/);
  expect(stdout).toContain("\n\nWithout --backend, wasm is taken.\n");
  expect(stdout).toMatch(/\nTo get the others\nnode +minibatch backends --setup node\n/);
});

it("minibatch backends --bench measures what runs", async () => {
  await withoutSetups();
  const { stdout } = await runCli(["backends", "--bench", "--json"]);
  const { backends } = JSON.parse(stdout) as { backends: { name: string; samplesPerSecond?: number }[] };
  const speeds = Object.fromEntries(backends.map(({ name, samplesPerSecond }) => [name, samplesPerSecond]));
  expect(speeds).toMatchObject({ node: undefined, webgl: undefined });
  expect(speeds["wasm"]).toBeGreaterThan(speeds["cpu"] ?? Number.POSITIVE_INFINITY);
});

it("minibatch train --backend node ends with 1 and the fix where it is not set up", async () => {
  await withoutSetups();
  const { code, stderr } = await runCli(["train", "digits-cnn", "--backend", "node"]);
  expect(code).toBe(1);
  expect(stderr).toContain("run minibatch backends --setup node");
});

it.each(["node", "webgpu"])(
  "minibatch backends --setup %s --offline brings nothing, and says so",
  async (name) => {
    await withoutSetups();
    // Where npm is asked, it is missing.
    vi.stubEnv("PATH", "");
    const { code, stderr } = await runCli(["backends", "--setup", name, "--offline"]);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `error: "${name}" is not set up here, and --offline forbids to get it by npm: set it up once without\n`,
    });
  },
);

it("minibatch backends --setup takes only what needs one", async () => {
  const { code, stderr } = await runCli(["backends", "--setup", "wasm"]);
  expect(code).toBe(2);
  expect(stderr).toContain("Allowed choices are node, webgpu");
});
