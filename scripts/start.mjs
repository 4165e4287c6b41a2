// `npm start`: from a fresh clone to a trained network and its report.
import { setUp } from "./pnpm.mjs";
import { stopWithParent } from "./stopWithParent.mjs";

console.error("Installing and building …");
setUp({ quiet: true });
process.argv = [
  ...process.argv.slice(0, 2),
  "train",
  "digits-cnn",
  "--backend",
  "wasm",
  ...process.argv.slice(2),
];
process.env.npm_lifecycle_event = "minibatch"; // the hints it prints are then the repository's commands
stopWithParent();
await import(new URL("../apps/cli/dist/bin.js", import.meta.url).href);
