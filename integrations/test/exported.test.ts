import { copyFile, mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { installProject } from "./installProject.ts";
import { openPage } from "./openPage.ts";
import { run } from "./run.ts";
import { serve } from "./serve.ts";

it("minibatch export --to js writes a module that Node, a worker, Deno, Bun, a plain page and React run alike", async (context) => {
  const cli = await installProject("cli");
  const small = ["--backend", "wasm", "--limit", "500", "--epochs", "1", "--out", "run", "--quiet"];
  await run(cli, "npx", "minibatch", "train", "digits-cnn", ...small);
  await run(cli, "npx", "minibatch", "export", "run", "--to", "js", "--out", "exported", "--quiet");
  expect((await readdir(join(cli, "exported"))).sort()).toEqual(["model.d.ts", "model.js"]);
  expect((await stat(join(cli, "exported", "model.js"))).size).toBeLessThan(60_000);

  const project = await installProject("exported");
  await copyFile(join(cli, "exported", "model.js"), join(project, "model.js"));
  await mkdir(join(project, "dist"), { recursive: true });
  const expected = JSON.parse(await run(project, "node", "predict.js"));
  expect(expected.probabilities).toHaveLength(10);
  for (const command of [
    ["node", "thread.js"],
    ["npx", "deno", "run", "--allow-all", "predict.js"],
    ["npx", "bun", "run", "predict.js"],
  ]) {
    const [program = "", ...args] = command;
    expect(JSON.parse(await run(project, program, ...args)), command.join(" ")).toEqual(expected);
  }

  await run(project, "npm", "run", "build");
  const url = await serve(project);
  const plain = await openPage(context, url);
  expect(await plain.evaluate("globalThis.results")).toEqual(expected);
  const react = await openPage(context, `${url}react.html`);
  expect(await react.evaluate("globalThis.results")).toEqual(expected);
  await react.getByRole("button").click();
  expect(expected.classNames).toContain(await react.locator("output").textContent());
});
