import { requireChromium } from "@minibatch/testing";
import { expect, it } from "vitest";
import { installProject } from "./installProject.ts";
import { openFolder } from "./openFolder.ts";
import { resultsOf } from "./resultsOf.ts";
import { run } from "./run.ts";
import { trained } from "./trained.ts";

it("webpack builds an app that trains on the page", async (context) => {
  requireChromium(context);
  const project = await installProject("webpack");
  await run(project, "npm", "run", "build");
  const page = await openFolder(context, project);
  expect(await resultsOf(page)).toEqual(trained);
});
