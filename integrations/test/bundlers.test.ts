import { it } from "vitest";
import { type Bundled, expectBuildsAndTrains } from "./expectBuildsAndTrains.ts";

const bundlers: readonly Bundled[] = [
  { name: "vite", title: "Vite", folder: "dist", known: /larger than 500 kB|chunkSizeWarningLimit/ },
  {
    name: "webpack",
    title: "webpack",
    folder: ".",
    known: /size limit|performance recommendations|compiled with 3 warnings/,
  },
  { name: "esbuild", title: "esbuild", folder: ".", known: /^$/ },
];

it.for(bundlers)(
  "$name builds with no file copied and no path set, without a warning of ours, and trains however it is served",
  (bundled, context) => expectBuildsAndTrains(bundled, context),
);
