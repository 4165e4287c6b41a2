import { requireChromium } from "@minibatch/testing";
import { expect, it } from "vitest";
import { installProject } from "./installProject.ts";
import { openFolder } from "./openFolder.ts";
import { resultsOf } from "./resultsOf.ts";
import { trained } from "./trained.ts";

it("html trains without a bundler, by an import map", async (context) => {
  requireChromium(context);
  const page = await openFolder(context, await installProject("html"));
  expect(await resultsOf(page)).toEqual(trained);
});
