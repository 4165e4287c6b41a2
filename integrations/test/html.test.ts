import { requireChromium } from "@minibatch/testing";
import { it } from "vitest";
import { installProject } from "./installProject.ts";
import { openPage } from "./openPage.ts";
import { resultsOf } from "./resultsOf.ts";
import { serve } from "./serve.ts";
import { expectTrained } from "./trained.ts";

it("html trains without a bundler, by an import map", async (context) => {
  requireChromium(context);
  const page = await openPage(context, await serve(await installProject("html")));
  expectTrained({ name: "import map", served: "plain" }, await resultsOf(page), 1);
});
