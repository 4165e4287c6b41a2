import { describe, expect, it } from "vitest";
import { createColour } from "../src/terminal/colour.ts";

const terminal = { isTTY: true, write: () => true };
const file = { write: () => true };

describe("createColour(stream, env)", () => {
  it("colours terminals and nothing else", () => {
    expect(createColour(terminal, {}).red("no")).toBe("\u001B[31mno\u001B[39m");
    expect(createColour(file, {}).red("no")).toBe("no");
    expect(createColour(terminal, { TERM: "dumb" }).red("no")).toBe("no");
  });

  it("obeys NO_COLOR before FORCE_COLOR", () => {
    expect(createColour(terminal, { NO_COLOR: "1" }).enabled).toBe(false);
    expect(createColour(file, { FORCE_COLOR: "1" }).enabled).toBe(true);
    expect(createColour(terminal, { FORCE_COLOR: "0" }).enabled).toBe(false);
    expect(createColour(file, { NO_COLOR: "1", FORCE_COLOR: "1" }).enabled).toBe(false);
    expect(createColour(terminal, { NO_COLOR: "" }).enabled).toBe(true);
  });

  it("paints in 24 bits, and from the palette where a terminal knows no more", () => {
    const paint = (env: Record<string, string>, red: number, green: number) =>
      createColour(terminal, env).rgb("x", [red, green, 0], [255, 255, 255]);
    expect(paint({}, 255, 127.6)).toBe("\u001B[38;2;255;128;0;48;2;255;255;255mx\u001B[0m");
    expect(paint({ TERM_PROGRAM: "Apple_Terminal" }, 255, 0)).toBe("\u001B[38;5;196;48;5;255mx\u001B[0m");
    expect(paint({ TERM_PROGRAM: "Apple_Terminal" }, 0, 0)).toBe("\u001B[38;5;232;48;5;255mx\u001B[0m");
    expect(paint({ NO_COLOR: "1" }, 0, 0)).toBe("x");
  });
});
