// `npm run web:screenshots`: every page of the web app into docs/screenshots/, wide and light in English, narrow and dark in Chinese;
// `npm run web:screenshots -- course draw` takes those pages alone, `-- --all --out <folder>` both sizes in both languages, to be looked at.
import { mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { withBuiltApp } from "./withBuiltApp.mjs";

/** What each picture shows: an address, and what is done there. Real datasets stay out of the repository, pictures of them too. */
const shots = [
  { name: "home", hash: "#/", ready: ".probabilities .best" },
  { name: "data", hash: "#/data?dataset=synthetic-digits", ready: ".numbers rect" },
  { name: "own", hash: "#/own", act: fillClasses, ready: "[data-own-status=done]", look: ".own-result" },
  {
    name: "build",
    hash: "#/build?rows=1000",
    act: playFor(100),
    narrow: "#/build?kind=plane&data=spiral&net=dense16-dense16&rate=0.03",
    actNarrow: playFor(400),
    look: ".plane-pad",
  },
  { name: "train", hash: "#/train?epochs=3", act: (page) => pressAndFinish(page), look: ".curves" },
  { name: "runs", hash: "#/runs", act: compareTwo, narrow: sameAddress, look: ".comparison .curves" },
  {
    name: "explore",
    hash: "#/train?epochs=4&limit=1280&learningRate=0.003",
    act: lookInside,
    narrow: sameAddress,
    ready: "[data-why]",
    look: ".chosen-mistake",
  },
  { name: "evaluate", hash: "#/evaluate?dataset=synthetic-digits", ready: ".confusion", look: ".confusion" },
  { name: "draw", hash: "#/draw", ready: ".sheets canvas" },
  {
    name: "regression",
    hash: "#/regression?data=drawn&epochs=60",
    act: (page) => pressAndFinish(page),
    look: ".scatter",
  },
  {
    name: "course",
    hash: "#/course/convolutional-networks?show=convolution",
    narrow: "#/course/networks?show=neuron",
  },
  { name: "glossary", hash: "#/glossary", ready: "main dl, main dt" },
];
const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { all: { type: "boolean" }, out: { type: "string" } },
});
const chosen = names.length === 0 ? shots : shots.filter(({ name }) => names.includes(name));
const patience = { timeout: 300_000 };

const out =
  values.out === undefined
    ? fileURLToPath(new URL("../docs/screenshots/", import.meta.url))
    : resolve(process.env["INIT_CWD"] ?? "", values.out);
mkdirSync(out, { recursive: true });
await withBuiltApp(async ({ browser, url }) => {
  for (const shot of chosen) await take(browser, url, shot);
});

async function take(browser, url, { name, hash, act, narrow = hash, actNarrow, ready = "main h1", look }) {
  const page = await browser.newPage({ locale: "en-US" });
  const picture = async (size, width, height) => {
    await page.waitForSelector(ready, patience);
    await atRest(page);
    const path = join(out, `${name}-${size}.png`);
    await page.screenshot({ path });
    console.error(`${name}-${size}.png, ${width} x ${height}, ${Math.round(statSync(path).size / 1000)} kB`);
  };
  const show = async (width, height, hash, settings) => {
    await page.setViewportSize({ width, height });
    await page.goto(`${url}${hash}${hash.includes("?") ? "&" : "?"}${settings}`);
  };
  await show(1280, 900, hash, "lang=en&theme=light");
  await page.waitForSelector("main h1", patience);
  await act?.(page);
  await picture("wide", 1280, 900);
  if (values.all) {
    await show(1280, 900, sameAddress(page), "lang=zh&theme=dark");
    await picture("wide-zh", 1280, 900);
  }
  // In the same document, so that what was trained is there.
  await show(360, 740, typeof narrow === "string" ? narrow : narrow(page), "lang=zh&theme=dark");
  await actNarrow?.(page);
  const lookAt = () =>
    page.evaluate((look) => document.querySelector(look)?.scrollIntoView({ block: "center" }), look);
  if (look) await lookAt();
  await picture("narrow", 360, 740);
  if (values.all) {
    await show(360, 740, sameAddress(page), "lang=en&theme=light");
    if (look) await lookAt();
    await picture("narrow-en", 360, 740);
  }
  await page.close();
}

