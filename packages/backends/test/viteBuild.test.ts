import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";

/** What the index.html of an app loads. */
const code = `
  import { listBackends, startBackend } from "@minibatch/backends";
  document.body.append(JSON.stringify([await startBackend("auto"), await listBackends()]));`;

/** An app in this package, so that imports resolve as an app's do; built by Vite with its defaults. */
async function buildApp(): Promise<
  readonly { readonly code: string; readonly moduleIds: readonly string[] }[]
> {
  const home = join(import.meta.dirname, "..", "node_modules");
  await mkdir(home, { recursive: true });
  const root = await mkdtemp(join(home, ".vite-app-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await writeFile(join(root, "index.html"), '<script type="module" src="/entry.js"></script>');
  await writeFile(join(root, "entry.js"), code);
  const { build } = await import("vite");
  const result = await build({
    root,
    configFile: false,
    logLevel: "silent",
    build: { write: false, target: "esnext" },
    resolve: { conditions: ["@minibatch/source", "module", "browser", "import"] },
  });
  const [{ output } = { output: [] }] = [result].flat() as { readonly output: readonly unknown[] }[];
  return (output as { type: string; code: string; moduleIds: string[] }[]).filter(
    ({ type }) => type === "chunk",
  );
}

it("a Vite build that imports @minibatch/backends holds no Node module and no tfjs-node", {
  timeout: 120_000,
}, async () => {
  const chunks = await buildApp();
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
  expect(modules.some((id) => id.endsWith("packages/backends/src/platform.browser.ts"))).toBe(true);
  const ours = modules.filter((id) => id.includes("/packages/"));
  expect(ours.filter((id) => /\.node\.[jt]s$|\/setup\//.test(id))).toEqual([]);
  expect(modules.filter((id) => /tfjs-node|node_modules\/webgpu\//.test(id))).toEqual([]);
  const all = chunks.map(({ code }) => code).join("\n");
  // A require in tfjs' own Emscripten script, behind its check for Node, is not an import.
  const imported = [...all.matchAll(/(?:from|import\()\s*["'`]([^"'`]+)["'`]/g)].map(([, name = ""]) => name);
  expect(imported.filter((name) => name.startsWith("node:") || builtinModules.includes(name))).toEqual([]);
});
