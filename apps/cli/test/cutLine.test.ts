import { describe, expect, it } from "vitest";
import { cutLine } from "../src/terminal/cutLine.ts";

describe("cutLine(text, columns)", () => {
  it("keeps what fits, and so many characters of what does not", () => {
    expect(cutLine("Epoch ━━╌╌", 10)).toBe("Epoch ━━╌╌");
    expect(cutLine("Epoch ━━╌╌", 8)).toBe("Epoch ━━");
    expect(cutLine("🦜🦜🦜", 2)).toBe("🦜🦜");
  });

  it("counts escape codes as nothing, and keeps those that end a colour", () => {
    expect(cutLine("\u001B[1mloss\u001B[22m 0.5 \u001B[36mhigh\u001B[39m", 6)).toBe(
      "\u001B[1mloss\u001B[22m 0\u001B[36m\u001B[39m",
    );
  });

  it("cuts nothing where the width is not known", () => {
    expect(cutLine("Epoch", undefined)).toBe("Epoch");
    expect(cutLine("Epoch", 0)).toBe("Epoch");
  });
});
