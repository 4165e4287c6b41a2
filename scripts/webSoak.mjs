// `npm run web:soak`: trains in a tab for 20 minutes, with all that the page Build shows and a run of a recipe beside it, and fails where
// memory grows; `-- --minutes 5` for as long as that.
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { withBuiltApp } from "./withBuiltApp.mjs";

const { values } = parseArgs({ options: { minutes: { type: "string", default: "20" } } });
const minutes = Number(values.minutes);
if (!(minutes >= 1)) {
  console.error(`--minutes must be 1 or more, but it is ${values.minutes}.`);
  process.exit(1);
}

/** So often memory is measured, in milliseconds. */
const interval = Math.min(30_000, (minutes * 60_000) / 12);
/** What may be added between the first and the last third of the time, in MB: a longer history, a curve of more points. */
const allowed = 4;
/** A batch may be under way when tensors are counted; one that is lost in each batch makes thousands. */
const allowedTensors = 50;
const columns = ["minute", "page MB", "workers MB", "tensors", "renderer MB", "batches"];
const rows = [];

await withBuiltApp(async ({ browser, url }) => {
  const page = await browser.newPage({ locale: "en-US", viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(300_000);
  await page.goto(`${url}#/train?epochs=100000&batchSize=64&backend=wasm`);
  await page.waitForFunction(() => globalThis.crossOriginIsolated);
  await page.click("main button.primary:enabled");
  await page.waitForSelector("[data-status=running]");
  await page.evaluate(() => (location.hash = "#/build?rows=1000"));
  await page.waitForSelector("[data-build-status=ready]");
  await page.click("main .play-buttons .primary:enabled");
  const measure = await memoryMeter(browser, page);
  console.log(columns.map((name) => name.padStart(12)).join(""));
  const begun = Date.now();
  for (let at = interval; at <= minutes * 60_000; at += interval) {
    await page.waitForTimeout(Math.max(0, begun + at - Date.now()));
    const row = { minute: (Date.now() - begun) / 60_000, ...(await measure()) };
    rows.push(row);
    const cells = [row.minute, row.page, row.workers, row.tensors, row.renderer, row.batches];
    console.log(
      cells.map((value, index) => value.toFixed(index > 2 && index !== 4 ? 0 : 1).padStart(12)).join(""),
    );
  }
});

const third = Math.floor(rows.length / 3);
const faults = ["page", "workers", "tensors"].flatMap((name) => {
  // The first measurement is of a page that still warms up.
  const early = median(rows.slice(1, 1 + third).map((row) => row[name]));
  const late = median(rows.slice(-third).map((row) => row[name]));
  const most = name === "tensors" ? allowedTensors : allowed;
  return late - early > most ? [`${name}: ${early.toFixed(1)} at first, ${late.toFixed(1)} in the end`] : [];
});
if (faults.length > 0) {
  console.error(`Memory grows. ${faults.join("; ")}.`);
  process.exitCode = 1;
} else console.log(`Memory is flat over ${minutes} minutes.`);

/** Measures what a page and its workers hold once garbage is collected. */
async function memoryMeter(browser, page) {
  const devtools = await page.context().newCDPSession(page);
  const system = await browser.newBrowserCDPSession();
  const workers = new Map();
  const answers = new Map();
  let lastId = 0;
  devtools.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") workers.set(sessionId, targetInfo);
  });
  devtools.on("Target.detachedFromTarget", ({ sessionId }) => workers.delete(sessionId));
  devtools.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result = {} } = JSON.parse(message);
    answers.get(id)?.(result);
    answers.delete(id);
  });
  await devtools.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const ask = (sessionId, method, params = {}) => {
    lastId += 1;
    const id = lastId;
    const answer = new Promise((resolve) => answers.set(id, resolve));
    const message = JSON.stringify({ id, method, params });
    return devtools.send("Target.sendMessageToTarget", { sessionId, message }).then(() => answer);
  };
  return async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize = 0 } = await devtools.send("Runtime.getHeapUsage");
    const heaps = await Promise.all(
      [...workers.keys()].map(async (session) => {
        await ask(session, "HeapProfiler.collectGarbage");
        const heap = await ask(session, "Runtime.getHeapUsage");
        const expression = "globalThis._tfengine?.state.numTensors ?? 0";
        const { result } = await ask(session, "Runtime.evaluate", { expression });
        return { bytes: heap.usedSize + (heap.backingStorageSize ?? 0), tensors: result?.value ?? 0 };
      }),
    );
    const { processInfo } = await system.send("SystemInfo.getProcessInfo");
    return {
      page: (usedSize + backingStorageSize) / 1e6,
      workers: heaps.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6,
      tensors: heaps.reduce((sum, { tensors }) => sum + tensors, 0),
      renderer: residentBytes(processInfo.filter(({ type }) => type === "renderer")) / 1e6,
      batches: await page.evaluate(() => Number(document.querySelector("[data-batches]")?.dataset.batches)),
    };
  };
}

/** What the processes have in main memory, where the system tells. */
function residentBytes(processes) {
  return processes
    .map(({ id }) => {
      const file = `/proc/${id}/status`;
      const [, kilobytes = 0] = existsSync(file)
        ? (/^VmRSS:\s+(\d+)/m.exec(readFileSync(file, "utf8")) ?? [])
        : [];
      return Number(kilobytes) * 1024;
    })
    .reduce((sum, bytes) => sum + bytes, 0);
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
