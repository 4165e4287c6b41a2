import { it } from "vitest";
import { type Bundled, expectBuildsAndTrains } from "../expectBuildsAndTrains.ts";

const bundlers: readonly Bundled[] = [
  {
    name: "rollup",
    title: "Rollup",
    folder: ".",
    known: /"this" has been rewritten|error-this-is-undefined/,
    also: { script: "build:browser", option: "browser: true" },
  },
  {
    name: "parcel",
    title: "Parcel",
    folder: "dist",
    known: /^$/,
  },
];

it.for(bundlers)(
  "$name builds with no file copied and no path set, without a warning of ours, and trains however it is served",
  (bundled, context) => expectBuildsAndTrains(bundled, context),
);
