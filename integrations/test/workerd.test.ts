import { expect, it } from "vitest";
import { installProject } from "./installProject.ts";
import { run } from "./run.ts";
import { expectTrained } from "./trained.ts";
import { versionOf } from "./versionOf.ts";

it("workerd trains and predicts from modules that were compiled beforehand, without a file system", async () => {
  const project = await installProject("workerd");
  await run(project, "npm", "run", "build");
  const { trained, predicted } = JSON.parse(await run(project, "npm", "start", "--silent"));
  expectTrained({ name: `workerd, by Miniflare ${await versionOf(project, "miniflare")}` }, trained, 1);
  // It reads four of the five; guessing would read none or one.
  expect(predicted.classes.slice(0, 4)).toEqual(predicted.labels.slice(0, 4));
});
