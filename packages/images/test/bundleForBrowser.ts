import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/**
 * Bundles a module that imports this package, as a bundler for browsers does.
 *
 * @param code the module; it imports `@minibatch/images`
 */
export async function bundleForBrowser(code: string): Promise<string> {
  const entry = fileURLToPath(new URL("entry.js", import.meta.url));
  const build = await rolldown({
    input: entry,
    platform: "browser",
    // From the sources: a test need not wait for a build.
    resolve: { conditionNames: ["@minibatch/source", "browser", "import", "default"] },
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
  const { output } = await build.generate({ format: "esm", minify: true, codeSplitting: false });
  await build.close();
  return output[0].code;
}
