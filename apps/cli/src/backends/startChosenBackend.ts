import { type Backend, startBackend } from "@minibatch/backends";
import { CliError } from "../CliError.ts";
import type { ChosenBackend } from "./ChosenBackend.ts";

/**
 * Starts what was chosen to compute, or the fastest that is there.
 *
 * @throws {CliError} `INVALID_USAGE` where threads were asked for and another backend than wasm computes
 */
export async function startChosenBackend({ backend = "auto", threads }: ChosenBackend): Promise<Backend> {
  const started = await startBackend(backend, { threads });
  if (threads === undefined || started.name === "wasm") return started;
  throw new CliError(
    "INVALID_USAGE",
    `--threads ${threads} is for the wasm backend, and ${started.name} was to compute. Add --backend wasm, or leave --threads out.`,
  );
}
