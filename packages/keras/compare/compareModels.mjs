import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { besideKeras } from "../../../testing/src/besideKeras.mjs";
import { layerTable } from "./layerTable.mjs";

/** What recurrent layers may differ by, in steps that add up; and all others. */
const tolerance = (name) =>
  /LSTM|GRU|RNN|Bidirectional|Masking|Embedding|recurrent|text/.test(name) ? 1e-5 : 1e-6;

/**
 * Real Keras writes a model for each class of layers and 12 whole ones; ours loads each, writes it again, and Keras loads that.
 *
 * @param {{ update: boolean }} options whether the table of docs/keras.md is written anew
 */
export function compareModels({ update }) {
  return besideKeras(new URL(".", import.meta.url), async ({ python, ours, read }) => {
    python("write.py");
    await ours("answer.ts");
    python("read.py");
    return compared(read("index.json"), read("answers.json"), read("read.json"), update);
  });
}

function compared(index, answers, written, update) {
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
  if (update) {
    for (const page of ["../../../docs/keras.md", "../../../docs/zh/keras.md"]) {
      const path = fileURLToPath(new URL(page, import.meta.url));
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
