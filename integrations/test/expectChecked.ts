import { join } from "node:path";
import { expect } from "vitest";
import { run } from "./run.ts";

/**
 * Sees that a compiler finds no error in the program, nor in our declarations; tfjs' own declarations have some, which
 * `skipLibCheck` is for.
 *
 * @param compiler the folder of TypeScript in node_modules
 */
export async function expectChecked(project: string, compiler: string): Promise<void> {
  for (const resolution of ["nodenext", "bundler"]) {
    const check = [join("node_modules", compiler, "bin", "tsc"), "-p", `tsconfig.${resolution}.json`];
    // oxlint-disable-next-line no-await-in-loop -- two compilers at once would each take twice as long
    const report = await run(project, "node", ...check, "--pretty", "false").catch(
      ({ message }: Error) => message,
    );
    expect(report, compiler).toContain("tfjs-core");
    expect(report.split("\n").filter((line) => /^(?:src|node_modules\/@minibatch)\//.test(line))).toEqual([]);
    expect(await run(project, "node", ...check, "--skipLibCheck")).toBe("");
  }
}
