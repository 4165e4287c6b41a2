// `npm start`: from a fresh clone to a trained network and its report.
import { setUp } from "./pnpm.mjs";
import { runCommand } from "./runCommand.mjs";

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
await runCommand();
