import type { RecipeEvent } from "@minibatch/recipes";

type EpochEvent = Extract<RecipeEvent, { readonly type: "epoch" }>;

/** What a page hears of a run: as the run itself reports, but epochs that follow each other quickly come together. */
export type ThinnedEvent =
  | Exclude<RecipeEvent, EpochEvent>
  | { readonly type: "epochs"; readonly epochs: readonly EpochEvent[] };

/** A page draws so often at most, in milliseconds. */
const interval = 80;

/**
 * Thins the events of a run to what a page can draw: of batches most are left out, of epochs none, but those that end within a moment are
 * passed on together. The last batch of an epoch is passed on where others of it were.
 *
 * @param now the time in milliseconds
 */
export function thinned(
  emit: (event: ThinnedEvent) => void,
  now: () => number = () => performance.now(),
): (event: RecipeEvent) => void {
  let waiting: EpochEvent[] = [];
  const last = { batch: Number.NEGATIVE_INFINITY, epochs: Number.NEGATIVE_INFINITY, shownEpoch: 0 };
  const passEpochs = (): void => {
    if (waiting.length === 0) return;
    last.epochs = now();
    emit({ type: "epochs", epochs: waiting });
    waiting = [];
  };
  return (event) => {
    if (event.type === "epoch") {
      waiting.push(event);
      if (now() - last.epochs >= interval) passEpochs();
    } else if (event.type === "batch") {
      const endsShown = event.batch === event.batches && last.shownEpoch === event.epoch;
      if (!endsShown && now() - last.batch < interval) return;
      last.batch = now();
      last.shownEpoch = event.epoch;
      passEpochs();
      emit(event);
    } else {
      passEpochs();
      emit(event);
    }
  };
}
