import { it } from "vitest";
import { type Bundled, expectBuildsAndTrains } from "../expectBuildsAndTrains.ts";

const bundlers: readonly Bundled[] = [
  {
    name: "rollup",
    title: "Rollup",
    folder: ".",
    known: /"this" has been rewritten|error-this-is-undefined/,
  },
  {
    name: "parcel",
    title: "Parcel",
    folder: "dist",
    known: /^$/,
    // It writes an import map into the page otherwise, which policies without 'unsafe-inline' forbid.
    underPolicies: { browserslist: ["safari >= 16"] },
  },
];

it.for(bundlers)(
  "$name builds with no file copied and no path set, without a warning of ours, and trains however it is served",
  (bundled, context) => expectBuildsAndTrains(bundled, context),
);
