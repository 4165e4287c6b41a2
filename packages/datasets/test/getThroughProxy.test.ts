import { type AddressInfo, createServer } from "node:net";
import { startProxy } from "@minibatch/testing";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { httpGet } from "../src/loading/httpGet.node.ts";
import type { HttpAnswer } from "../src/Platform.ts";
import { request } from "../src/loading/request.ts";
import { startHttps } from "./startHttps.ts";
import { closedPort, startServer } from "./startServer.ts";
import { tiny } from "./tinyDataset.ts";

const { gz } = tiny("train-images.gz");
const { signal } = new AbortController();

afterEach(() => void vi.unstubAllEnvs());

async function bodyOf({ pieces }: HttpAnswer): Promise<Buffer> {
  const copies: Uint8Array[] = [];
  for await (const piece of pieces) copies.push(Uint8Array.from(piece));
  return Buffer.concat(copies);
}

const portOf = (url: string): number => Number(new URL(url).port);

test("httpGet(address) asks the proxy of the environment for http:, with its own headers", async () => {
  const server = await startServer((asked, response) => {
    response.end(`${asked.headers.host} ${asked.headers.range} ${asked.headers["proxy-authorization"]}`);
  });
  const { host, requests } = await startProxy(portOf(server.url), "me:p@ss");
  vi.stubEnv("HTTP_PROXY", `http://me:p%40ss@${host}`);
  const answer = await httpGet("http://mirror.test:8080/a/b?c=d#e", { Range: "bytes=3-" }, signal);
  expect((await bodyOf(answer)).toString()).toBe("mirror.test:8080 bytes=3- undefined");
  expect(requests).toEqual(["GET http://mirror.test:8080/a/b?c=d"]);
  vi.stubEnv("NO_PROXY", "127.0.0.1,mirror.test:9");
  await bodyOf(await httpGet(server.url, {}, signal));
  expect(requests).toHaveLength(1);
});

test("httpGet(address) reads https: by a tunnel, and still refuses who is not who it says", async (context) => {
  const { port, trust } = await startHttps(context, "mirror.test", (asked, response) => {
    if (asked.url === "/gz") response.end(gz);
    else response.writeHead(302, { Location: "https://mirror.test/gz" }).end();
  });
  const { host, requests } = await startProxy(port, "me:secret");
  vi.stubEnv("https_proxy", `me:secret@${host}`);
  await expect(httpGet("https://mirror.test/gz", {}, signal)).rejects.toMatchObject({
    cause: { code: "DEPTH_ZERO_SELF_SIGNED_CERT" },
  });
  trust();
  expect((await bodyOf(await httpGet("https://mirror.test/", {}, signal))).equals(gz)).toBe(true);
  expect(new Set(requests)).toEqual(new Set(["CONNECT mirror.test:443"]));
  await expect(httpGet("https://other.test/gz", {}, signal)).rejects.toMatchObject({
    cause: { code: "ERR_TLS_CERT_ALTNAME_INVALID" },
  });
});

test.each(["http", "https"])(
  "httpGet(address) names the proxy for %s: that refuses or is not there, and keeps its password",
  async (scheme) => {
    const variable = `${scheme.toUpperCase()}_PROXY`;
    const { host } = await startProxy(1, "me:secret");
    vi.stubEnv(variable, `http://me:wrong@${host}`);
    const refused = httpGet(`${scheme}://mirror.test/`, {}, signal);
    await expect(refused).rejects.toThrow(
      `the proxy http://${host} (${variable}) answered 407: it wants a name and a password`,
    );
    await expect(refused).rejects.not.toThrow("wrong");
    const closed = new URL(await closedPort()).origin;
    vi.stubEnv(variable, closed);
    await expect(httpGet(`${scheme}://mirror.test/`, {}, signal)).rejects.toThrow(
      expect.objectContaining({
        name: "TypeError",
        message: `no answer from the proxy ${closed} (${variable})`,
        cause: expect.objectContaining({ code: "ECONNREFUSED" }),
      }),
    );
  },
);

test("request(url) names the proxy in what its caller reads", async () => {
  const options = { from: 0, stallMs: 5000 };
  const { host } = await startProxy(portOf(await closedPort()));
  vi.stubEnv("HTTP_PROXY", host);
  vi.stubEnv("HTTPS_PROXY", host);
  await expect(request("http://mirror.test/", options)).rejects.toThrow(
    `answered 502 through the proxy http://${host} (HTTP_PROXY)`,
  );
  await expect(request("https://mirror.test/", options)).rejects.toThrow(
    `the proxy http://${host} (HTTPS_PROXY) answered 502`,
  );
});

test.each(["http", "https"])(
  "httpGet(address) stops waiting for a proxy for %s: that says nothing when told to",
  async (scheme) => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void silent.close());
    vi.stubEnv(`${scheme.toUpperCase()}_PROXY`, `127.0.0.1:${(silent.address() as AddressInfo).port}`);
    const controller = new AbortController();
    const waiting = httpGet(`${scheme}://mirror.test/`, {}, controller.signal);
    silent.once("connection", () => controller.abort(new Error("enough")));
    await expect(waiting).rejects.toThrow("enough");
  },
);
