import { readFile } from "node:fs/promises";
import { CliError } from "../CliError.ts";
import { systemReason } from "../files/systemReason.ts";
import type { Session } from "../Session.ts";

/** Reads what is to be predicted: files, addresses, and standard input by the name of `-`. */
export interface InputReader {
  /**
   * @throws {CliError} `NOT_READABLE` with a message that goes on from the name: "could not be reached"; `INVALID_USAGE` where nothing is piped in
   */
  bytes(input: string): Promise<Uint8Array>;
}

/** Whether an input is an address. */
export function isAddress(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

/** See {@link InputReader}. Standard input is read once. */
export function createInputReader({ io, resolve, source }: Session): InputReader {
  let piped: Promise<Uint8Array> | undefined;
  return {
    bytes(input) {
      if (input === "-") {
        piped ??= fromPipe(io.stdin);
        return piped;
      }
      return isAddress(input) ? fromAddress(input, source.signal) : fromFile(resolve(input));
    },
  };
}

async function fromFile(path: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: unknown) => {
    throw new CliError("NOT_READABLE", `cannot be read: ${systemReason(cause)}`, { cause });
  });
}

async function fromPipe(stdin: Session["io"]["stdin"]): Promise<Uint8Array> {
  if (stdin === undefined || stdin.isTTY) {
    throw new CliError(
      "INVALID_USAGE",
      "- stands for standard input, and nothing comes through it. Pipe a picture or a table into the command: minibatch predict run - < new.csv",
    );
  }
  const parts: Buffer[] = [];
  for await (const part of stdin) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

async function fromAddress(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const unreached = (cause: unknown): never => {
    signal.throwIfAborted();
    throw new CliError("NOT_READABLE", "could not be reached", { cause });
  };
  const answer = await fetch(address, { signal }).catch(unreached);
  if (answer.ok) return new Uint8Array(await answer.arrayBuffer().catch(unreached));
  throw new CliError("NOT_READABLE", `is not there: the server answers ${answer.status}`);
}
