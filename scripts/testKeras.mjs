// `npm run test:keras`: models that real Keras writes and reads, layer by layer (packages/keras/compare), and training that goes on across
// (packages/training/compare). Needs python3 with keras. With `-- --update` the table of docs/keras.md is written anew.
import { setUp } from "./pnpm.mjs";

setUp({ quiet: true });
// They import what has just been installed.
const { compareModels } = await import("../packages/keras/compare/compareModels.mjs");
const { compareTraining } = await import("../packages/training/compare/compareTraining.mjs");
const models = await compareModels({ update: process.argv.includes("--update") });
const training = await compareTraining();
const failed = models.failed + training.failed;
console.log(`${models.passed + training.passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed === 0 ? 0 : 1;
