import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decode, encode } from "fast-png";

/** So many samples that no run has seen are answered by the page and by the command. */
const asked = 20;
const side = 24;

/**
 * Runs on data of one's own, made up here: what is trained on, and how a module and a page are asked for what `minibatch predict` is asked for.
 */
export const ownRuns = [
  {
    name: "bars",
    title: "pictures of one's own, two classes",
    options: ["--epochs", "15", "--learning-rate", "0.0003"],
    write(folder) {
      for (const name of ["lying", "standing"]) {
        const path = join(folder, "pictures", name);
        mkdirSync(path, { recursive: true });
        for (let at = 0; at < 40; at += 1)
          writeFileSync(join(path, `${at}.png`), bars(name === "standing", at));
      }
      const path = join(folder, "new");
      mkdirSync(path);
      for (let at = 0; at < asked; at += 1) {
        writeFileSync(join(path, `${at}.png`), bars(at % 2 === 0, 100 + 7 * at));
      }
      return "pictures";
    },
    inputs: () => Array.from({ length: asked }, (_, at) => join("new", `${at}.png`)),
    answer(module, input, folder) {
      const { width, height, data } = decode(readFileSync(join(folder, input)));
      const rgba = Array.from(data, (grey) => [grey, grey, grey, 255]).flat();
      return module.predictImage({ width, height, data: rgba });
    },
    async ask(page, input, folder) {
      await page.setInputFiles("input[type=file]", []);
      await page.setInputFiles("input[type=file]", join(folder, input));
    },
  },
  {
    name: "houses",
    title: "a table of one's own, prices",
    options: ["--target", "price", "--epochs", "20"],
    write(folder) {
      const rows = Array.from({ length: 200 }, (_, at) => `${rowOf(at).join(",")},${priceOf(at)}`);
      writeFileSync(join(folder, "houses.csv"), ["rooms,distance,city,price", ...rows, ""].join("\n"));
      return "houses.csv";
    },
    inputs: () =>
      Array.from({ length: asked }, (_, at) => {
        const [rooms, distance, city] = rowOf(500 + at);
        return `rooms=${rooms},distance=${distance},city=${city}`;
      }),
    answer(module, input) {
      const cells = input.split(",").map((cell) => cell.split("="));
      const row = Object.fromEntries(cells);
      const numberOf = (text) => (text === "" ? null : Number(text));
      return module.predictRow({ ...row, rooms: numberOf(row.rooms), distance: numberOf(row.distance) });
    },
    async ask(page, input) {
      const cells = input.split(",").map((cell) => cell.split("="));
      const text = [cells.map(([name]) => name), cells.map(([, value]) => value)]
        .map((row) => row.join(","))
        .join("\n");
      await page.locator("textarea").fill("");
      await page.locator("textarea").fill(text);
    },
  },
];

/** Bars that stand or lie, each picture a little different. */
function bars(standing, number) {
  const data = Uint8Array.from({ length: side * side }, (_, at) => {
    const [y, x] = [Math.floor(at / side), at % side];
    const bright = Math.floor(((standing ? x : y) + number) / 3) % 2 === 1;
    return (bright ? 180 : 20) + ((x * 31 + y * 17 + number * 101) % 41);
  });
  return encode({ width: side, height: side, data, channels: 1 });
}

function rowOf(at) {
  // Some are not known, as in tables that people have.
  const distance = at % 9 === 0 ? "" : ((at * 11) % 23) / 2;
  return [(at * 7) % 6, distance, ["Bern", "Chur", "Genf"][(at * 5) % 3]];
}

function priceOf(at) {
  const [rooms, distance, city] = rowOf(at);
  return rooms * 50 - Number(distance) * 6 + (city === "Genf" ? 80 : 0) + ((at * 13) % 5);
}
