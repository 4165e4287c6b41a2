import type { Failure } from "./Failure.ts";
import type { CommandContext } from "./Command.ts";
import type { commands } from "./commands.ts";

type Commands = typeof commands;

/** The commands of a worker by name; each is a file in `commands/`. */
export type CommandName = keyof Commands;

/** What a command takes. */
export type InputOf<Name extends CommandName> = Parameters<Commands[Name]>[0];

/** What a command gives. */
export type OutputOf<Name extends CommandName> = Awaited<ReturnType<Commands[Name]>>;

/** What a command reports on its way. */
export type EventOf<Name extends CommandName> =
  Parameters<Commands[Name]>[1] extends CommandContext<infer Event> ? Event : never;

/** From the page to the worker: first the address of the page's folder and the way to its memory, then calls and their ends. */
export type PageMessage =
  | { readonly type: "start"; readonly base: string; readonly memory: MessagePort }
  | { readonly type: "call"; readonly id: number; readonly command: CommandName; readonly input: unknown }
  | { readonly type: "abort"; readonly id: number };

/** From the worker to the page: what happens to a call. */
export type WorkerMessage =
  | { readonly type: "event"; readonly id: number; readonly event: unknown }
  | { readonly type: "output"; readonly id: number; readonly output: unknown }
  | ({ readonly type: "error"; readonly id: number } & Failure);
