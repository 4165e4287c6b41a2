import { describe, expect, it } from "vitest";
import { closest } from "../src/closest.ts";

describe("closest(name, names)", () => {
  const names = ["mnist", "fashion-mnist", "synthetic-digits"];

  it("finds what was meant", () => {
    expect(closest("minst", names)).toBe("mnist");
    expect(closest("fashion-mnits", names)).toBe("fashion-mnist");
    expect(closest("Synthetic-Digit", names)).toBe("synthetic-digits");
  });

  it("finds nothing when nothing is near", () => {
    expect(closest("imagenet", names)).toBeUndefined();
    expect(closest("x", [])).toBeUndefined();
  });
});
