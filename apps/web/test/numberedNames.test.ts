import { expect, it } from "vitest";
import { type Named, numberedNames } from "../src/state/numberedNames.ts";

const all: readonly Named[] = [
  { id: "d", name: "digits-cnn-2", created: 4 },
  { id: "c", name: "digits-cnn", created: 3 },
  { id: "b", name: "mine", created: 2 },
  { id: "a", name: "digits-cnn", created: 1 },
];

it("numberedNames(all) numbers those that are the same by their age, in whatever order they come", () => {
  const expected = { a: "digits-cnn", b: "mine", c: "digits-cnn-2", d: "digits-cnn-2-2" };
  expect(Object.fromEntries(numberedNames(all))).toEqual(expected);
  expect(Object.fromEntries(numberedNames([...all].reverse()))).toEqual(expected);
});

it("numberedNames(all) changes no name when a later one is deleted", () => {
  const before = numberedNames(all);
  for (let kept = 0; kept < all.length; kept += 1) {
    for (const [id, name] of numberedNames(all.slice(kept))) expect(name).toBe(before.get(id));
  }
});
