import { ModelError } from "./ModelError.ts";

/** Throws unless an option is a list: one that was left out would fail somewhere within. `example` shows in the message what it takes. */
export function requireList(value: readonly unknown[], name: string, example: string): void {
  if (Array.isArray(value)) return;
  throw new ModelError(
    "INVALID_ARGUMENT",
    `${name} must be a list such as ${example}, but it is ${JSON.stringify(value) ?? String(value)}.`,
  );
}
