import { join } from "node:path";
import { writeFiveClasses, writeTwentyClasses } from "./pictureFolders.mjs";
import { trainOwn } from "./trainOwn.mjs";

/**
 * Trains on two folders of pictures with no option but the seed, which also decides the split.
 *
 * @param {string} folder where they are written
 * @param {string} mirror
 * @param {number} seeds
 * @returns {Promise<string>} a table
 */
export async function measurePictures(folder, mirror, seeds) {
  const rows = [];
  for (const [name, write] of [
    ["twenty", writeTwentyClasses],
    ["five", writeFiveClasses],
  ]) {
    await write(join(folder, name), mirror);
    const runs = [];
    for (let seed = 1; seed <= seeds; seed += 1) {
      runs.push(await trainOwn(folder, [name, "--seed", String(seed), "--cache-dir", join(folder, "cache")]));
    }
    const accuracies = runs.map(({ result }) => result.test.accuracy);
    const linear = runs.map(({ result }) => result.baselines[1].accuracy);
    const { train, validation, test } = runs[0].result.samples;
    rows.push(
      [
        name,
        `${train} / ${validation} / ${test}`,
        share(mean(accuracies)),
        accuracies.map(share).join(" "),
        share(mean(linear)),
        `${Math.max(...runs.map(({ seconds }) => seconds)).toFixed(0)} s`,
      ].join(" | "),
    );
  }
  return [
    "| pictures | training / validation / test | accuracy, mean | by seed | linear model, mean | longest command |",
    "| --- | --- | ---: | --- | ---: | ---: |",
    ...rows.map((row) => `| ${row} |`),
    "",
  ].join("\n");
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const share = (value) => value.toFixed(3);
