import { createServer as createSocketServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { httpGet } from "../src/loading/httpGet.node.ts";
import type { HttpAnswer } from "../src/Platform.ts";
import { startHttps } from "./startHttps.ts";
import { startServer } from "./startServer.ts";
import { tiny } from "./tinyDataset.ts";

const { gz } = tiny("train-images.gz");
const { signal } = new AbortController();

async function bodyOf({ pieces }: HttpAnswer): Promise<Buffer> {
  const copies: Uint8Array[] = [];
  for await (const piece of pieces) copies.push(Uint8Array.from(piece));
  return Buffer.concat(copies);
}

test("httpGet(address, headers) sends the headers, and gives status, headers and body", async () => {
  const server = await startServer((request, response) => {
    response.writeHead(206, { "Content-Range": "bytes 3-5/6" }).end(request.headers.range);
  });
  const answer = await httpGet(server.url, { Range: "bytes=3-" }, signal);
  expect(answer.status).toBe(206);
  expect(answer.header("content-range")).toBe("bytes 3-5/6");
  expect(answer.header("content-encoding")).toBeNull();
  expect((await bodyOf(answer)).toString()).toBe("bytes=3-");
});

test("httpGet(address) follows redirects to relative and other addresses, and keeps its headers", async () => {
  const other = await startServer((request, response) => void response.end(request.headers.range));
  const server = await startServer((request, response) => {
    const Location = request.url === "/a/b" ? "c" : other.url;
    response.writeHead(request.url === "/a/b" ? 302 : 308, { Location }).end("moved");
  });
  const answer = await httpGet(`${server.url}a/b`, { Range: "bytes=3-" }, signal);
  expect((await bodyOf(answer)).toString()).toBe("bytes=3-");
  expect(server.requests).toEqual(["GET /a/b bytes=3-", "GET /a/c bytes=3-"]);
});

test("httpGet(address) gives up redirects that never end, and those to other protocols", async () => {
  const endless = await startServer((_, response) => {
    response.writeHead(302, { Location: "/" }).end();
  });
  await expect(httpGet(endless.url, {}, signal)).rejects.toThrow("more than 20 redirects");
  expect(endless.requests).toHaveLength(21);
  const file = await startServer((_, response) => {
    response.writeHead(302, { Location: "file:///etc/hosts" }).end();
  });
  await expect(httpGet(file.url, {}, signal)).rejects.toThrow(TypeError);
});

test("httpGet(address) outlives a server that closes the connection while nobody reads", async () => {
  const body = new Uint8Array(1_000_000).fill(7);
  const server = createSocketServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`);
      socket.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const answer = await httpGet(`http://127.0.0.1:${port}/`, {}, signal);
  await sleep(100);
  expect((await bodyOf(answer)).equals(body)).toBe(true);
});

test("httpGet(address) throws a TypeError for damaged zipped bodies and for connections that break", async () => {
  const damaged = await startServer((_, response) => {
    response.writeHead(200, { "Content-Encoding": "gzip" }).end(gz.subarray(0, 5000));
  });
  const broken = await startServer((_, response) => {
    response.writeHead(200, { "Content-Length": gz.length });
    response.write(gz.subarray(0, 5000), () => response.destroy());
  });
  for (const { url } of [damaged, broken]) {
    await expect(bodyOf(await httpGet(url, {}, signal))).rejects.toThrow(
      expect.objectContaining({ name: "TypeError", message: "broke off" }),
    );
  }
});

test("httpGet(address) reads from https:, and refuses who is not who it says", async (context) => {
  const { port, trust } = await startHttps(context, "localhost", (_, response) => void response.end(gz));
  const address = `https://localhost:${port}/`;
  await expect(httpGet(address, {}, signal)).rejects.toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" }) }),
  );
  trust();
  expect((await bodyOf(await httpGet(address, {}, signal))).equals(gz)).toBe(true);
});
