import { it } from "vitest";
import { expectChecked } from "../expectChecked.ts";
import { installProject } from "../installProject.ts";
import { run } from "../run.ts";

it("typescript finds no error of ours in the versions between the oldest and the newest", async () => {
  const project = await installProject("typescript");
  for (const version of ["5.8.3", "5.9.3", "6.0.3"]) {
    const alias = `typescript-${version}`;
    await run(project, "npm", "install", "--no-audit", "--no-fund", `${alias}@npm:typescript@${version}`);
    await expectChecked(project, alias);
  }
});
