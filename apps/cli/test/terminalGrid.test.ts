import { expect, it } from "vitest";
import { terminalGrid } from "../src/preview/terminalGrid.ts";
import { plain } from "./plain.ts";

function samples(count: number, label: string) {
  const picture = { width: 28, height: 28, channels: 1, data: new Uint8Array(784).fill(255) };
  return Array.from({ length: count }, (_, index) => ({ index, label, picture }));
}

it("terminalGrid(samples, columns) fits the width", () => {
  const lines = terminalGrid(samples(7, "Bag"), 5, { width: 80, colour: plain }).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBe(78);
  expect(lines[0]).toBe(Array.from({ length: 5 }, () => "█".repeat(14)).join("  "));
  expect(lines[7]).toMatch(/^ {4}Bag #0 .*Bag #4$/);
  expect(lines[16]?.trim()).toMatch(/^Bag #5 +Bag #6$/);
});

it("terminalGrid(samples, columns) draws no larger than pixel by pixel, and cuts long labels", () => {
  const wide = terminalGrid(samples(1, "Bag"), 2, { width: 200, colour: plain }).split("\n");
  expect(wide[0]).toBe("█".repeat(28));
  const narrow = terminalGrid(samples(2, "Ankle boot"), 2, { width: 14, colour: plain }).split("\n");
  expect(narrow[3]).toBe("Ankle…  Ankle…");
});
