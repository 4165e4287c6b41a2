import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { type Failure, failureOf } from "../../i18n/Failure.ts";
import { failureText } from "../../i18n/failureText.ts";
import { route, setParameters } from "../../state/route.ts";
import { loadRunList, runList } from "../../state/runList.ts";
import { runName } from "../../state/runName.ts";
import { builder } from "../../worker/workers.ts";
import { isToBeRead, setKeptNetwork } from "./buildSettings.ts";
import { buildMessages } from "./messages.ts";

/** The run whose weights the network begins with: reads it where the address names no more than it, and offers to begin anew. */
export function TrainOn({ from }: { readonly from: string }): JSX.Element {
  const t = buildMessages.value;
  const failure = useSignal<Failure | undefined>(undefined);
  const toBeRead = isToBeRead(route.value.parameters);
  useEffect(() => {
    void loadRunList();
    if (!toBeRead) return;
    failure.value = undefined;
    const isWanted = (): boolean => route.peek().parameters["from"] === from;
    builder
      .get()
      .call("readNetwork", { id: from })
      .then((network) => {
        if (isWanted()) setKeptNetwork(network);
      })
      .catch((error: unknown) => {
        failure.value = failureOf(error);
      });
  }, [from, toBeRead]);
  const run = runList.value.find(({ id }) => id === from);
  const name = run ? runName(run) : from;
  return (
    <p class="notice row" role="status">
      <span>{failure.value ? failureText(failure.value) : toBeRead ? t.readingRun : t.trainsOn(name)}</span>
      <button type="button" class="link" onClick={() => setParameters({ from: undefined })}>
        {t.beginAnew}
      </button>
    </p>
  );
}
