import { expect, it } from "vitest";
import { installProject } from "./installProject.ts";
import { run } from "./run.ts";

it("typescript checks strictly with nodenext and with bundler, and no error is ours without skipLibCheck", async () => {
  const project = await installProject("typescript");
  for (const resolution of ["nodenext", "bundler"]) {
    expect(await run(project, "npm", "run", "--silent", `check:${resolution}`)).toBe("");
    const strictest = ["-p", `tsconfig.${resolution}.json`, "--skipLibCheck", "false", "--pretty", "false"];
    // tfjs' own declarations have errors.
    const report = await run(project, "npx", "tsc", ...strictest).catch(({ message }: Error) => message);
    expect(report).toContain("tfjs-core");
    expect(report.split("\n").filter((line) => /^(?:src|node_modules\/@minibatch)\//.test(line))).toEqual([]);
  }
});
