import { CliError } from "../CliError.ts";
import { systemReason } from "./systemReason.ts";

/**
 * The error for a place that `--out` named and that cannot be written.
 *
 * @param name what was to be written there, as a person would type it
 * @param kind what else is to be named
 */
export function notWritable(
  name: string,
  cause: unknown,
  kind: "file" | "folder" | "place" = "file",
): CliError {
  return new CliError(
    "NOT_WRITABLE",
    `${name} cannot be written: ${systemReason(cause)}. Name another ${kind} with --out.`,
    { cause },
  );
}
