/** What the parser of the command line knows for a number by itself. */
const PLAIN = /^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/;

/**
 * Marks what begins with a minus and a digit as a value: no option begins with a digit, but the parser takes `-0.4,0.3` for an
 * unknown one. {@link unmarked} takes the mark away.
 *
 * @param argv what follows the name of the program
 */
export function markNegativeValues(argv: readonly string[]): string[] {
  return argv.map((argument) =>
    /^-\.?\d/.test(argument) && !PLAIN.test(argument) ? ` ${argument}` : argument,
  );
}

/** An argument as it was typed. */
export function unmarked(argument: string): string {
  return /^ -\.?\d/.test(argument) ? argument.slice(1) : argument;
}
