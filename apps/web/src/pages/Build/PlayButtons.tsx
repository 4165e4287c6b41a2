import type { JSX } from "preact";
import { failureText } from "../../i18n/failureText.ts";
import { numberText } from "../../i18n/numberText.ts";
import { builtPictures } from "../../state/builtPictures.ts";
import {
  type Building,
  building,
  isOpen,
  openBuilding,
  pauseBuilding,
  playBuilding,
} from "../../state/building.ts";
import { keeping } from "../../state/keptNetwork.ts";
import type { BuildSetup } from "../../worker/build/BuildSetup.ts";
import type { TrainNetworkInput } from "../../worker/commands/trainNetwork.ts";
import { buildMessages } from "./messages.ts";
import type { Obstacle } from "./findObstacle.ts";

/** Play, one batch, reset, and how far it is. */
export function PlayButtons({ setup, how, obstacle }: PlayButtonsProps): JSX.Element {
  const t = buildMessages.value;
  const state = building.value;
  // What was changed a moment ago is not open yet: who plays now means the new network.
  const open = isOpen(setup);
  const status = open ? state?.status : "opening";
  const play = (input: TrainNetworkInput): void =>
    void (open ? playBuilding(input) : openBuilding(setup, input));
  const playing = status === "playing";
  const stuck =
    obstacle !== undefined ||
    state === undefined ||
    status === "failed" ||
    keeping.value?.status === "keeping";
  return (
    <section class="stack tight play-buttons" aria-label={t.controls}>
      <div class="row">
        {/* One button, so that the focus stays where it is. */}
        <button
          type="button"
          class="primary"
          disabled={stuck}
          onClick={() => (playing ? pauseBuilding() : play(how))}
        >
          {playing ? t.pause : t.play}
        </button>
        <button type="button" disabled={stuck} onClick={() => play({ ...how, batches: 1 })}>
          {t.step}
        </button>
        <button
          type="button"
          disabled={obstacle !== undefined || state === undefined}
          onClick={() => void openBuilding(setup)}
        >
          {t.reset}
        </button>
        <span class="quiet" data-build-status={obstacle ?? status} data-batches={state?.batches}>
          {obstacle === undefined ? statusText(status, state?.batch, setup) : obstacleText(obstacle)}
        </span>
      </div>
      {state?.failure && (
        <p role="alert" class="failure">
          {state.failure.code === "NAN_LOSS" ? t.notANumber : `${t.failed} ${failureText(state.failure)}`}
        </p>
      )}
    </section>
  );
}

interface PlayButtonsProps {
  readonly setup: BuildSetup;
  readonly how: TrainNetworkInput;
  /** Why the network cannot be trained as it is. */
  readonly obstacle: Obstacle | undefined;
}

/** Pictures that are still looked through lack nothing. */
function obstacleText(obstacle: Obstacle): string {
  const t = buildMessages.value;
  const isLooking = obstacle === "noPictures" && builtPictures.value.status === "looking";
  return isLooking ? t.lookingAtPictures : t[obstacle];
}

function statusText(
  status: Building["status"] | undefined,
  batch: Building["batch"],
  { from }: BuildSetup,
): string {
  const t = buildMessages.value;
  if (status === undefined || status === "opening") return t.opening;
  if (status === "failed") return "";
  if (!batch) return from === undefined ? t.ready : t.readyToGoOn;
  return t.progress(numberText(batch.epoch), numberText(batch.batch), numberText(batch.batches));
}
