import type { JSX } from "preact";
import type { BackendName } from "@minibatch/backends";
import { backendList } from "../../state/backendList.ts";
import type { FollowedRun } from "../../state/FollowedRun.ts";
import { hrefOf, route } from "../../state/route.ts";
import { isActive, leaveTraining, pauseTraining, startTraining, stopTraining } from "../../state/training.ts";
import { trainMessages } from "./messages.ts";
import { tellsDigits } from "./tellsDigits.ts";
import { chosenBackend } from "./trainSettings.ts";

/** What computes where the GPU is not to be trusted. */
function withoutGpu(): BackendName {
  const hasWasm = backendList.value.some(({ name, available }) => name === "wasm" && available);
  return hasWasm ? "wasm" : "cpu";
}

/** Ends a run before its last epoch. */
function EndButtons({ status }: Pick<FollowedRun, "status">): JSX.Element {
  const t = trainMessages.value;
  const cannotStop = !["starting", "loading", "running"].includes(status);
  return (
    <>
      <button type="button" onClick={() => void pauseTraining()} disabled={cannotStop}>
        {t.pause}
      </button>
      <button type="button" onClick={() => void stopTraining()} disabled={cannotStop}>
        {t.stop}
      </button>
    </>
  );
}

/** Puts the run away; its buttons go with it, and the keyboard goes on at the top of the page. */
function close(): void {
  leaveTraining();
  document.getElementById("main")?.focus();
}

/** What can be done with a run: pause or stop it, go on, put it away. */
export function RunControls({ training }: { readonly training: FollowedRun }): JSX.Element {
  const t = trainMessages.value;
  const { run, status } = training;
  if (training.elsewhere) {
    return (
      <div class="stack tight">
        <p role="status">{t.elsewhere}</p>
        <div class="row">
          <EndButtons status={status} />
          <button type="button" onClick={close}>
            {t.close}
          </button>
        </div>
      </div>
    );
  }
  if (isActive(training)) {
    return (
      <div class="row">
        <EndButtons status={status} />
      </div>
    );
  }
  // The same backend ends with the same weights, bit for bit; who chooses another one has it.
  const backend = chosenBackend(route.value.parameters, (run.backend || "auto") as BackendName);
  return (
    <div class="row">
      {status !== "done" && run.own && <p>{t.ownOpen}</p>}
      {status !== "done" && !run.own && (
        <button type="button" class="primary" onClick={() => void startTraining(run, backend)}>
          {status === "failed" ? t.retry : t.resume}
        </button>
      )}
      {training.error?.code === "DEVICE_LOST" && (
        <button type="button" onClick={() => void startTraining(run, withoutGpu())}>
          {t.withoutGpu}
        </button>
      )}
      {(run.result?.confusionMatrix ?? (run.result && run.test)) && (
        <a class="button" href={hrefOf("evaluate", { model: run.id })}>
          {t.evaluate}
        </a>
      )}
      {tellsDigits(run) && (
        <a class="button" href={hrefOf("draw", { model: run.id })}>
          {t.draw}
        </a>
      )}
      <button type="button" onClick={close}>
        {t.close}
      </button>
    </div>
  );
}
