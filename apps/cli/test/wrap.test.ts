import { expect, it } from "vitest";
import { wrap } from "../src/terminal/wrap.ts";

it("wrap(text, width, indent) breaks between words", () => {
  expect(wrap("one two three", 9)).toBe("one two\nthree");
  expect(wrap("one two three", 9, "  ")).toBe("one two\n  three");
  expect(wrap("one two three", 8, "  ")).toBe("one\n  two\n  three");
});

it("wrap(text, width) leaves long words whole", () => {
  expect(wrap("a https://example.com/long b", 6)).toBe("a\nhttps://example.com/long\nb");
  expect(wrap("", 6)).toBe("");
});
