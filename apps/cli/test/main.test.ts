import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { describe, expect, it } from "vitest";
import { runCli } from "./runCli.ts";

describe("minibatch recipes", () => {
  it("lists them as a table and as JSON", async () => {
    const table = await runCli(["recipes"]);
    expect(table).toMatchObject({ code: 0, stderr: "" });
    expect(table.stdout).toMatch(/mnist-mlp-512 +mnist +407,050 +5 +97\.80 % +97\.\d\d % /);
    const { recipes } = JSON.parse((await runCli(["recipes", "--json"])).stdout);
    expect(recipes.find((recipe: { name: string }) => recipe.name === "mnist-convnet")).toMatchObject({
      dataset: "mnist",
      parameters: 34_826,
      published: { metric: "test accuracy", value: 0.992, tolerance: 0.003 },
    });
  });
});

describe("minibatch recipes <recipe...> --time", () => {
  it("measures how long these take on this machine", async () => {
    const { stdout } = await runCli(["recipes", "mnist-softmax", "boston-linear", "--time"]);
    expect(stdout).toMatch(
      /time here +architecture\nmnist-softmax .*(a few seconds|about \d+ (s|min)) +Dense 10\n/,
    );
    const { recipes } = JSON.parse((await runCli(["recipes", "boston-linear", "--time", "--json"])).stdout);
    expect(recipes).toEqual([expect.objectContaining({ name: "boston-linear" })]);
    expect(recipes[0].estimatedSeconds).toBeGreaterThan(0);
  });
});

describe("minibatch recipes, where values are predicted", () => {
  it("names the error", async () => {
    const table = await runCli(["recipes"]);
    expect(table.stdout).toMatch(/boston-linear +boston-housing +2 +101 +MSE 53\.9 +MSE 5\d\.\d+ +Dense 1/);
    const { recipes } = JSON.parse((await runCli(["recipes", "--json"])).stdout);
    const linear = recipes.find((recipe: { name: string }) => recipe.name === "boston-linear");
    expect(linear.reached).toBeLessThan(56);
    expect(linear.published.predictions).toHaveLength(5);
  });
});

describe("minibatch summary <recipe>", () => {
  it("shows layers and parameters", async () => {
    const { stdout } = await runCli(["summary", "mnist-mlp-128"]);
    for (const count of ["100,480", "16,512", "1,290", "118,282"]) expect(stdout).toContain(count);
    const json = JSON.parse((await runCli(["summary", "mnist-mlp-128", "--json"])).stdout);
    expect(json).toMatchObject({ model: "mnist-mlp-128", parameters: 118_282, trainableParameters: 118_282 });
    expect(json.layers.map((layer: { parameters: number }) => layer.parameters)).toEqual([
      0, 100_480, 16_512, 1290,
    ]);
  });
});

describe("minibatch backends", () => {
  it("says what runs here", async () => {
    const { backends } = JSON.parse((await runCli(["backends", "--json"])).stdout);
    expect(backends).toContainEqual(expect.objectContaining({ name: "cpu", available: true }));
    expect((await runCli(["backends"])).stdout).toMatch(/wasm +yes/);
  });
});

describe("minibatch, called wrongly", () => {
  it.each([
    [["trian"], "Did you mean train?"],
    [["train", "digits-cnn", "--epoch", "1"], "Did you mean --epochs?"],
    [["train"], "Say which recipe to train"],
    [["train", "nonsense"], "nonsense"],
    [["train", "mnist-mlp-51"], "mnist-mlp-512"],
    [["train", "mnist-mlp-512", "--epochs", "-1"], "whole number of at least 1"],
    [["train", "mnist-mlp-512", "--epochs", "abc"], "whole number of at least 1"],
    [["train", "mnist-mlp-512", "--epochs", "1.5"], "whole number of at least 1"],
    [["train", "mnist-mlp-512", "--batch-size", "0"], "whole number of at least 1"],
    [["train", "mnist-mlp-512", "--learning-rate", "0"], "number above 0"],
    [["train", "mnist-mlp-512", "--optimizer", "magic"], "rmsprop"],
    [["train", "mnist-mlp-512", "--weight-decay", "-1"], "number from 0"],
    [
      ["train", "mnist-mlp-512", "--optimizer", "adam", "--weight-decay", "1"],
      "adam has no option weightDecay",
    ],
    [["train", "digits-cnn", "--backend", "quantum"], "quantum"],
    [["summary", "nonsense"], "nonsense"],
    [[], "Usage: minibatch"],
  ])("%j is refused with exit code 2 and a hint", async (argv, hint) => {
    const result = await runCli(argv);
    expect(result).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(hint) });
    expect(result.stderr).not.toContain("    at ");
  });

  it.each([
    [["evaluate", "nowhere"], "There is no model in"],
    [["predict", "nowhere", "mnist:test:0"], "There is no model in"],
    [["report", "nowhere"], "There is no run in"],
    [["summary", "./nowhere"], "There is no model in"],
  ])("%j fails with exit code 1 and a hint", async (argv, hint) => {
    const result = await runCli(argv);
    expect(result).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining(hint) });
  });
});

describe("minibatch report, in a folder of a damaged run", () => {
  it("names its file as a person there would type it", async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, "runs", "cut"), { recursive: true });
    await writeFile(join(cwd, "runs", "cut", "run.json"), '{"format": 1');
    const { code, stderr } = await runCli(["report", "runs/cut"], { cwd });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `error: ${join("runs", "cut", "run.json")} is damaged or of another version of minibatch: train again into a new folder.\n`,
    });
  });
});

describe("minibatch --help", () => {
  it.each(["recipes", "train", "evaluate", "predict", "summary", "report", "backends"])(
    "has an example for %s",
    async (command) => {
      const { code, stdout } = await runCli([command, "--help"]);
      expect(code).toBe(0);
      expect(stdout).toContain(`$ minibatch ${command}`);
      for (const option of ["--json", "--quiet", "--offline", "--mirror", "--cache-dir"])
        expect(stdout).toContain(option);
    },
  );
});

describe("minibatch train, interrupted before it starts", () => {
  it("ends with 130 and says that nothing was written", async () => {
    const { code, stdout, stderr } = await runCli(["train", "digits-cnn"], {
      cwd: await temporaryFolder(),
      signal: AbortSignal.abort(),
    });
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(stderr).toContain("nothing was written");
  });
});

describe("minibatch evaluate, with a model that does not fit", () => {
  it("says what the model takes and what the dataset gives", async () => {
    const folder = await temporaryFolder();
    const { mlp, saveModel } = await import("@minibatch/models");
    const model = mlp({ inputShape: [4], hidden: [3], classes: 2 });
    await saveModel(model, folder);
    model.dispose();
    const without = await runCli(["evaluate", folder]);
    expect(without).toMatchObject({ code: 2, stderr: expect.stringContaining("--dataset") });
    const wrong = await runCli(["evaluate", folder, "--dataset", "synthetic-digits"]);
    expect(wrong).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/\[4\] and gives 2 numbers.*\[28, 28, 1\]/),
    });
  });
});
