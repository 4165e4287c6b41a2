import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { publicEntries } from "./publicEntries.mjs";
import { publicPackages } from "./publicPackages.mjs";

/**
 * Bundles each entry point of each library as an app would that uses all of it.
 *
 * @returns {Promise<Record<string, number>>} bytes by entry point, minified and zipped: with the packages of this
 *   repository that it needs, without tfjs, which an app has once
 */
export async function bundleSizes() {
  const sizes = {};
  for (const { name, folder, manifest } of publicPackages()) {
    if (manifest.bin !== undefined) continue;
    for (const [path, { default: script }] of publicEntries(manifest)) {
      if (script === undefined) continue;
      sizes[path.replace(/^\./, name)] = gzipSync(await bundle(join(folder, script))).length;
    }
  }
  return sizes;
}

async function bundle(script) {
  const folder = mkdtempSync(join(tmpdir(), "minibatch-size-"));
  try {
    const input = join(folder, "entry.js");
    writeFileSync(input, `export * from ${JSON.stringify(script)};`);
    const build = await rolldown({
      input,
      platform: "browser",
      external: [/^@tensorflow\//, /^node:/],
      logLevel: "silent",
    });
    const { output } = await build.generate({ format: "esm", minify: true, codeSplitting: false });
    await build.close();
    return output[0].code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
