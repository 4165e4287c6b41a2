import { execFile } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "@minibatch/testing";
import { describe, expect, it } from "vitest";
import { bin, runBin } from "./runBin.ts";

describe("the minibatch process", () => {
  it("fails on a truncated file of a mirror, and writes nothing", async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, "mirror", "mnist"), { recursive: true });
    await writeFile(join(cwd, "mirror", "mnist", "train-images-idx3-ubyte.gz"), new Uint8Array(1000));
    const options = ["--mirror", "mirror", "--cache-dir", "cache", "--offline", "--json"];
    const { code, stdout, stderr } = await runBin(["train", "mnist-softmax", ...options], cwd);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("train-images-idx3-ubyte.gz");
    expect(stderr).not.toContain("    at ");
    expect((await readdir(cwd)).filter((name) => name !== "cache")).toEqual(["mirror"]);
  });

  it("starts fast and knows its version", async () => {
    const { code, stdout } = await runBin(["--version"], "/");
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  it.for(["--version", "train --help", "export --help", "datasets list --json", "datasets info mnist"])(
    "loads no TensorFlow.js for %s",
    async (line) => {
      const cwd = await temporaryFolder();
      const hook = join(cwd, "hook.mjs");
      const script = `import { createRequire } from "node:module";
process.on("exit", () => console.error(Object.keys(createRequire(import.meta.url).cache).join("\\n")));`;
      await writeFile(hook, script);
      const { stderr } = await promisify(execFile)(
        process.execPath,
        ["--import", hook, bin, ...line.split(" ")],
        { cwd },
      );
      expect(stderr).toContain("commander");
      expect(stderr).not.toContain("tfjs");
    },
  );
});
