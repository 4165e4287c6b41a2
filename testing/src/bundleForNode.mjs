import { rolldown } from "rolldown";

/**
 * Bundles sources of this repository, with every package they import, into one script for Node.
 *
 * It has one copy of tfjs, whoever imports it, and by whatever path.
 *
 * @param {string} input a file
 * @param {string} file where to write the script, which has to end in .cjs: tfjs' modules look for `__dirname`
 */
export async function bundleForNode(input, file) {
  const build = await rolldown({
    input,
    platform: "node",
    resolve: { conditionNames: ["@minibatch/source", "node", "import"], mainFields: ["module", "main"] },
    // A file of tests exports nothing.
    treeshake: false,
    logLevel: "silent",
  });
  await build.write({ file, format: "cjs", codeSplitting: false });
  await build.close();
}
