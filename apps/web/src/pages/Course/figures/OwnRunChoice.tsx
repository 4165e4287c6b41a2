import type { JSX } from "preact";
import { keptName } from "../../../state/keptNames.ts";
import { modelsAreListed } from "../../../state/modelList.ts";
import { hrefOf } from "../../../state/route.ts";
import { ownRunMessages } from "./ownRunMessages.ts";
import { ParameterChoice } from "./ParameterChoice.tsx";
import type { OwnRun } from "./useOwnRun.ts";

/** Chooses between the reader's last run and the network of the lesson; says how to come by a run where there is none. */
export function OwnRunChoice({ own: { name, last, shown } }: { readonly own: OwnRun }): JSX.Element | null {
  const t = ownRunMessages.value;
  if (!modelsAreListed.value) return null;
  if (!last) {
    return (
      <p class="quiet small">
        {t.none} <a href={hrefOf("train")}>{t.train}</a>
      </p>
    );
  }
  return (
    <ParameterChoice
      name={name}
      label={t.whose}
      value={shown ? "own" : "lesson"}
      choices={[
        { value: "own", text: t.own(keptName(last)) },
        { value: "lesson", text: t.lesson },
      ]}
    />
  );
}
