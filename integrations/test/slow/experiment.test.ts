import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { installNode } from "../installNode.ts";
import { installProject } from "../installProject.ts";
import { requireOtherNodes } from "../requireOtherNodes.ts";
import { run } from "../run.ts";

/** What JSON cannot say, with types that Node has to take away. */
const experiment = `import { mlp } from "@minibatch/models";
import { type Recipe, suggest } from "@minibatch/recipes";
import { table } from "@minibatch/tables";

interface Given { readonly path: (relative: string) => string }

export default async ({ path }: Given): Promise<Recipe> => {
  const dataset = await table(path("flats.csv"), { target: "rent" });
  const createModel = (seed: number) => mlp({ inputShape: dataset.inputShape, hidden: [4], outputs: 1, seed });
  return { ...suggest(dataset), name: "small", title: "Flats" as string, dataset, architecture: "Dense 4", createModel };
};
`;

it("minibatch train experiment.ts runs an experiment with types in Node 22, and says in Node 20 what to do", async (context) => {
  requireOtherNodes(context);
  const project = await installProject("cli");
  const rows = Array.from({ length: 60 }, (_, row) => `${row % 7},${row % 5},${100 * (row % 7) + row}`);
  await writeFile(join(project, "flats.csv"), ["rooms,floor,rent", ...rows].join("\n"));
  await writeFile(join(project, "experiment.ts"), experiment);
  const minibatch = join(project, "node_modules", "minibatch", "dist", "bin.js");
  const train = [minibatch, "train", "experiment.ts", "--backend", "wasm", "--epochs", "2"];
  const newer = await installNode(project, 22);
  const printed = await run(project, newer, ...train, "--json", "--out", "run");
  expect(JSON.parse(printed)).toMatchObject({ recipe: "small", epochs: 2, baselines: [{}, {}] });
  // By the experiment in the folder of the run, too, and again from there.
  const again = await run(
    project,
    newer,
    minibatch,
    "train",
    "run/experiment.json",
    "--json",
    "--out",
    "again",
  );
  expect(JSON.parse(again)).toMatchObject({ history: JSON.parse(printed).history });
  const older = await installNode(project, 20);
  await expect(run(project, older, ...train)).rejects.toThrow(
    /experiment\.ts is TypeScript, which Node 20\.\S+ does not run by itself\. Use Node 22\.18 or newer, or save it without types as experiment\.mjs\./,
  );
});
