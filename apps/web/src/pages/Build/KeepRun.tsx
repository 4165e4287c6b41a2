import type { JSX } from "preact";
import { failureText } from "../../i18n/failureText.ts";
import { percentText } from "../../i18n/numberText.ts";
import { layersText } from "../../network/layersText.ts";
import { building } from "../../state/building.ts";
import { keepBuilding, keeping } from "../../state/keptNetwork.ts";
import { keptName } from "../../state/keptNames.ts";
import { hrefOf } from "../../state/route.ts";
import { runsMessages } from "../Runs/messages.ts";
import { buildMessages } from "./messages.ts";
import { tellsDigits } from "../Train/tellsDigits.ts";

/** Keeps the network as it is now as a run, and says where it is found then. */
export function KeepRun(): JSX.Element | null {
  const t = buildMessages.value;
  const { network, batches = 0, setup } = building.value ?? {};
  if (!setup) return null;
  const last = keeping.value?.network === network ? keeping.value : undefined;
  const busy = keeping.value?.status === "keeping";
  const run = last?.batches === batches ? last.run : undefined;
  const accuracy = run?.result?.test.accuracy;
  const said = run?.own?.points?.shape === "own" ? t.keptPoints : t.kept;
  return (
    <div class="row keep-run">
      <button
        type="button"
        disabled={batches === 0 || busy || run !== undefined}
        onClick={() => void keepBuilding(layersText(setup.layers) || t.noLayers)}
      >
        {t.keep}
      </button>
      <span role="status" class="quiet">
        {busy && t.keeping}
        {run && accuracy !== undefined && said(keptName(run), percentText(accuracy))}
        {last?.failure && <span class="failure">{failureText(last.failure)}</span>}
      </span>
      {run && (
        <>
          <a href={hrefOf("runs", {})}>{t.toRuns}</a>
          <a href={hrefOf("evaluate", { model: run.id })}>{t.toEvaluate}</a>
          <a href={hrefOf("explore", { run: run.id })}>{runsMessages.value.explore}</a>
          {tellsDigits(run) && <a href={hrefOf("draw", { model: run.id })}>{t.toDraw}</a>}
        </>
      )}
    </div>
  );
}
