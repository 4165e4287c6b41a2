import "@tensorflow/tfjs-backend-cpu";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { syntheticDigits } from "@minibatch/datasets";
import { loadModel } from "@minibatch/models";
import { startChromium } from "@minibatch/testing";
import { predict } from "@minibatch/training";
import * as tf from "@tensorflow/tfjs-core";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { runCli } from "./runCli.ts";

const images = 20;
let cwd: string;
/** What `minibatch predict` says of the first test digits: the probability of each class. */
let expected: number[];

/** The object that a command prints. */
async function json(...argv: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await runCli([...argv, "--backend", "wasm", "--json"], { cwd });
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "minibatch-test-"));
  await json("train", "digits-cnn", "--limit", "256", "--epochs", "1", "--seed", "2", "--out", "run");
  const names = Array.from({ length: images }, (_, row) => `synthetic-digits:test:${row}`);
  const { predictions } = (await json("predict", "run", ...names)) as {
    predictions: { probabilities: Record<string, number> }[];
  };
  expected = predictions.flatMap(({ probabilities }) => Object.values(probabilities));
}, 120_000);
afterAll(() => rm(cwd, { recursive: true, force: true }));

/** Serves the run folder at `/run/`, and a page with a script. */
async function serve(script = ""): Promise<string> {
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (path.startsWith("/run/")) {
      createReadStream(join(cwd, path)).pipe(response);
    } else {
      response.writeHead(200, { "Content-Type": path.endsWith(".js") ? "text/javascript" : "text/html" });
      response.end(path === "/page.js" ? script : '<script type="module" src="/page.js"></script>');
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Bundles a module that stands in this package, for browsers. */
async function bundle(code: string): Promise<string> {
  const folder = await mkdtemp(join(import.meta.dirname, "..", "node_modules", ".test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const input = join(folder, "entry.js");
  await writeFile(input, code);
  const build = await rolldown({
    input,
    platform: "browser",
    resolve: { conditionNames: ["@minibatch/source", "browser", "import"] },
    logLevel: "silent",
  });
  const { output } = await build.generate({ format: "esm", codeSplitting: false });
  await build.close();
  return output[0].code;
}

function expectSame(probabilities: ArrayLike<number>) {
  expect(probabilities).toHaveLength(images * 10);
  const differences = expected.map((value, at) => Math.abs(value - (probabilities[at] ?? Number.NaN)));
  expect(Math.max(...differences)).toBeLessThan(1e-6);
}

describe("a model that minibatch train saved predicts the same to 1e-6", () => {
  it("in Node, from its folder and over HTTP", async () => {
    await tf.setBackend("cpu");
    const { test } = await syntheticDigits.load({ limit: { train: 1, test: images } });
    for (const location of [join(cwd, "run"), `${await serve()}/run`]) {
      const { model, metadata } = await loadModel(location);
      expect(metadata).toMatchObject({ dataset: "synthetic-digits", classNames: syntheticDigits.classNames });
      const { data } = await predict(model, test.x, { inputScaling: metadata.inputScaling });
      expectSame(data);
      model.dispose();
    }
  });

  it("in Chromium, over HTTP and from the browser's own storage", async (context) => {
    const browser = await startChromium(context);
    const url = await serve(
      await bundle(`
        import "@tensorflow/tfjs-backend-cpu";
        import { syntheticDigits } from "@minibatch/datasets";
        import { loadModel, saveModel } from "@minibatch/models";
        import { predict } from "@minibatch/training";

        const { test } = await syntheticDigits.load({ limit: { train: 1, test: ${images} } });
        async function probabilities({ model, metadata }) {
          const { data } = await predict(model, test.x, { inputScaling: metadata.inputScaling });
          return [...data];
        }
        const served = await loadModel(location.origin + "/run");
        await saveModel(served.model, "indexeddb://digits", served.metadata);
        const kept = await loadModel("indexeddb://digits");
        globalThis.results = [await probabilities(served), await probabilities(kept)];
      `),
    );
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(url);
    await page.waitForFunction(() => "results" in globalThis, undefined, { timeout: 30_000 });
    const results = await page.evaluate(() => (globalThis as unknown as { results: number[][] }).results);
    expect(faults).toEqual([]);
    expect(results).toHaveLength(2);
    for (const probabilities of results) expectSame(probabilities);
  });
});
