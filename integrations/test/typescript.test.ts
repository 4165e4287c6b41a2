import { it } from "vitest";
import { expectChecked } from "./expectChecked.ts";
import { installProject } from "./installProject.ts";

it("typescript finds no error of ours in its oldest version that works, 5.7, and in its newest, strict, with nodenext and bundler", async () => {
  const project = await installProject("typescript");
  for (const compiler of ["typescript-5.7", "typescript"]) await expectChecked(project, compiler);
});
