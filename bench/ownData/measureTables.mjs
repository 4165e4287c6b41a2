import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { seededRandom } from "@minibatch/training";
import { table } from "@minibatch/tables";
import { trainOwn } from "./trainOwn.mjs";

const run = promisify(execFile);
const peers = fileURLToPath(new URL("scikitLearn.py", import.meta.url));

/**
 * Trains on three tables with no option but target and seed, beside scikit-learn on the same rows: those for training and validation to fit,
 * the same ones to test.
 *
 * @param {string} folder where they are written
 * @param {string} mirror
 * @param {number} seeds
 * @returns {Promise<string>} a table
 */
export async function measureTables(folder, mirror, seeds) {
  const tables = [
    { file: "housing.csv", target: "MEDV", text: await housing(mirror), metric: "mae" },
    { file: "passengers.csv", target: "survived", text: passengers(), metric: "accuracy" },
    { file: "shops.csv", target: "busy", text: shops(), metric: "accuracy" },
  ];
  const rows = [];
  for (const { file, target, text, metric } of tables) {
    const path = join(folder, file);
    await writeFile(path, text);
    const found = [];
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { rows: split } = await table(path, { target, seed });
      const parts = { train: [...split.train, ...split.validation], test: split.test };
      const { stdout } = await run("python3", [peers, path, target, JSON.stringify(parts)]);
      const { result } = await trainOwn(folder, [file, "--target", target, "--seed", String(seed)]);
      found.push({ minibatch: result.test[metric], ...JSON.parse(stdout) });
    }
    for (const name of Object.keys(found[0])) {
      const values = found.map((each) => each[name]);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      rows.push(
        `| ${file} | ${metric} | ${name} | ${mean.toFixed(3)} | ${values.map((value) => value.toFixed(3)).join(" ")} |`,
      );
    }
  }
  return ["| table | metric | | mean | by seed |", "| --- | --- | --- | ---: | --- |", ...rows, ""].join(
    "\n",
  );
}

/** Boston housing as a CSV file with a header. */
async function housing(mirror) {
  const text = await readFile(join(mirror, "boston-housing", "housing.data"), "utf8");
  const names = "CRIM,ZN,INDUS,CHAS,NOX,RM,AGE,DIS,RAD,TAX,PTRATIO,B,LSTAT,MEDV";
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return [names, ...lines.map((line) => line.trim().split(/\s+/).join(",")), ""].join("\n");
}

/** Passengers as a famous table has them: numbers, categories, 10 % missing, an id, a constant, and a target of 0 and 1. */
function passengers() {
  const random = seededRandom(3, "passengers");
  const pick = (values) => values[Math.floor(random() * values.length)];
  const noise = () => random() + random() + random() + random() - 2;
  const gap = (value) => (random() < 0.1 ? "" : value);
  const lines = Array.from({ length: 891 }, (_, row) => {
    const cabin = pick([1, 2, 3, 3]);
    const sex = pick(["female", "male", "male"]);
    const age = Math.abs(30 + 24 * noise()).toFixed(1);
    const fare = Math.abs(90 / cabin + 30 * noise()).toFixed(2);
    const port = pick(["S", "S", "S", "C", "Q"]);
    const chance =
      2.2 * (sex === "female" ? 1 : 0) - 0.9 * (cabin - 2) - 0.03 * (age - 30) - 0.6 + 2 * noise();
    return [
      row + 1,
      Number(chance > 0),
      gap(cabin),
      gap(sex),
      gap(age),
      gap(fare),
      gap(port),
      "Titanic",
    ].join(",");
  });
  return ["id,survived,class,sex,age,fare,port,ship", ...lines, ""].join("\n");
}

/** 5,000 days in 500 shops, each busier or quieter than others for reasons of its own. */
function shops() {
  const random = seededRandom(1, "shops");
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const busier = Array.from({ length: 500 }, normal);
  const lines = Array.from({ length: 5000 }, () => {
    const shop = Math.floor(random() * busier.length);
    const [weather, noise] = [normal(), normal()];
    const busy = busier[shop] + 0.8 * weather + 0.6 * noise > 0 ? "yes" : "no";
    return [`shop ${shop}`, weather.toFixed(3), normal().toFixed(3), busy].join(",");
  });
  return ["shop,weather,moon,busy", ...lines, ""].join("\n");
}
