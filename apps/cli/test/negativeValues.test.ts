import { saveModel, mlp } from "@minibatch/models";
import { startBackend } from "@minibatch/backends";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { markNegativeValues, unmarked } from "../src/options/negativeValues.ts";
import { runCli } from "./runCli.ts";

it("markNegativeValues(argv) marks lists and other numbers that begin with a minus, and no option", () => {
  const values = ["-0.4,0.3", "-.5,1", "-1.,2", "-1E5", "-3,-4"];
  const others = ["--", "-h", "--json", "-", "-3", "-0.5", "-1e5", "5,-3", "x=-1"];
  expect(markNegativeValues([...values, ...others])).toEqual([
    ...values.map((value) => ` ${value}`),
    ...others,
  ]);
  expect(markNegativeValues([...values, ...others]).map(unmarked)).toEqual([...values, ...others]);
});

it.each([
  [["-0.4,0.3"]],
  [["-0.4,0.3", "--json"]],
  [["--json", "-0.4,0.3"]],
  [["0.4,0.3", "-0.4,0.3"]],
  [["--", "-0.4,0.3"]],
  [["--json", "--", "-.4,3e-1", "-1,-2"]],
])("minibatch predict <model> %j takes negative numbers for values", async (argv) => {
  await startBackend("cpu");
  const cwd = await temporaryFolder();
  const model = mlp({ inputShape: [2], hidden: [], outputs: 1 });
  await saveModel(model, `${cwd}/model`);
  model.dispose();
  const { code, stdout, stderr } = await runCli(["predict", "model", "--backend", "cpu", ...argv], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  for (const value of argv.filter((argument) => /\d/.test(argument))) expect(stdout).toContain(value);
});

it("minibatch predict <model> --nonsense is still an unknown option", async () => {
  expect(await runCli(["predict", "model", "--nonsense"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("unknown option '--nonsense'"),
  });
});
