import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = new URL("../../packages/datasets/", import.meta.url);

/** The entry of MNIST with all it needs, as a bundler for browsers makes it. */
export async function bundleMnist() {
  const rolldownPath = createRequire(new URL("package.json", root)).resolve("rolldown");
  const { rolldown } = await import(pathToFileURL(rolldownPath).href);
  const build = await rolldown({
    input: fileURLToPath(new URL("dist/mnist.js", root)),
    platform: "browser",
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  return output[0].code;
}
