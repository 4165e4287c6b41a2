import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { installProject } from "./installProject.ts";
import { run } from "./run.ts";

it("node-training has one tfjs and nothing native, trains a convnet on WASM, saves it, and loads it again", async () => {
  const project = await installProject("node-training");
  const files = await readdir(join(project, "node_modules"), { recursive: true });
  expect(files.filter((file) => /tfjs-core[/\\]package\.json$/.test(file))).toHaveLength(1);
  expect(files.filter((file) => /\.node$|binding\.gyp$/.test(file))).toEqual([]);
  const { backend, loss, accuracy } = JSON.parse(await run(project, "npm", "start", "--silent"));
  expect(backend).toBe("wasm");
  expect(loss).toHaveLength(3);
  expect(loss[2]).toBeLessThan(loss[0]);
  expect(accuracy).toBeGreaterThan(0.4);
});
