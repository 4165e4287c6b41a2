import { execFileSync } from "node:child_process";
import { stat, writeFile } from "node:fs/promises";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Cache, datasets, fetchDataset, memoryCache, noCache } from "@minibatch/datasets";
import { requireProgram, temporaryFolder } from "@minibatch/testing";
import { describe, expect, it, onTestFinished } from "vitest";
import { datasetServer } from "../src/serve/datasetServer.ts";
import { servedFiles } from "../src/serve/servedFiles.ts";
import { tinyCache, tinyCard, tinyContents } from "./tinyArchive.ts";

const labels = Buffer.from(tinyContents["labels.gz"] ?? []);

async function start(cache: Cache): Promise<{ url: string; log: string[] }> {
  const log: string[] = [];
  const server = datasetServer({ cache, onAnswer: (line) => log.push(line) }, servedFiles([tinyCard]));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, log };
}

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

/** A path as it is, which `fetch` would tidy up first. */
function rawStatus(url: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { path }, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end();
  });
}

describe("datasetServer(options)", () => {
  it("sends a file with its length, its checksum as ETag, and leave for any page to read it", async () => {
    const { url, log } = await start(await tinyCache());
    const response = await fetch(`${url}tiny/labels.gz`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-length": "1000",
      "content-type": "application/gzip",
      "accept-ranges": "bytes",
      "access-control-allow-origin": "*",
      etag: `"${tinyCard.files[0]?.sha256}"`,
    });
    expect(response.headers.has("content-encoding")).toBe(false);
    expect((await bytesOf(response)).equals(labels)).toBe(true);
    expect(log).toEqual(["GET /tiny/labels.gz 200"]);
  });

  it.each([
    ["bytes=990-", 206, "bytes 990-999/1000", [990, 1000]],
    ["bytes=10-19", 206, "bytes 10-19/1000", [10, 20]],
    ["bytes=-5", 206, "bytes 995-999/1000", [995, 1000]],
    ["bytes=0-5,8-9", 200, null, [0, 1000]],
  ] as const)("answers Range: %s with %d", async (Range, status, contentRange, [from, to]) => {
    const { url } = await start(await tinyCache());
    const response = await fetch(`${url}tiny/labels.gz`, { headers: { Range } });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-range")).toBe(contentRange);
    expect((await bytesOf(response)).equals(labels.subarray(from, to))).toBe(true);
  });

  it("refuses a range past the end, and forgets ranges of another version", async () => {
    const { url } = await start(await tinyCache());
    const past = await fetch(`${url}tiny/labels.gz`, { headers: { Range: "bytes=1000-" } });
    expect([past.status, past.headers.get("content-range")]).toEqual([416, "bytes */1000"]);
    const headers = { Range: "bytes=10-19", "If-Range": '"another"' };
    expect((await fetch(`${url}tiny/labels.gz`, { headers })).status).toBe(200);
  });

  it("answers HEAD, OPTIONS and If-None-Match without a body, and no other methods", async () => {
    const { url } = await start(await tinyCache());
    const address = `${url}tiny/labels.gz`;
    const head = await fetch(address, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, "1000"]);
    const etag = head.headers.get("etag") ?? "";
    expect((await fetch(address, { headers: { "If-None-Match": etag } })).status).toBe(304);
    const preflight = await fetch(address, { method: "OPTIONS" });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("Range");
    expect((await fetch(address, { method: "PUT", body: "x" })).status).toBe(405);
  });

  it("packs an archive anew, the same at each request, which tar and the package unpack", async (context) => {
    const tar = requireProgram(context, "tar");
    const { url } = await start(await tinyCache());
    const address = `${url}tiny/batches.tar.gz`;
    const whole = await fetch(address);
    expect(whole.headers.get("content-type")).toBe("application/x-tar");
    const archive = await bytesOf(whole);
    expect(whole.headers.get("content-length")).toBe(String(archive.length));
    const rest = await fetch(address, { headers: { Range: "bytes=1300-" } });
    expect((await bytesOf(rest)).equals(archive.subarray(1300))).toBe(true);

    const folder = await temporaryFolder();
    await writeFile(join(folder, "batches.tar"), archive);
    execFileSync(tar, ["xf", "batches.tar"], { cwd: folder });
    const sizeOf = async (name: string) => (await stat(join(folder, "batches", name))).size;
    expect([await sizeOf("one.bin"), await sizeOf("two.bin")]).toEqual([700, 512]);

    const cache = memoryCache();
    await fetchDataset(tinyCard, { cache, mirror: url });
    expect(await cache.list()).toEqual(Object.keys(tinyContents).map((name) => `tiny/${name}`));
  });

  it("serves members of an archive as well", async () => {
    const { url } = await start(await tinyCache());
    expect((await bytesOf(await fetch(`${url}tiny/batches/two.bin`))).length).toBe(512);
  });

  it("knows its files and nothing else", async () => {
    const { url } = await start(await tinyCache());
    for (const path of [
      "/tiny",
      "/tiny/",
      "/tiny/labels",
      "/../../etc/passwd",
      "/tiny/../tiny/labels.gz",
      "//",
    ])
      expect(await rawStatus(url, path), path).toBe(404);
    expect(await rawStatus(url, "/tiny/%2e%2e/tiny/labels.gz")).toBe(404);
  });

  it("does not send what is damaged, and sends it once it is whole", async () => {
    const cache = await tinyCache();
    await cache.put("tiny/labels.gz", new Uint8Array(1000));
    const { url } = await start(cache);
    const damaged = await fetch(`${url}tiny/labels.gz`);
    expect(damaged.status).toBe(404);
    expect(await damaged.text()).toContain("minibatch datasets fetch");
    await cache.put("tiny/labels.gz", labels);
    expect((await fetch(`${url}tiny/labels.gz`)).status).toBe(200);
  });

  it("says so when a file has gone since it was verified", async () => {
    const cache = await tinyCache();
    const { url } = await start(cache);
    await fetch(`${url}tiny/labels.gz`).then(bytesOf);
    await cache.delete("tiny/labels.gz");
    expect((await fetch(`${url}tiny/labels.gz`)).status).toBe(502);
    expect((await fetch(`${url}tiny/labels.gz`)).status).toBe(404);
  });

  it("lists what there is, for programs and for people", async () => {
    const { url } = await start(noCache);
    const index = await (await fetch(`${url}index.json`)).json();
    const downloaded = datasets.filter(({ files }) => files.length > 0);
    expect(index).toMatchObject({ datasets: downloaded.map(({ name }) => ({ name, cached: "no" })) });
    const page = await (await fetch(url, { headers: { Accept: "text/html" } })).text();
    expect(page).toContain(`--mirror ${url}`);
    expect(page).toContain('href="/boston-housing/housing.data"');
  });
});
