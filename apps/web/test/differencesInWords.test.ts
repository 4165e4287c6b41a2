// In a process of its own: the language is read from an address of its own.
import { expect, it, onTestFinished, vi } from "vitest";
import { differingSettings } from "../src/state/runSettings.ts";
import { finishedRun } from "./keptRuns.ts";

it("differencesInWords(runs, cards) says of a run only what is not the same in all runs of its recipe", async () => {
  // The language of the words stands in the address of the page.
  vi.stubGlobal("location", { hash: "#/runs?lang=en" });
  vi.stubGlobal("navigator", { language: "en" });
  vi.stubGlobal("addEventListener", () => {});
  onTestFinished(() => void vi.unstubAllGlobals());
  const { differencesInWords } = await import("../src/pages/Runs/differencesInWords.ts");
  const runs = [
    finishedRun("a", { learningRate: 0.001 }, 2),
    finishedRun("b", { learningRate: 0.01, limit: 640 }, 2),
    { ...finishedRun("c", { learningRate: 0.01 }, 2), name: "mine" },
    { ...finishedRun("d", { epochs: 99 }, 2), recipe: "mnist-softmax" },
  ];
  expect(Object.fromEntries(differencesInWords(runs, []))).toEqual({
    a: "Learning rate 0.001 · Training samples all",
    b: "Learning rate 0.01 · Training samples 640",
    c: "digits-cnn · Learning rate 0.01 · Training samples all",
    d: "",
  });
});

it("differingSettings(settings) takes what is not set for the same as what is set to nothing", () => {
  expect(differingSettings([{ epochs: 3, limit: null }, { epochs: 3 }])).toEqual([]);
  expect(
    differingSettings([
      { epochs: 3, seed: 1 },
      { epochs: 4, seed: 1 },
      { epochs: 3, seed: 2 },
    ]),
  ).toEqual(["epochs", "seed"]);
  expect(differingSettings([{ epochs: 3 }])).toEqual([]);
  expect(differingSettings([])).toEqual([]);
});
