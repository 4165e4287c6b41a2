import { InvalidArgumentError } from "commander";

/**
 * Makes the parser of an option that takes a whole number.
 *
 * @param minimum the smallest value that makes sense
 */
export function wholeNumber(minimum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= minimum) return value;
    throw new InvalidArgumentError(`It must be a whole number of at least ${minimum}.`);
  };
}
