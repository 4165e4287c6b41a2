import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { installProject } from "./installProject.ts";
import { run } from "./run.ts";

it("minibatch train digits-cnn runs on WASM where only the command was installed", async () => {
  const project = await installProject("cli");
  const small = ["--backend", "wasm", "--limit", "500", "--epochs", "1"];
  const printed = await run(
    project,
    "npx",
    "minibatch",
    "train",
    "digits-cnn",
    ...small,
    "--json",
    "--out",
    "run",
  );
  expect(JSON.parse(printed)).toMatchObject({
    recipe: "digits-cnn",
    backend: "wasm",
    parameters: 34_826,
    epochs: 1,
  });
  expect(await readdir(join(project, "run"))).toContain("report.html");
  const predicted = await run(
    project,
    "npx",
    "minibatch",
    "predict",
    "run",
    "synthetic-digits:test:0",
    "--json",
  );
  expect(JSON.parse(predicted)).toMatchObject({ predictions: [{ label: "7" }] });
  const rows = Array.from(
    { length: 60 },
    (_, row) => `${row % 7},${row % 2 ? "yes" : "no"},${100 * (row % 7) + row}`,
  );
  await writeFile(join(project, "flats.csv"), ["rooms,balcony,rent", ...rows].join("\n"));
  const table = ["train", "flats.csv", "--target", "rent", "--backend", "wasm", "--epochs", "5"];
  const own = await run(project, "npx", "minibatch", ...table, "--json", "--out", "flats");
  expect(JSON.parse(own)).toMatchObject({ recipe: "flats", task: "regression" });
});
