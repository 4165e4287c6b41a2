// `npm run release:dry`: what a release of the last commit would publish, and nothing is published or left behind. It runs
// the changesets in a clone, builds and packs there, and lets npm go through each publication but for the upload.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pnpm, root } from "./pnpm.mjs";
import { publicPackages } from "./publicPackages.mjs";

const windows = process.platform === "win32";
const run = (program, args, cwd) =>
  execFileSync(program, args, {
    cwd,
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    shell: windows,
  });
const dryRun = ["--dry-run", "--json", "--access", "public", "--loglevel", "error"];
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const clone = mkdtempSync(join(tmpdir(), "minibatch-release-"));
try {
  const dirty = run("git", ["status", "--porcelain"], root).trim();
  if (dirty !== "") console.error("What is not committed is left out.");
  console.error("Cloning, installing, building …");
  run("git", ["clone", "--quiet", "--depth", "1", `file://${root}`, clone], root);
  pnpm(["install", "--frozen-lockfile", "--prefer-offline"], { silent: true, cwd: clone });
  pnpm(["changeset", "version"], { silent: true, cwd: clone });
  const tarballs = run(process.execPath, [join("scripts", "pack.mjs")], clone)
    .trim()
    .split("\n");

  const table = publicPackages().map(({ name, folder, manifest }) => {
    const tarball = tarballs.find((path) => path.endsWith(`${name.replace("@", "").replace("/", "-")}.tgz`));
    const answer = run("npm", ["publish", tarball, ...dryRun], clone);
    const { [name]: release } = JSON.parse(answer);
    console.log(`\n${name} ${manifest.version} -> ${release.version}`);
    console.log(changesOf(join(clone, folder.slice(root.length), "CHANGELOG.md")));
    for (const { path, size } of release.files) console.log(`  ${kilobytes(size).padStart(9)}  ${path}`);
    return {
      package: name,
      now: manifest.version,
      release: release.version,
      files: release.entryCount,
      packed: kilobytes(release.size),
      unpacked: kilobytes(release.unpackedSize),
    };
  });
  console.log("\nNothing was published. A release would publish:");
  console.table(table);
} catch (error) {
  // What failed has said why.
  console.error(error.message.split("\n")[0]);
  process.exitCode = 1;
} finally {
  rmSync(clone, { recursive: true, force: true });
}

/** The newest section of a changelog, indented. */
function changesOf(file) {
  const [, newest = ""] = readFileSync(file, "utf8").split(/^## /m);
  return newest
    .replace(/^.*\n+/, "")
    .trim()
    .replaceAll(/^/gm, "  | ");
}
