import { InvalidArgumentError } from "commander";

/** Parses an option that takes a number of at least 0, such as a weight decay. */
export function numberFrom0(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError("It must be a number from 0, such as 0.01.");
}
