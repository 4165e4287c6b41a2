// `npm run bench`: training beside its peers (bench/training/README.md). `npm run bench:datasets`: loading (bench/datasets).
// `npm run bench:backends`: `fit` beside tfjs-node's own (bench/backends).
import { setUp } from "./pnpm.mjs";

setUp({ quiet: true });
const [, subject = "training"] = /^bench:(\w+)$/.exec(process.env["npm_lifecycle_event"] ?? "") ?? [];
await import(new URL(`../bench/${subject}/index.mjs`, import.meta.url).href);
