import { expect, it } from "vitest";
import { type Named, numberedNames } from "../src/state/numberedNames.ts";

const all: readonly Named[] = [
  { id: "d", name: "digits-cnn-2", created: 4 },
  { id: "c", name: "digits-cnn", created: 3 },
  { id: "b", name: "mine", created: 2 },
  { id: "a", name: "digits-cnn", created: 1 },
];

function namesOf(all: readonly Named[], settled?: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries([...numberedNames(all, settled)].map(([id, { text }]) => [id, text]));
}

function numbersOf(
  all: readonly Named[],
  settled?: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries([...numberedNames(all, settled)].map(([id, { number }]) => [id, number]));
}

it("numberedNames(all) numbers those that are the same by their age, in whatever order they come", () => {
  const expected = { a: "digits-cnn", b: "mine", c: "digits-cnn-2", d: "digits-cnn-2-2" };
  expect(namesOf(all)).toEqual(expected);
  expect(namesOf([...all].reverse())).toEqual(expected);
});

it("numberedNames(all) changes no name when a later one is deleted", () => {
  const before = namesOf(all);
  for (let kept = 0; kept < all.length; kept += 1) {
    expect(before).toMatchObject(namesOf(all.slice(kept)));
  }
});

it("numberedNames(all, settled) changes no settled name, whichever is deleted, and gives it to no later one", () => {
  const before = namesOf(all);
  const numbers = numbersOf(all);
  for (const { id: gone } of all) {
    const left = all.filter(({ id }) => id !== gone);
    const { [gone]: _, ...settled } = numbers;
    const later = { id: "e", name: "digits-cnn", created: 5 };
    const { e, ...others } = namesOf([...left, later], settled);
    expect({ ...others, [gone]: before[gone] }).toEqual(before);
    expect(Object.values(others)).not.toContain(e);
  }
});

it("numberedNames(all, settled) lets one that was renamed take the name of none that is newer", () => {
  const numbers = { c: 1 };
  const renamed: readonly Named[] = [
    { id: "a", name: "mine", created: 1 },
    { id: "c", name: "mine", created: 3 },
  ];
  expect(namesOf(renamed, numbers)).toEqual({ a: "mine-2", c: "mine" });
});
