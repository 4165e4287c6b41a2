import "@tensorflow/tfjs-backend-cpu";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startProxy } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { afterEach, expect, it, onTestFinished, vi } from "vitest";
import { encodeModel, linearRegression, loadModel } from "../src/index.ts";

afterEach(() => void vi.unstubAllEnvs());

it("loadModel(url) goes by the proxy that the environment names, also where it is sent on, and names it in errors", async () => {
  await tf.setBackend("cpu");
  const model = linearRegression();
  const files = await encodeModel(model, { dataset: "lines" });
  const server = createServer((request, response) => {
    const [, folder, name = ""] = (request.url ?? "").split("/");
    if (folder === "old") response.writeHead(301, { Location: `/new/${name}` }).end();
    else response.writeHead(files.has(name) ? 200 : 403).end(files.get(name) ?? "no");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { host, requests } = await startProxy((server.address() as AddressInfo).port);
  vi.stubEnv("HTTP_PROXY", `http://${host}`);
  const loaded = await loadModel("http://models.test/old");
  expect(loaded.metadata).toEqual({ dataset: "lines" });
  expect(loaded.model.getWeights()[0]?.dataSync()).toEqual(model.getWeights()[0]?.dataSync());
  expect(requests).toEqual(
    ["old/model.json", "new/model.json", "old/weights.bin", "new/weights.bin"].map(
      (path) => `GET http://models.test/${path}`,
    ),
  );
  await expect(loadModel("http://models.test/a/b")).rejects.toMatchObject({
    code: "DOWNLOAD_FAILED",
    message: expect.stringContaining(`answered 403 through the proxy http://${host} (HTTP_PROXY)`),
  });
  loaded.model.dispose();
  model.dispose();
});
