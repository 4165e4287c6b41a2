import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { bostonHousing, cifar10, mnist, noCache } from "@minibatch/datasets";
import { requireMirror, temporaryFolder } from "@minibatch/testing";
import { describe, expect, it, onTestFinished } from "vitest";
import { main } from "../src/main.ts";
import { cuttingProxy } from "./cuttingProxy.ts";
import { runCli } from "./runCli.ts";

/** Starts the command, gives the address that it prints, and stops it. */
async function serve(...argv: string[]) {
  const stop = new AbortController();
  const written = { stdout: "", stderr: "" };
  const stderr = { write: (text: string) => (written.stderr += text) };
  let running: Promise<number> | undefined;
  await new Promise<void>((resolve) => {
    const write = (text: string): void => {
      written.stdout += text;
      resolve();
    };
    const io = { stdout: { write }, stderr, env: {}, cwd: "/", signal: stop.signal };
    running = main(["datasets", "serve", "--port", "0", ...argv], io);
    void running.then(() => resolve());
  });
  const end = async () => {
    stop.abort();
    return running;
  };
  onTestFinished(async () => void (await end()));
  return { url: /http:\S+\//.exec(written.stdout)?.[0] ?? "", written, end };
}

describe("minibatch datasets serve", () => {
  it("prints where it is and how to use it, logs requests, and ends well when it is stopped", async () => {
    const { url, written, end } = await serve("--cache-dir", await temporaryFolder());
    expect(written.stdout).toContain(`--mirror ${url}`);
    expect(written.stdout).toContain("Not in the cache: mnist, fashion-mnist, ");
    expect((await fetch(`${url}mnist/train-labels-idx1-ubyte.gz`)).status).toBe(404);
    expect(written.stderr).toBe("GET /mnist/train-labels-idx1-ubyte.gz 404\n");
    expect(await end()).toBe(0);
    await expect(fetch(url)).rejects.toThrow("fetch failed");
  });

  it("prints one JSON object at once, and nothing else", async () => {
    const cache = await temporaryFolder();
    const { url, written } = await serve("--cache-dir", cache, "--json", "--quiet");
    expect(JSON.parse(written.stdout)).toMatchObject({
      url: expect.stringMatching(/^http/),
      cache,
      mirror: null,
    });
    await fetch(url.replace(/".*/, ""));
    expect(written.stderr).toBe("");
  });

  it("hands out a cache that the package's own loaders read, archives included", async (context) => {
    const mirror = requireMirror(context);
    const { url } = await serve("--mirror", mirror, "--cache-dir", await temporaryFolder());
    const { train } = await mnist.load({ mirror: url, cache: noCache, limit: { test: 0 } });
    expect(train.x.shape).toEqual([60_000, 28, 28, 1]);
    expect([...train.y.data.subarray(0, 5)]).toEqual([5, 0, 4, 1, 9]);
    const boston = await bostonHousing.load({ mirror: url, cache: noCache });
    expect(boston.train.y.data[0]).toBe(15.2);
    const { test } = await cifar10.load({ mirror: url, cache: noCache, split: "test", limit: 10 });
    expect(test.y.data[0]).toBe(3);
  });

  it("lets the package's own loaders go on with a download that broke off", async (context) => {
    const mirror = requireMirror(context);
    const { url, written } = await serve("--mirror", mirror, "--cache-dir", await temporaryFolder());
    const broken = await cuttingProxy(url, 3_000_000);
    const { train } = await mnist.load({ mirror: broken, cache: noCache, split: "train" });
    expect([...train.y.data.subarray(0, 5)]).toEqual([5, 0, 4, 1, 9]);
    expect(written.stderr).toContain("GET /mnist/train-images-idx3-ubyte.gz 206\n");
  });

  it("serves from the cache alone without a mirror, and refuses what is damaged", async () => {
    const cache = await temporaryFolder();
    await mkdir(join(cache, "boston-housing"));
    await writeFile(join(cache, "boston-housing", "housing.data"), "not the data");
    const { url } = await serve("--cache-dir", cache);
    const response = await fetch(`${url}boston-housing/housing.data`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("no whole boston-housing/housing.data");
  });

  it("says what to do when the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await runCli(["datasets", "serve", "--port", String(port)]);
    expect(code).toBe(1);
    expect(stderr).toContain("--port 0 picks a free one");
  });
});
