import "@tensorflow/tfjs-backend-cpu";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { encodeModel, linearRegression, loadModel } from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

type Answer = (url: URL, response: ServerResponse, request: IncomingMessage) => void;

async function serve(answer: Answer): Promise<string> {
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? "/", "http://localhost"), response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The files of a model whose weight is 2. */
async function savedModel(): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const model = linearRegression();
  const [kernel, bias] = [tf.tensor2d([[2]]), tf.tensor1d([1])];
  model.setWeights([kernel, bias]);
  const files = new Map(await encodeModel(model, { dataset: "lines" }));
  tf.dispose([kernel, bias]);
  model.dispose();
  return files;
}

async function expectModel(location: string): Promise<void> {
  const { model, metadata } = await loadModel(location);
  expect(metadata).toEqual({ dataset: "lines" });
  expect(model.getWeights().map((weight) => weight.dataSync()[0])).toEqual([2, 1]);
  model.dispose();
}

it("loadModel(url) takes the query of a signed address along to the weights, and leaves a fragment at home", () =>
  expectNoLeak(async () => {
    const files = await savedModel();
    const asked: string[] = [];
    const url = await serve(({ pathname, search, searchParams }, response) => {
      asked.push(pathname + search);
      const file = files.get(pathname.slice("/m/".length));
      const allowed = searchParams.get("token") === "a/b";
      response.writeHead(allowed ? (file ? 200 : 404) : 403).end(allowed ? file : "<Error>no</Error>");
    });
    for (const path of ["/m/model.json?token=a%2Fb", "/m?token=a%2Fb#top", "/m/?token=a%2Fb"]) {
      await expectModel(url + path);
    }
    expect(asked.slice(0, 2)).toEqual(["/m/model.json?token=a%2Fb", "/m/weights.bin?token=a%2Fb"]);
    expect(new Set(asked).size).toBe(2);
  }));

it("loadModel(url) takes the names of a store that writes slashes as %2F", async () => {
  const files = await savedModel();
  const url = await serve(({ pathname }, response) => {
    const file = files.get(pathname.replace(/^\/o\/models%2F/, ""));
    response.writeHead(file ? 200 : 404).end(file);
  });
  await expectModel(`${url}/o/models%2Fmodel.json?alt=media`);
});

it("loadModel(url) follows weights that have an address of their own, also from a data: address", async () => {
  const files = await savedModel();
  const json = JSON.parse(new TextDecoder().decode(files.get("model.json")));
  const weights = Buffer.from(files.get("weights.bin") ?? []);
  const other = await serve((_, response) => void response.end(weights));
  for (const path of [`${other}/anything?x=1`, `data:;base64,${weights.toString("base64")}`]) {
    json.weightsManifest[0].paths = [path];
    const url = await serve((_, response) => void response.end(JSON.stringify(json)));
    await expectModel(url);
    await expectModel(`data:application/json,${encodeURIComponent(JSON.stringify(json))}`);
  }
  json.weightsManifest[0].paths = ["weights.bin"];
  await expect(loadModel(`data:,${encodeURIComponent(JSON.stringify(json))}`)).rejects.toMatchObject({
    code: "UNSUPPORTED_LOCATION",
    message: expect.stringContaining("Use decodeModel(files)"),
  });
});

it.each([
  [404, "NOT_FOUND", "the server answered 404"],
  [410, "NOT_FOUND", "the server answered 410"],
  [401, "DOWNLOAD_FAILED", "It asks for a login"],
  [403, "DOWNLOAD_FAILED", "A signed address may have expired"],
  [500, "DOWNLOAD_FAILED", "the server answered 500"],
])(
  "loadModel(url) says so when the model or its weights are answered with %i",
  async (status, code, words) => {
    const files = await savedModel();
    for (const refused of ["model.json", "weights.bin"]) {
      const url = await serve(({ pathname }, response) => {
        const file = files.get(pathname.slice(1));
        if (pathname === `/${refused}`) response.writeHead(status).end("<html>sorry</html>");
        else response.end(file);
      });
      const error = expect.objectContaining({ code, message: expect.stringContaining(words) });
      await expect(loadModel(`${url}?token=secret`)).rejects.toEqual(error);
      await expect(loadModel(`${url}?token=secret`)).rejects.toThrow(`${url}/${refused}`);
      await expect(loadModel(`${url}?token=secret`)).rejects.not.toThrow("secret");
    }
  },
);

it.each([
  ["text/html; charset=utf-8", "\n<!DOCTYPE html><title>App</title>"],
  ["application/json", "<html><body>login</body></html>"],
  ["text/html", "<div>an error</div>"],
])("loadModel(url) knows a web page of type %s from a model", async (type, page) => {
  const files = await savedModel();
  for (const replaced of ["model.json", "weights.bin"]) {
    const url = await serve(({ pathname }, response) => {
      if (pathname === `/${replaced}`) response.writeHead(200, { "Content-Type": type }).end(page);
      else response.end(files.get(pathname.slice(1)));
    });
    await expect(loadModel(url)).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringContaining("the server answered with a web page (HTML)"),
    });
  }
});

it("loadModel(url) says so when no server answers", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  await expect(loadModel(`http://127.0.0.1:${port}/m`)).rejects.toMatchObject({
    code: "DOWNLOAD_FAILED",
    message: expect.stringContaining("ECONNREFUSED"),
  });
});
