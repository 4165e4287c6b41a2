import { join } from "node:path";
import { rolldown } from "rolldown";
import { installPackage } from "./installPackage.ts";

/**
 * Bundles a module that imports the installed package, as a bundler for browsers does.
 *
 * @param code the module
 * @returns the minified script that a page loads, without what it would load later
 */
export async function bundle(code: string): Promise<string> {
  const folder = await installPackage();
  const entry = join(folder, "entry.js");
  const build = await rolldown({
    input: entry,
    platform: "browser",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    onLog(_, log) {
      throw new Error(log.message);
    },
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  return output[0].code;
}
