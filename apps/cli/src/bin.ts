#!/usr/bin/env node
import { interruptible } from "./interruptible.ts";
import { main } from "./main.ts";

// A reader that has seen enough, such as head, is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

const { stdout, stderr, env } = process;
process.exitCode = await main(process.argv.slice(2), {
  stdout,
  stderr,
  // Opened when somebody reads it, and not before.
  get stdin() {
    return process.stdin;
  },
  env,
  cwd: process.cwd(),
  signal: interruptible(),
});
