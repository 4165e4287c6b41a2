// `npm run audit`: known vulnerabilities in what our packages bring along. Fails from "high" on; is skipped, and says so,
// where the registry cannot tell.
import { spawnSync } from "node:child_process";
import { root } from "./pnpm.mjs";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const command = "pnpm audit --prod --json";
const { stdout } = spawnSync("npx", ["--yes", "-p", packageManager, "-c", command], {
  cwd: root,
  encoding: "utf8",
  shell: process.platform === "win32",
  stdio: ["ignore", "pipe", "inherit"],
});
const { advisories, error } = parse(stdout);
if (advisories === undefined) {
  console.log(
    `audit skipped: the registry gives no advisories (${error?.message ?? error?.code ?? "no answer"})`,
  );
} else {
  const all = Object.values(advisories);
  for (const { severity, module_name: name, vulnerable_versions: versions, title, url } of all)
    console.log(`${severity}  ${name} ${versions}  ${title}  ${url}`);
  const grave = all.filter(({ severity }) => severity === "high" || severity === "critical");
  console.log(`${all.length} advisories, ${grave.length} of them high or critical`);
  if (grave.length > 0) process.exitCode = 1;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
