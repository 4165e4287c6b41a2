import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { runCli } from "./runCli.ts";

it.for([
  [
    "kmnist",
    "kmnist is a dataset. Train a recipe on it: kmnist-cnn.\nAn experiment of your own on it: minibatch init kmnist\n",
  ],
  [
    "iris",
    "iris is a dataset. No recipe trains on it.\nAn experiment of your own on it: minibatch init iris\n",
  ],
] as const)("minibatch train %s says what trains on a dataset", async ([name, message]) => {
  const { code, stderr, stdout } = await runCli(["train", name], { cwd: await temporaryFolder() });
  expect({ code, stderr, stdout }).toEqual({ code: 2, stderr: `error: ${message}`, stdout: "" });
});
