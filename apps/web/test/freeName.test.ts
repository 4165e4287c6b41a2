import { expect, it } from "vitest";
import { freeName } from "../src/state/freeName.ts";

it("freeName(name, taken) keeps a name that is free, and numbers one that is not before its ending", () => {
  const taken = new Set(["cat.png", "cat-2.png", "dog", "a.b.jpg", ".hidden", "dose 0.5"]);
  const named = ["fox.png", "cat.png", "dog", "a.b.jpg", ".hidden", "dose 0.5"].map((name) =>
    freeName(name, taken),
  );
  expect(named).toEqual(["fox.png", "cat-3.png", "dog-2", "a.b-2.jpg", ".hidden-2", "dose 0.5-2"]);
});
