import { join, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { displayPaths } from "../src/files/displayPaths.ts";

const folder = join(sep, "home", "ann (1)");

describe("displayPaths(message, folder)", () => {
  it("shows what lies in the folder as a person there would type it, as often as it comes", () => {
    const run = join(folder, "runs", "a b");
    expect(displayPaths(`${run} holds a run: --resume "${run}".`, folder)).toBe(
      `${join("runs", "a b")} holds a run: --resume "${join("runs", "a b")}".`,
    );
  });

  it.each([
    ["the folder itself", `There is no run in ${folder}: give another.`],
    ["what lies elsewhere", `There is no run in ${join(sep, "home", "bob", "runs")}.`],
    ["a longer path that goes on alike", `There is no run in ${join(sep, "mnt", folder, "runs")}.`],
    ["a neighbour whose name begins alike", `There is no run in ${folder}-2${sep}runs.`],
    ["an address", `See file://${folder}/runs.`],
  ])("leaves %s", (_, message) => {
    expect(displayPaths(message, folder)).toBe(message);
  });

  it("leaves all paths of whoever is at the root", () => {
    expect(displayPaths(`There is no run in ${folder}.`, sep)).toBe(`There is no run in ${folder}.`);
  });
});
