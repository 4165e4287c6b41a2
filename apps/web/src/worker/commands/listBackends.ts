import { type BackendStatus, listBackends as list } from "@minibatch/backends";
import type { Command } from "../Command.ts";
import { libraries } from "../startChosenBackend.ts";

/** Says of each backend that a browser can have whether it runs here, and what to do where it does not. */
export const listBackends: Command<undefined, BackendStatus[]> = async () => {
  const statuses = await list({ libraries });
  return statuses.filter(({ name }) => name !== "node");
};
