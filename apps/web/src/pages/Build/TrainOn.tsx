import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Failure } from "../../worker/Failure.ts";
import { failureText } from "../../i18n/failureText.ts";
import { keptName } from "../../state/keptNames.ts";
import { route, setParameters } from "../../state/route.ts";
import { loadRunList } from "../../state/runList.ts";
import { isToBeRead } from "./buildSettings.ts";
import { buildMessages } from "./messages.ts";

/** The run whose weights the network begins with, and the way to begin with new ones. */
export function TrainOn({ from, failure }: TrainOnProps): JSX.Element {
  const t = buildMessages.value;
  useEffect(() => void loadRunList(), []);
  const said = isToBeRead(route.value.parameters) ? t.readingRun : t.trainsOn(keptName({ id: from }));
  return (
    <p class="notice row" role="status">
      <span>{failure ? failureText(failure) : said}</span>
      <button type="button" class="link" onClick={() => setParameters({ from: undefined })}>
        {t.beginAnew}
      </button>
    </p>
  );
}

interface TrainOnProps {
  /** The id of the run. */
  readonly from: string;
  /** Why it cannot be gone on from. */
  readonly failure: Failure | undefined;
}