/** Where the page has come to, without how it looks. */
function sameAddress(page) {
  return new URL(page.url()).hash.replace(/[?&](?:lang|theme)=\w+/g, "").replace(/^([^?&]*)&/, "$1?");
}

/** Fills two classes with pictures that are drawn here, and trains on them. */
async function fillClasses(page) {
  for (const [at, name] of ["disc", "bar"].entries()) {
    const box = page.locator(".class-box").nth(at);
    await box.locator("input:not([type])").fill(name);
    await box.locator("input:not([type])").blur();
    await box.locator("input[type=file]").setInputFiles(
      Array.from({ length: 24 }, (_, number) => ({
        name: `${name}-${number + 1}.bmp`,
        mimeType: "image/bmp",
        buffer: drawnShape(name, number),
      })),
    );
  }
  await pressAndFinish(page, "[data-own-status=done]");
}

/** A bright shape on a dark ground, of 32 x 32 pixels, as a BMP of 24 bits a pixel. */
function drawnShape(name, number) {
  const side = 32;
  const header = Buffer.alloc(54);
  header.write("BM");
  for (const [value, at] of [
    [54 + side * side * 3, 2],
    [54, 10],
    [40, 14],
    [side, 18],
    [side, 22],
    [0x180001, 26],
  ]) {
    header.writeUInt32LE(value, at);
  }
  const [x, y] = [10 + ((number * 7) % 13), 10 + ((number * 5) % 13)];
  const pixels = Array.from({ length: side * side }, (_, at) => {
    const [dx, dy] = [(at % side) - x, Math.floor(at / side) - y];
    const inside = name === "disc" ? dx * dx + dy * dy < 49 : Math.abs(dx) < 3;
    const level = (inside ? 200 : 30) + ((at * 7919 + number * 104729) % 31);
    return [level, level, level];
  });
  return Buffer.concat([header, Buffer.from(pixels.flat())]);
}

/** Lets the network that one builds learn from so many batches or more, and stops it. */
function playFor(batches) {
  return async (page) => {
    await page.click("main .play-buttons .primary:enabled", patience);
    await page.waitForFunction(
      (least) => Number(document.querySelector("[data-batches]")?.dataset.batches) >= least,
      batches,
      patience,
    );
    await page.click("main .play-buttons .primary", patience);
    await page.waitForSelector("[data-build-status=ready]", patience);
  };
}

/** Starts what the page is about, and waits for its end. */
async function pressAndFinish(page, done = "[data-status=done]") {
  await page.click("main button.primary:enabled", patience);
  await page.waitForSelector(done, patience);
  // The pointer and the focus are not in the picture.
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement?.blur());
}

/** Trains, and looks into the run, half of the way back. */
async function lookInside(page) {
  await pressAndFinish(page);
  await page.getByRole("link", { name: /^Look inside/ }).click(patience);
  await page.waitForSelector("[data-why]", patience);
  await page.evaluate(() => (location.hash += "&epoch=2&lang=en&theme=light"));
  await page.waitForSelector('.explored[data-epoch="2"]', patience);
}

/** Trains two short runs that differ in their rate, and ticks both on the page of runs. */
async function compareTwo(page) {
  for (const rate of ["0.001", "0.004"]) {
    await page.evaluate(
      (rate) => (location.hash = `#/train?epochs=3&limit=1280&learningRate=${rate}&lang=en&theme=light`),
      rate,
    );
    await page.waitForFunction(
      (rate) => document.querySelector("main form input[step=any]")?.value === rate,
      rate,
    );
    await pressAndFinish(page);
  }
  await page.evaluate(() => (location.hash = "#/runs?lang=en&theme=light"));
  for (const number of [0, 1]) await page.getByRole("checkbox").nth(number).check(patience);
  await page.waitForSelector(".compared", patience);
}

/** Waits until the page has not changed for a second. */
async function atRest(page) {
  const content = () => page.evaluate(() => document.body.outerHTML);
  for (let round = 0; round < 30; round += 1) {
    const before = await content();
    await page.waitForTimeout(1000);
    if ((await content()) === before) return;
  }
}
