import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Failure, failureOf } from "../../worker/Failure.ts";
import { route } from "../../state/route.ts";
import { builder } from "../../worker/workers.ts";
import { isToBeRead, setKeptNetwork } from "./buildSettings.ts";

/**
 * Puts the network of a run into the address, where that names no more than the run.
 *
 * @param from the id of the run; nothing is read without
 * @returns why it cannot be gone on from, where it cannot
 */
export function useKeptNetwork(from: string | undefined): Failure | undefined {
  const failed = useSignal<{ readonly from: string; readonly failure: Failure } | undefined>(undefined);
  const toBeRead = isToBeRead(route.value.parameters);
  useEffect(() => {
    failed.value = undefined;
    if (from === undefined || !toBeRead) return;
    const isWanted = (): boolean => route.peek().parameters["from"] === from;
    builder
      .get()
      .call("readNetwork", { id: from })
      .then((network) => {
        if (isWanted()) setKeptNetwork(network);
      })
      .catch((error: unknown) => {
        failed.value = { from, failure: failureOf(error) };
      });
  }, [from, toBeRead]);
  return toBeRead && failed.value?.from === from ? failed.value?.failure : undefined;
}
