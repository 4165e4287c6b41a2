import { readFileSync } from "node:fs";
import { noCache } from "@minibatch/datasets";
import { type Page, startChromium } from "@minibatch/testing";
import { expect, test, type TestContext } from "vitest";
import { type ImageDataset, imageFolder } from "../src/index.ts";
import { bundleForBrowser } from "./bundleForBrowser.ts";
import { makeClasses } from "./makeClasses.ts";
import { makeFolder } from "./makeFolder.ts";
import { jpegOf, makePicture } from "./makePicture.ts";
import { makeZip } from "./makeZip.ts";

/** What a page or a worker is to read: files by path, in base64, and as what. */
interface Order {
  readonly files: Readonly<Record<string, string>>;
  readonly as: "files" | "directory" | "zip";
}

/** What came of it. */
interface Answer {
  readonly card: Omit<ImageDataset, "load">;
  readonly rows: Readonly<Record<string, readonly number[]>>;
  readonly decoded: number;
}

const code = `
  import { imageFolder } from "@minibatch/images";
  const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  async function sourceOf({ files, as }) {
    const entries = Object.entries(files).map(([path, text]) => [path, bytesOf(text)]);
    if (as === "zip") return entries[0][1];
    if (as === "files") return entries.map(([path, bytes]) =>
      Object.defineProperty(new File([bytes], path), "webkitRelativePath", { value: "pictures/" + path }));
    const top = await (await navigator.storage.getDirectory()).getDirectoryHandle("pictures", { create: true });
    for (const [path, bytes] of entries) {
      const [folder, name] = path.split("/");
      const directory = await top.getDirectoryHandle(folder, { create: true });
      const writable = await (await directory.getFileHandle(name, { create: true })).createWritable();
      await writable.write(bytes);
      await writable.close();
    }
    return top;
  }
  globalThis.run = async (order) => {
    let decoded = 0;
    const make = globalThis.createImageBitmap;
    globalThis.createImageBitmap = (...given) => (decoded++, make(...given));
    const pictures = await imageFolder(await sourceOf(order));
    globalThis.createImageBitmap = make;
    const rows = {};
    const { train, validation, test } = await pictures.load();
    for (const { x, names } of [train, validation, test]) {
      const each = x.shape[1] * x.shape[2] * x.shape[3];
      for (const [at, name] of names.entries()) rows[name] = [...x.data.subarray(at * each, (at + 1) * each)];
    }
    return { card: JSON.parse(JSON.stringify(pictures)), rows, decoded };
  };
  if (globalThis.document === undefined) onmessage = async ({ data }) => postMessage(await globalThis.run(data));`;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const { files: reference } = JSON.parse(
  readFileSync(new URL("./reference/pictures.json", import.meta.url), "utf8"),
) as { files: Record<string, { file: string }> };

/** Pictures of every format and turn, and some that cannot be read. */
const files: Record<string, Uint8Array> = {
  ...makeClasses({ a: 4, b: 4 }),
  ...Object.fromEntries(
    ["gif", "webp-lossy", "bmp-24", "png-rgba-8-plain", "jpeg-progressive", "jpeg-orientation-6"].map(
      (name) => [`a/${name}`, Buffer.from(reference[name]?.file ?? "", "base64")],
    ),
  ),
  "b/cut.jpg": jpegOf(makePicture(900)).subarray(0, 600),
  "b/heic.jpg": Uint8Array.from([0, 0, 0, 24, ...Buffer.from("ftypheic0000")]),
};
const listed = Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, base64(bytes)]));

async function openPage(context: TestContext): Promise<Page> {
  const script = await bundleForBrowser(code);
  const page = await (await startChromium(context)).newPage();
  await page.route("**/*", (route) =>
    route.request().url().endsWith(".js")
      ? route.fulfill({ contentType: "text/javascript", body: script })
      : route.fulfill({ contentType: "text/html", body: '<script type="module" src="/bundle.js"></script>' }),
  );
  await page.goto("http://localhost/");
  return page;
}

function inPage(page: Page, order: Order): Promise<Answer> {
  return page.evaluate(
    (order) => (globalThis as unknown as { run(order: Order): Promise<Answer> }).run(order),
    order,
  );
}

function inWorker(page: Page, order: Order): Promise<Answer> {
  return page.evaluate(
    (order) =>
      new Promise<Answer>((resolve, reject) => {
        const worker = new Worker("/bundle.js", { type: "module" });
        worker.addEventListener("message", ({ data }) => resolve(data as Answer));
        worker.addEventListener("error", ({ message }) => reject(new Error(message)));
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
        worker.postMessage(order);
      }),
    order,
  );
}

/** Decoders of JPEG and WebP round in their own ways, and enlarge colours between their samples in others. */
const tolerance = 12;

async function expectAsInNode({ card, rows }: Answer, prefix = ""): Promise<void> {
  const expected = await imageFolder(await makeFolder(files), { cache: noCache, threads: 0 });
  expect({ ...card, leftOut: [] }).toEqual({ ...JSON.parse(JSON.stringify(expected)), leftOut: [] });
  expect(card.leftOut).toEqual(expected.leftOut.map((each) => ({ ...each, file: prefix + each.file })));
  const { train, validation = train, test } = await expected.load();
  for (const { x, names } of [train, validation, test]) {
    const each = x.data.length / (x.shape[0] ?? 1);
    for (const [at, name] of (names ?? []).entries()) {
      const row = rows[prefix + name] ?? [];
      const own = x.data.subarray(at * each, (at + 1) * each);
      expect(row).toHaveLength(each);
      const worst = own.reduce(
        (most, value, place) => Math.max(most, Math.abs(value - (row[place] ?? 0))),
        0,
      );
      expect(worst, name).toBeLessThanOrEqual(/png|gif|bmp/.test(name) ? 1 : tolerance);
    }
  }
}

test.for([
  ["on the main thread", inPage],
  ["in a module worker", inWorker],
] as const)("imageFolder(source) in Chromium, %s, gives what it gives in Node", async ([, run], context) => {
  const page = await openPage(context);
  const first = await run(page, { files: listed, as: "files" });
  await expectAsInNode(first, "pictures/");
  expect([first.decoded, first.card.leftOut.length]).toEqual([14, 2]);
  await expectAsInNode(await run(page, { files: listed, as: "directory" }));
  // The second time, everything is in the browser's cache.
  const again = await run(page, { files: listed, as: "directory" });
  expect(again.decoded).toBe(0);
  await expectAsInNode(again);
  await expectAsInNode(await run(page, { files: { zip: base64(makeZip(files)) }, as: "zip" }));
});

test("a bundle for browsers has none of the decoders for Node", async () => {
  const bundle = await bundleForBrowser(code);
  expect(bundle).not.toMatch(/from\s*"node:|jsquash|mozjpeg/i);
  expect(bundle.length).toBeLessThan(60_000);
});
