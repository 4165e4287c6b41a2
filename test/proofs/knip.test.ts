import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../scripts/pnpm.mjs";

it("knip finds no file, export or dependency without a use", { timeout: 120_000 }, async () => {
  const knip = join(root, "node_modules", "knip", "bin", "knip.js");
  const report = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [knip, "--no-progress", "--treat-config-hints-as-errors"],
      { cwd: root },
      (error, stdout, stderr) => resolve(error ? stdout + stderr : ""),
    );
  });
  expect(report).toBe("");
});
