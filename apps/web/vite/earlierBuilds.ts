import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Plugin } from "vite";
import { type Build, buildsToKeep } from "./buildsToKeep.ts";

/** Names the files of each build that is in the folder. */
const list = "builds.json";

/**
 * Keeps the scripts and styles of the builds before beside the new ones, where they were built into the same folder.
 *
 * They are named after what is in them, so that none replaces another one. A page that was open before a deploy asks for its own when it
 * needs them; where there is no service worker to keep them, as over plain http, the server has to.
 */
export function earlierBuilds(): Plugin {
  let folder = "";
  let assets = "";
  let earlier: readonly Build[] = [];
  const contents = new Map<string, Uint8Array>();
  return {
    name: "minibatch:earlier-builds",
    apply: "build",
    configResolved({ root, build: { outDir, assetsDir } }) {
      folder = resolve(root, outDir);
      assets = `${assetsDir}/`;
      earlier = readBuilds(folder);
      // Vite empties the folder before it writes.
      for (const name of new Set(earlier.flatMap((build) => Object.keys(build)))) {
        const bytes = readIfThere(join(folder, name));
        if (bytes) contents.set(name, bytes);
      }
    },
    writeBundle(_options, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) => fileName.startsWith(assets));
      const current = Object.fromEntries(
        files.map((file) => [
          file.fileName,
          Buffer.byteLength(file.type === "chunk" ? file.code : file.source),
        ]),
      );
      const builds = buildsToKeep(current, earlier);
      for (const name of new Set(builds.flatMap((build) => Object.keys(build)))) {
        const bytes = contents.get(name);
        if (name in current || !bytes) continue;
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), bytes);
      }
      writeFileSync(join(folder, list), `${JSON.stringify(builds, null, 1)}\n`);
    },
  };
}

/** A folder without a list, or with a damaged one, has nothing to keep. */
function readBuilds(folder: string): readonly Build[] {
  try {
    const builds: unknown = JSON.parse(readFileSync(join(folder, list), "utf8"));
    return Array.isArray(builds) ? (builds as Build[]) : [];
  } catch {
    return [];
  }
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
