// In a process of its own: the language is read from an address of its own.
import { expect, it, onTestFinished, vi } from "vitest";

it("tickText(value, step) tells numbers of an axis apart, and fits beside it however large they are", async () => {
  // The language of the numbers stands in the address of the page.
  vi.stubGlobal("location", { hash: "#/runs?lang=en" });
  vi.stubGlobal("navigator", { language: "en" });
  vi.stubGlobal("addEventListener", () => {});
  onTestFinished(() => void vi.unstubAllGlobals());
  const { tickText } = await import("../src/charts/tickText.ts");
  const axis = (step: number): string[] => [0, 1, 2].map((at) => tickText(at * step, step));
  expect([5000, 20_000, 5e10].map(axis)).toEqual([
    ["0", "5,000", "10,000"],
    ["0", "20K", "40K"],
    ["0", "50B", "100B"],
  ]);
  expect([0.5, 0.00005].map(axis)).toEqual([
    ["0", "0.5", "1"],
    ["0", "0.00005", "0.0001"],
  ]);
});
