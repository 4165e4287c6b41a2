import { expect, test } from "vitest";
import { download } from "../src/loading/download.ts";
import type { LoadProgress } from "../src/Dataset.ts";
import { failure } from "./failure.ts";
import { closedPort, cut, send, stall, startScript, startServer, status } from "./startServer.ts";
import { hastyTransfer, tiny } from "./tinyDataset.ts";

const { entry, gz, raw } = tiny("train-images.gz");
const half = Math.floor(gz.length / 2);
const options = { transfer: hastyTransfer };

/** `toEqual` takes a third of a second for these arrays. */
const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

test("download(file, urls) returns the bytes of the first mirror and reports them", async () => {
  const server = await startServer(send(gz));
  const events: LoadProgress[] = [];
  const bytes = await download(entry, [`${server.url}a`, `${server.url}b`], {
    ...options,
    onProgress: (event) => events.push(event),
  });
  expect(same(bytes, gz)).toBe(true);
  expect(server.requests).toEqual(["GET /a"]);
  expect(events.at(-1)).toEqual({
    file: entry.name,
    source: `${server.url}a`,
    loadedBytes: gz.length,
    totalBytes: gz.length,
  });
});

test.each([
  ["that answers 404", () => startServer(status(404))],
  ["that answers 500 for ever", () => startServer(status(500))],
  ["with wrong bytes", () => startServer(send(gz.map((byte, i) => (i === half ? byte ^ 1 : byte))))],
  [
    "with a page in place of the file",
    () => startServer(send(new TextEncoder().encode("<html>log in</html>"))),
  ],
  ["that sends too much", () => startServer(send(new Uint8Array([...gz, ...raw])))],
  ["that is silent", () => startServer(() => {})],
  ["that falls silent", () => startServer(stall(gz, half))],
  ["that breaks off and knows no Range", () => startServer(cut(gz, half))],
])("download(file, urls) goes on to the next mirror after one %s", async (_, start) => {
  const bad = await start();
  const good = await startServer(send(gz));
  expect(same(await download(entry, [bad.url, good.url], options), gz)).toBe(true);
  expect(good.requests).toHaveLength(1);
});

test("download(file, urls) goes on to the next mirror after one that refuses connections", async () => {
  const good = await startServer(send(gz));
  expect(same(await download(entry, [await closedPort(), good.url], options), gz)).toBe(true);
});

test("download(file, urls) asks again after an answer of 500", async () => {
  const server = await startScript(status(500), status(503), send(gz));
  expect(same(await download(entry, [server.url], options), gz)).toBe(true);
  expect(server.requests).toHaveLength(3);
});

test("download(file, urls) goes on where a download broke off", async () => {
  const server = await startScript(cut(gz, half), send(gz, { ranges: true }));
  expect(same(await download(entry, [server.url], options), gz)).toBe(true);
  expect(server.requests).toEqual(["GET /", `GET / bytes=${half}-`]);
});

test("download(file, urls) goes on where a download broke off from another mirror", async () => {
  const first = await startServer(cut(gz, half));
  const second = await startServer(send(gz, { ranges: true }));
  expect(same(await download(entry, [first.url, second.url], options), gz)).toBe(true);
  expect(second.requests).toEqual([`GET / bytes=${half}-`]);
});

test("download(file, urls) starts again when the server knows no Range", async () => {
  const server = await startScript(cut(gz, half), send(gz));
  expect(same(await download(entry, [server.url], options), gz)).toBe(true);
  expect(server.requests).toHaveLength(2);
});

test("download(file, urls) does not blame a mirror for the beginning that another one sent", async () => {
  const liar = await startServer(cut(new Uint8Array(gz.length).fill(7), half));
  const good = await startServer(send(gz, { ranges: true }));
  expect(same(await download(entry, [liar.url, good.url], options), gz)).toBe(true);
  expect(good.requests).toEqual([`GET / bytes=${half}-`, "GET /"]);
});

test("download(file, urls) starts again when a server resumes elsewhere", async () => {
  const server = await startScript(
    cut(gz, half),
    (_, response) => {
      response.writeHead(206, { "Content-Range": `bytes 3-${gz.length - 1}/${gz.length}` });
      response.end(gz.subarray(3));
    },
    send(gz),
  );
  expect(same(await download(entry, [server.url], options), gz)).toBe(true);
});

