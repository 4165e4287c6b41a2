// `npm run test:keras`: real Keras writes a model for each class of layers and 12 whole ones; ours loads each, writes it again, and Keras loads that.
// Then training goes on across: three epochs here and three in Keras are six in Keras.
// With `-- --update` the table of docs/keras.md is written anew.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleForNode } from "../../../scripts/bundleForNode.mjs";
import { layerTable } from "./layerTable.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
/** What recurrent layers may differ by, in steps that add up; and all others. */
const tolerance = (name) =>
  /LSTM|GRU|RNN|Bidirectional|Masking|Embedding|recurrent|text/.test(name) ? 1e-5 : 1e-6;

const folder = mkdtempSync(join(tmpdir(), "minibatch-keras-"));
try {
  const python = (script) =>
    execFileSync("python3", [here(script), folder], { stdio: ["ignore", "inherit", "ignore"] });
  const ours = async (name) => {
    const script = join(folder, `${name}.cjs`);
    await bundleForNode(here(`${name}.ts`), script);
    execFileSync(process.execPath, [script, folder], { stdio: ["ignore", "ignore", "inherit"] });
  };
  const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  python("write.py");
  await ours("answer");
  python("read.py");
  python("begin.py");
  await ours("train");
  python("goOn.py");
  const models = compareModels(read("index.json"), read("answers.json"), read("read.json"));
  const training = compareLosses(read("training.json").losses, read("first.json"), read("rest.json"));
  const failed = models.failed + training.failed;
  console.log(`${models.passed + training.passed} passed, ${failed} failed, 0 skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compareModels(index, answers, written) {
  let [passed, failed] = [0, 0];
  const rows = new Map();
  for (const { group, name, file } of index) {
    for (const ending of [".keras", ".h5"]) {
      const [reads, writes] = [answers[file + ending], written[file + ending]];
      // What tfjs does not have is named, and then there is nothing to write.
      const refused = typeof reads === "string" && reads.includes("TensorFlow.js does not have all");
      const whole = reads < tolerance(name) && writes < tolerance(name);
      if (whole || refused) passed += 1;
      else {
        failed += 1;
        console.log(`${file}${ending}: here ${reads}, back in Keras ${writes}`);
      }
      const row = rows.get(name) ?? { group, name, differences: [], back: [], missing: new Set() };
      if (refused) row.missing.add(/\): (.*?)(?:; |\. Replace)/.exec(reads)?.[1] ?? "");
      else if (whole) {
        row.differences.push(reads);
        row.back.push(writes);
      }
      rows.set(name, row);
    }
  }
  if (process.argv.includes("--update")) {
    for (const page of ["../../../docs/keras.md", "../../../docs/zh/keras.md"]) {
      const path = here(page);
      const text = readFileSync(path, "utf8");
      const [head] = text.split("<!-- table -->");
      writeFileSync(
        path,
        `${head}<!-- table -->\n\n${layerTable([...rows.values()], page.includes("/zh/"))}`,
      );
    }
  }
  return { passed, failed };
}

/** Holds three epochs here and three in Keras to six in Keras. */
function compareLosses(six, first, rest) {
  let [passed, failed] = [0, 0];
  for (const [name, expected] of Object.entries(six)) {
    const found = [...first[name], ...rest[name]];
    const difference = Math.max(...expected.map((loss, epoch) => Math.abs(loss - found[epoch])));
    if (difference < 1e-4) passed += 1;
    else {
      failed += 1;
      console.log(`${name}: the losses of three epochs here and three in Keras differ by ${difference}`);
    }
  }
  return { passed, failed };
}
