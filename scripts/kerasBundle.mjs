import { join } from "node:path";
import { rolldown } from "rolldown";
import { root } from "./pnpm.mjs";

/**
 * Bundles what reads and writes `.keras` files, as an app would: one script with what every file needs, and others that come when one of the
 * rarer kind does.
 *
 * @returns {Promise<{ code: string, rest: readonly string[] }>} the script that an app loads, and those that may never be
 */
export async function kerasBundle() {
  const entry = "virtual:keras";
  const source = JSON.stringify(join(root, "packages", "keras", "src", "index.ts"));
  const build = await rolldown({
    input: entry,
    platform: "browser",
    external: [/^@tensorflow\//],
    // An app may take the parts of its own code from its own script.
    preserveEntrySignatures: "allow-extension",
    logLevel: "silent",
    plugins: [
      {
        name: "keras",
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) =>
          id === entry ? `export { decodeKeras, encodeKeras, KerasError } from ${source};` : undefined,
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const first = output.find((chunk) => chunk.isEntry);
  if (first === undefined || first.imports.some((name) => chunks.has(name)))
    throw new Error("What an app loads for .keras files is not one script any more.");
  return { code: first.code, rest: output.filter((chunk) => chunk !== first).map((chunk) => chunk.code) };
}
