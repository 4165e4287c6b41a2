import { KerasError } from "./KerasError.ts";

/** The error for bytes that contradict themselves. */
export function corrupt(what: string, cause?: unknown): KerasError {
  return new KerasError("CORRUPT_FILE", `The file is damaged: ${what}. Save or download it again.`, {
    cause,
  });
}

/** The error for what no file of a model has. */
export function exceeded(what: string): KerasError {
  return new KerasError("LIMIT_EXCEEDED", `The file has ${what}: it is damaged, or made to harm.`);
}

/** The error for what is right, but not read here. */
export function unsupported(what: string): KerasError {
  return new KerasError(
    "UNSUPPORTED_FILE",
    `The file has ${what}, which is not read here. Load it in Keras and save it again, as .keras or .h5.`,
  );
}
