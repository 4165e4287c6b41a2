import { InvalidArgumentError } from "commander";

/** Parses an option that takes a share of something, at least 0 and less than all of it. */
export function fraction(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= 0 && value < 1) return value;
  throw new InvalidArgumentError("It must be a number from 0 to less than 1, such as 0.1.");
}
