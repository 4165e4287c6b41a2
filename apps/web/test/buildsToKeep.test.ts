import { expect, it } from "vitest";
import { type Build, buildsToKeep } from "../vite/buildsToKeep.ts";

/** A build with a file that no other one has, and one that all have. */
function build(number: number, bytes = 10): Build {
  return { [`assets/index-${number}.js`]: bytes, "assets/tfjs.js": 1000 };
}

it("buildsToKeep(current, earlier) keeps the five builds before, the newest first", () => {
  expect(buildsToKeep(build(9), [])).toEqual([build(9)]);
  const earlier = [8, 7, 6, 5, 4, 3].map((number) => build(number));
  expect(buildsToKeep(build(9), earlier)).toEqual([9, 8, 7, 6, 5, 4].map((number) => build(number)));
});

it("buildsToKeep(current, earlier) takes no build away for one that is the same", () => {
  const earlier = [9, 8, 7, 6, 5, 4].map((number) => build(number));
  expect(buildsToKeep(build(9), earlier)).toEqual(earlier);
});

it("buildsToKeep(current, earlier) keeps no more than 64 MB, a file of several builds counted once", () => {
  const large = 20 * 1024 * 1024;
  const earlier = [8, 7, 6].map((number) => build(number, large));
  expect(buildsToKeep(build(9, large), earlier)).toEqual([9, 8, 7].map((number) => build(number, large)));
});