test("download(file, urls) takes a body that was unzipped on the way", async () => {
  const events: LoadProgress[] = [];
  const server = await startServer((_, response) => {
    response.writeHead(200, { "Content-Encoding": "gzip" }).end(gz);
  });
  const bytes = await download(entry, [server.url], {
    ...options,
    onProgress: (event) => events.push(event),
  });
  expect(same(bytes, raw)).toBe(true);
  expect(events.at(-1)).toMatchObject({ loadedBytes: raw.length, totalBytes: raw.length });
});

test("download(file, urls) follows redirects", async () => {
  const server = await startScript((_, response) => {
    response.writeHead(302, { Location: "/moved" }).end();
  }, send(gz));
  expect(same(await download(entry, [server.url], options), gz)).toBe(true);
  expect(server.requests).toEqual(["GET /", "GET /moved"]);
});

test("download(file, urls) names every mirror and its fault when none works", async () => {
  const missing = await startServer(status(404));
  const refusing = await closedPort();
  const silent = await startServer(() => {});
  const wrong = await startServer(send(raw.map((byte) => byte ^ 1)));
  const error = await failure(download(entry, [missing.url, refusing, silent.url, wrong.url], options));
  expect(error.code).toBe("DOWNLOAD_FAILED");
  expect(error.message).toContain(`${missing.url}: answered 404`);
  expect(error.message).toContain(`${refusing}: no answer (ECONNREFUSED)`);
  expect(error.message).toContain(`${silent.url}: silent for 0.3 s`);
  expect(error.message).toContain(`${wrong.url}: ${entry.name} is damaged`);
  expect(error.message).toContain("pass `mirror`");
  expect(missing.requests).toHaveLength(1);
  expect(silent.requests).toHaveLength(hastyTransfer.rounds);
});

test("download(file, urls) throws CHECKSUM_MISMATCH when all it got is wrong bytes", async () => {
  const server = await startServer(send(gz.subarray(0, half)));
  const error = await failure(download(entry, [server.url], options));
  expect(error.code).toBe("CHECKSUM_MISMATCH");
  expect(error.message).toContain(`expected ${gz.length} bytes with SHA-256 ${entry.sha256}`);
  expect(error.message).toContain(`found ${half} bytes`);
});

test("download(file, urls) stops an endless body", async () => {
  const server = await startServer((_, response) => {
    response.on("error", () => {});
    const pour = (): void => {
      if (response.write(new Uint8Array(65_536))) setImmediate(pour);
    };
    response.on("drain", pour);
    pour();
  });
  expect((await failure(download(entry, [server.url], options))).code).toBe("CHECKSUM_MISMATCH");
});

test("download(file, urls, { signal }) rejects with the signal's reason in the middle of a body", async () => {
  const server = await startServer(stall(gz, half));
  const controller = new AbortController();
  const reason = new Error("changed my mind");
  const started = download(entry, [server.url], {
    ...options,
    signal: controller.signal,
    onProgress: () => controller.abort(reason),
  });
  await expect(started).rejects.toBe(reason);
});

test("download(file, urls, { signal }) rejects with the signal's reason before an answer and in a pause", async () => {
  const reason = new Error("changed my mind");
  for (const answer of [() => {}, status(500)]) {
    const controller = new AbortController();
    const server = await startServer((request, response) => {
      answer(request, response);
      setTimeout(() => controller.abort(reason), 20);
    });
    const started = download(entry, [server.url], {
      transfer: { ...hastyTransfer, backoffMs: 60_000 },
      signal: controller.signal,
    });
    await expect(started).rejects.toBe(reason);
  }
});

test("download(file, urls, { onProgress }) rejects with what the callback throws", async () => {
  const server = await startServer(send(gz));
  const fault = new TypeError("a bug of the caller");
  const started = download(entry, [server.url], {
    ...options,
    onProgress: () => {
      throw fault;
    },
  });
  await expect(started).rejects.toBe(fault);
  expect(server.requests).toHaveLength(1);
});
