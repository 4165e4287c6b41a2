import type { Command } from "commander";

/** Adds the options that every command takes. */
export function addCommonOptions(command: Command): Command {
  return command
    .option("--json", "print one JSON object and nothing else on standard output")
    .option("--quiet", "no progress and no notices")
    .option("--offline", "use no network: datasets come from the cache or a mirror folder")
    .option("--mirror <url or folder>", "where datasets are looked for first (or set MINIBATCH_MIRROR)")
    .option("--cache-dir <dir>", "where datasets are kept (or set MINIBATCH_CACHE)");
}
