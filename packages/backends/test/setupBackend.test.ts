// In a process of its own: native TensorFlow stays in it, where it is tested.
import { existsSync, mkdirSync } from "node:fs";
import { chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { setupBackend, type SetupStep } from "../src/setup.ts";

/** An npm that lays out a tfjs-node which runs on "TensorFlow 9.9.9" once its addon is built. */
const npm = `
const { mkdirSync, writeFileSync } = require("node:fs");
const root = "node_modules/@tensorflow/tfjs-node";
const [command] = process.argv.slice(2);
if (process.env.FAKE_NPM_FAILS === command) { console.error("npm error it broke"); process.exit(1); }
if (process.env.FAKE_NPM_HANGS === command) setInterval(() => {}, 1000);
if (command === "install") {
  mkdirSync(root, { recursive: true });
  writeFileSync(root + "/package.json", JSON.stringify({ name: "@tensorflow/tfjs-node", main: "index.js" }));
  writeFileSync(root + "/index.js", \`
    require("fs").accessSync(__dirname + "/lib/napi-v8/tfjs_binding.node");
    exports.add = () => ({ dataSync: () => [3] });
    exports.backend = () => ({ binding: { TF_Version: "9.9.9" } });\`);
}
if (command === "run") {
  mkdirSync("lib/napi-v8", { recursive: true });
  writeFileSync("lib/napi-v8/tfjs_binding.node", "");
}`;

/** Folders and variables of a machine whose download is blocked, with a TensorFlow for Python. */
async function machine(): Promise<string> {
  const folder = await temporaryFolder();
  const bin = join(folder, "bin");
  const tensorflow = join(folder, "tensorflow");
  await mkdir(bin);
  await mkdir(join(tensorflow, "include"), { recursive: true });
  for (const name of ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"]) {
    await writeFile(join(tensorflow, name), "");
  }
  const answer = JSON.stringify({ folder: tensorflow, version: "2.21.0" });
  const programs = { npm, python: `console.log(${JSON.stringify(answer)})`, make: "", "g++": "" };
  for (const [name, code] of Object.entries(programs)) {
    await writeFile(join(bin, name), `#!${process.execPath}\n${code}`);
    await chmod(join(bin, name), 0o755);
  }
  vi.stubEnv("PATH", [bin, process.env["PATH"]].join(delimiter));
  vi.stubEnv("PYTHON", join(bin, "python"));
  vi.stubEnv("TFJS_NODE_BASE_URI", "http://127.0.0.1:9/");
  for (const proxy of ["HTTPS_PROXY", "https_proxy"]) vi.stubEnv(proxy, undefined);
  return join(folder, "backends");
}

// Links and a compiler: elsewhere it says so and stops.
describe.runIf(process.platform === "linux")('setupBackend("node")', () => {
  beforeEach(() => {
    onTestFinished(() => void vi.unstubAllEnvs());
  });

  it("builds on Python's TensorFlow where the download is blocked, and does nothing the second time", async () => {
    const folder = await machine();
    const steps: SetupStep[] = [];
    const result = await setupBackend("node", { folder, onStep: (step) => void steps.push(step) });
    expect(result).toMatchObject({ outcome: "built", folder: join(folder, "node"), version: "9.9.9" });
    expect(result.steps.map(({ title, state }) => `${state}: ${title}`)).toEqual([
      "done: get @tensorflow/tfjs-node@4.22.0 from npm",
      "failed: download TensorFlow as the package does",
      "done: look for Python's TensorFlow to build on",
      "done: look for a compiler",
      "done: link its headers and libraries",
      "done: build the addon",
      "done: start it once",
      "done: put it in its place",
    ]);
    expect(steps.filter(({ state }) => state === "started")).toHaveLength(result.steps.length);
    expect(await readdir(folder)).toEqual(["node"]);
    expect(await setupBackend("node", { folder })).toMatchObject({
      outcome: "present",
      folder: result.folder,
      version: "9.9.9",
    });
  });

  it("brings nothing offline, and finds there what was brought before", async () => {
    const folder = await machine();
    const steps: SetupStep[] = [];
    const offline = () =>
      setupBackend("node", { folder, offline: true, onStep: (step) => void steps.push(step) });
    await expect(offline()).rejects.toMatchObject({
      code: "SETUP_FAILED",
      message: '"node" is not set up here, and `offline` forbids to get it by npm: set it up once without',
    });
    expect({ steps, made: existsSync(folder) }).toEqual({ steps: [], made: false });
    await setupBackend("node", { folder });
    expect(await offline()).toMatchObject({ outcome: "present", version: "9.9.9" });
  });

  it.each(["install", "run"])("leaves nothing when npm %s fails, and says why", async (command) => {
    const folder = await machine();
    vi.stubEnv("FAKE_NPM_FAILS", command);
    const steps: SetupStep[] = [];
    await expect(
      setupBackend("node", { folder, onStep: (step) => void steps.push(step) }),
    ).rejects.toMatchObject({
      code: "SETUP_FAILED",
      message: expect.stringContaining("it broke") as unknown,
    });
    expect(await readdir(folder)).toEqual([]);
    expect(steps.at(-1)).toMatchObject({ title: "undo what was done", state: "done" });
  });

  it("leaves nothing when it is stopped, and rejects with the reason", async () => {
    const folder = await machine();
    vi.stubEnv("FAKE_NPM_HANGS", "run");
    const controller = new AbortController();
    const reason = new Error("enough");
    const onStep = ({ title, state }: SetupStep) => {
      if (title === "build the addon" && state === "started") setTimeout(() => controller.abort(reason), 300);
    };
    await expect(setupBackend("node", { folder, onStep, signal: controller.signal })).rejects.toBe(reason);
    expect(await readdir(folder)).toEqual([]);
  });

  it("says what to install where Python has no TensorFlow", async () => {
    const folder = await machine();
    vi.stubEnv("PYTHON", "/no/such/python");
    await expect(setupBackend("node", { folder })).rejects.toMatchObject({
      code: "SETUP_FAILED",
      message: expect.stringContaining("run python3 -m pip install tensorflow-cpu") as unknown,
    });
  });

  it("keeps what another process has put there in the meantime", async () => {
    const folder = await machine();
    const onStep = ({ title, state }: SetupStep) => {
      if (title === "start it once" && state === "done") mkdirSync(join(folder, "node"));
    };
    const { steps } = await setupBackend("node", { folder, onStep });
    expect(steps.at(-1)?.detail).toMatch(/by another process$/);
    expect(await readdir(folder)).toEqual(["node"]);
    expect(await readdir(join(folder, "node"))).toEqual([]);
  });

  it("replaces one that does not run", async () => {
    const folder = await machine();
    await mkdir(join(folder, "node", "node_modules"), { recursive: true });
    expect(await setupBackend("node", { folder })).toMatchObject({ outcome: "built" });
    expect(await readdir(folder)).toEqual(["node"]);
    expect(await setupBackend("node", { folder })).toMatchObject({ outcome: "present" });
  });

  it("removes what a killed setup left", async () => {
    const folder = await machine();
    await mkdir(join(folder, "node.partial-999999999"), { recursive: true });
    await setupBackend("node", { folder });
    expect(await readdir(folder)).toEqual(["node"]);
  });
});

it("setupBackend(name) rejects what takes no setup", async () => {
  await expect(setupBackend("wasm" as "node")).rejects.toMatchObject({ code: "UNKNOWN_BACKEND" });
});
