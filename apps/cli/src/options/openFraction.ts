import { InvalidArgumentError } from "commander";

/** Parses an option that takes a share of something, more than nothing of it and less than all. */
export function openFraction(text: string): number {
  const [numerator, denominator = "1", ...more] = text.split("/");
  const value = Number(numerator) / Number(denominator);
  if (more.length === 0 && text.trim() !== "" && value > 0 && value < 1) return value;
  throw new InvalidArgumentError("It must be a number between 0 and 1, such as 0.5 or 1/3.");
}
