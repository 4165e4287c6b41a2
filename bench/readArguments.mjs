import { parseArgs } from "node:util";

/**
 * Reads the arguments of this process. `--help` prints the usage and ends it with 0; what is wrong with them is said in a line, and
 * ends it with 2.
 *
 * @template T
 * @param {string} usage what `--help` prints
 * @param {import("node:util").ParseArgsConfig} config what `parseArgs` of Node takes
 * @param {(parsed: ReturnType<typeof parseArgs>) => T} check turns them into what the program takes; throws what is wrong with them
 * @returns {T}
 */
export function readArguments(usage, config, check) {
  try {
    const help = { type: "boolean", default: false };
    const parsed = parseArgs({ ...config, options: { ...config.options, help } });
    if (parsed.values.help) {
      console.log(usage);
      process.exit(0);
    }
    return check(parsed);
  } catch (error) {
    console.error(`error: ${error.message}\n(--help shows what it takes)`);
    return process.exit(2);
  }
}

/** An integer from an option's text, or `undefined` where it was not given. */
export function integerOption(values, name, least) {
  if (values[name] === undefined) return undefined;
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Error(`expected --${name} to be an integer from ${least} on, got ${values[name]}`);
}

/** The names in a comma-separated option, all of them known; all there are where it was not given. */
export function namesOption(values, name, known) {
  const names = values[name]?.split(",") ?? known;
  const unknown = names.find((each) => !known.includes(each));
  if (unknown === undefined) return names;
  throw new Error(`expected --${name} to be some of ${known.join(", ")}, got ${unknown}`);
}
