import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { requireMirror, temporaryFolder } from "@minibatch/testing";
import { expect, it, onTestFinished } from "vitest";

const run = promisify(execFile);

/** Every ```js and ```ts block of a README, as the reader would paste it into a module. */
function examplesOf(readme: string): string[] {
  return [...readFileSync(readme, "utf8").matchAll(/^```(?:js|ts)\n(.*?)^```$/gms)].map(
    ([, code = ""]) => code,
  );
}

/** What the comments beside and below each `console.log` promise. */
function promisedOutput(example: string): string {
  const promised: string[] = [];
  let printing = false;
  for (const line of example.split("\n")) {
    const [, code = "", comment] = /^(.*?)(?:\/\/ (.*))?$/.exec(line) ?? [];
    printing = code.includes("console.log(") || (printing && line !== "" && code.trim() === "");
    if (printing && comment !== undefined) promised.push(comment);
  }
  return promised.join("\n");
}

/** Whether a string has single or double quotes, and where lines break, is not what an example promises. */
function comparable(text: string): string {
  return text.replaceAll('"', "'").replaceAll(/\s+/g, " ").trim();
}

/** Lays the real files out in the package's own cache and as `mirror`, so that examples load them without a network. */
async function fillCache(folder: string, mirror: string): Promise<void> {
  const caches = join(folder, "minibatch");
  await symlink(mirror, join(folder, "mirror"), "dir");
  await mkdir(caches);
  for (const name of ["mnist", "fashion-mnist"]) {
    await cp(join(mirror, name), join(caches, name), { recursive: true, dereference: true });
  }
}

/** Where a script has to stand for its imports to resolve; the CLI depends on every package. */
const guides = readdirSync("docs/guides").filter((name) => name.endsWith(".md"));
const homes = new Map<string, string>([
  ["README.md", "apps/cli"],
  ...guides.map((name) => [`docs/guides/${name}`, "apps/cli"] as const),
  ...["packages", "apps"].flatMap((parent) =>
    readdirSync(parent).map((name) => [`${parent}/${name}/README.md`, `${parent}/${name}`] as const),
  ),
]);

for (const [readme, home] of homes) {
  const examples = existsSync(readme) ? examplesOf(readme) : [];
  for (const [index, example] of examples.entries()) {
    it(`example ${index + 1} of ${readme} prints what it promises`, { timeout: 120_000 }, async (context) => {
      const folder = await temporaryFolder();
      if (/\b(?:mnist|fashionMnist)\b[^"\n]*\.load\(/.test(example))
        await fillCache(folder, requireMirror(context));
      const script = join(process.cwd(), home, `.readme-example-${process.pid}.mjs`);
      onTestFinished(() => rm(script, { force: true }));
      await writeFile(script, example);
      const { stdout } = await run(process.execPath, [script], {
        cwd: folder,
        env: { ...process.env, XDG_CACHE_HOME: folder, MINIBATCH_BACKENDS: folder, NO_COLOR: "1" },
        timeout: 100_000,
      });
      expect(comparable(stdout)).toBe(comparable(promisedOutput(example)));
    });
  }
}

const translations = [
  ["README.zh-CN.md", "README.md"],
  ...guides.map((name) => [`docs/guides/zh/${name}`, `docs/guides/${name}`]),
] as const;

it.for(translations)("%s has the headings and the code of %s", ([translation = "", original = ""]) => {
  expect(examplesOf(translation)).toEqual(examplesOf(original));
  const outline = (file: string) => readFileSync(file, "utf8").match(/^(?:#+(?= )|```.*)/gm);
  expect(outline(translation)).toEqual(outline(original));
});
