export { CliError, type CliErrorCode } from "./CliError.ts";
export type { Io, TextStream } from "./Io.ts";
export { main } from "./main.ts";
