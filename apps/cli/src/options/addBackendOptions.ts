import type { Command } from "commander";
import { wholeNumber } from "./wholeNumber.ts";

/** Adds the options of commands that compute: see `startChosenBackend`. */
export function addBackendOptions(command: Command): Command {
  return command
    .option("--backend <name>", 'what computes: auto, or one of "minibatch backends"')
    .option("--threads <n>", "how many threads compute on wasm (default: as many as cores)", wholeNumber(1));
}
