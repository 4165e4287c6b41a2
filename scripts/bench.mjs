// `npm run bench`: training beside its peers (bench/training/README.md); `npm run bench:datasets`: loading (bench/datasets).
import { setUp } from "./pnpm.mjs";

setUp({ quiet: true });
const subject = process.env["npm_lifecycle_event"] === "bench:datasets" ? "datasets" : "training";
await import(new URL(`../bench/${subject}/index.mjs`, import.meta.url).href);
