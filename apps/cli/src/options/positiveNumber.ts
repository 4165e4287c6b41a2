import { InvalidArgumentError } from "commander";

/** Parses an option that takes a number above 0, such as a learning rate. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError("It must be a number above 0, such as 0.001.");
}
