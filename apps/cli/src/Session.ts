import { resolve } from "node:path";
import { type Cache, type FileCache, fileCache } from "@minibatch/datasets";
import { displayPath } from "./files/displayPath.ts";
import type { Io } from "./Io.ts";
import { type Colour, createColour } from "./terminal/colour.ts";
import { createStatusLine, type StatusLine } from "./terminal/StatusLine.ts";

/** The options that every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly offline?: boolean;
  readonly mirror?: string;
  readonly cacheDir?: string;
}

/** Where datasets come from, as every `load` takes it. */
export interface DataSource {
  readonly mirror: string | undefined;
  readonly offline: boolean;
  readonly cache: Cache | undefined;
  readonly signal: AbortSignal;
}

/** What a command works with: the outside world as the common options shape it. */
export interface Session {
  readonly io: Io;
  /** Progress and notices, on standard error. */
  readonly status: StatusLine;
  /** Styles for notices. */
  readonly statusColour: Colour;
  /** Styles for the result, on standard output. */
  readonly colour: Colour;
  /** The columns of standard output, 80 where it is no terminal. */
  readonly width: number;
  readonly source: DataSource;
  /** The files that were loaded before, to look into; loads take {@link source}, which knows the cache of Keras too. */
  readonly cache: FileCache;
  /** The absolute path of what a person typed. */
  readonly resolve: (path: string) => string;
  /** A path as a person would type it. */
  readonly display: (path: string) => string;
  /** The line that runs another command with the same data source. */
  readonly commandLine: (...args: readonly string[]) => string;
}

/** Applies the common options to the outside world. */
export function createSession(io: Io, options: CommonOptions): Session {
  const home = io.cwd;
  const absolute = (path: string) => resolve(home, path);
  const mirror = options.mirror ?? (io.env["MINIBATCH_MIRROR"] || undefined);
  const namedCache = options.cacheDir ?? (io.env["MINIBATCH_CACHE"] || undefined);
  const cache = fileCache(namedCache === undefined ? undefined : absolute(namedCache));
  const repeated = [
    ...(options.mirror === undefined ? [] : ["--mirror", options.mirror]),
    ...(options.cacheDir === undefined ? [] : ["--cache-dir", options.cacheDir]),
    ...(options.offline ? ["--offline"] : []),
  ];
  return {
    io,
    status: createStatusLine(io.stderr, options.quiet === true),
    statusColour: createColour(io.stderr, io.env),
    colour: createColour(io.stdout, io.env),
    // A terminal that nobody gave a size says 0.
    width: io.stdout.columns || 80,
    source: {
      // Whatever looks like an address is for the package to judge.
      mirror: mirror === undefined || /^[a-z][a-z\d+.-]+:\/\//i.test(mirror) ? mirror : absolute(mirror),
      offline: options.offline === true,
      cache: namedCache === undefined ? undefined : cache,
      signal: io.signal,
    },
    cache,
    resolve: absolute,
    display: (path) => displayPath(path, home),
    commandLine: (...args) => [invocation(io.env), ...[...args, ...repeated].map(quoted)].join(" "),
  };
}

/** How a person calls this program here: the repository's own script says so, and whoever came by npm has it at `npx` too. */
function invocation(env: Io["env"]): string {
  return (
    env["MINIBATCH_CALLED_AS"] ?? (env["npm_lifecycle_event"] === undefined ? "minibatch" : "npx minibatch")
  );
}

function quoted(argument: string): string {
  return /^[\w@%+=:,./~-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}
