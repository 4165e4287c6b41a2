import { describe, expect, it } from "vitest";
import { confusionTable } from "../src/terminal/confusionTable.ts";
import { coloured, plain } from "./plain.ts";

const matrix = [
  [95, 5],
  [0, 1000],
];

describe("confusionTable(matrix, classNames, colour)", () => {
  it("has a row for each actual class, and dots for what never happened", () => {
    expect(confusionTable(matrix, ["0", "1"], plain).split("\n").slice(1)).toEqual([
      "           0    1",
      "     0    95    5",
      "     1     · 1000",
      "",
    ]);
  });

  it("numbers classes with long names", () => {
    const lines = confusionTable(matrix, ["T-shirt/top", "Bag"], plain).split("\n");
    expect(lines[1]?.trim()).toBe("0    1");
    expect(lines[2]).toContain("T-shirt/top 0");
    expect(lines[3]).toContain("Bag 1");
  });

  it("highlights the diagonal", () => {
    const text = confusionTable(matrix, ["0", "1"], coloured);
    expect(text).toContain(coloured.green(coloured.bold("  95")));
    expect(text).toContain(coloured.red("   5"));
  });
});
