import { expect, it } from "vitest";
import { probabilityBars } from "../src/terminal/probabilityBars.ts";
import { plain } from "./plain.ts";

it("probabilityBars(classes, colour) draws a bar for each class", () => {
  const classes = [
    { name: "Trouser", probability: 0.75 },
    { name: "Bag", probability: 0.25 },
  ];
  expect(probabilityBars(classes, plain)).toEqual([
    `Trouser ${"█".repeat(18)}${"░".repeat(6)}  75.0 %`,
    `    Bag ${"█".repeat(6)}${"░".repeat(18)}  25.0 %`,
  ]);
});
