import type { BatchEvent, History } from "@minibatch/training";
import { spread } from "./spread.ts";

/** Loss and accuracy over the batches since the point before. */
export interface CurvePoint {
  /** In epochs: 1.5 is the middle of the second one. */
  readonly epoch: number;
  readonly loss: number;
  readonly accuracy: number | undefined;
}

/** As many as a chart can show; above, neighbours are merged. */
const most = 400;

/**
 * Adds a point for the batches between two events of an epoch. The events carry means over the epoch so far; the mean over the
 * batches between them is what moves.
 *
 * @param before the event that made the last point
 */
export function addPoint(
  points: readonly CurvePoint[],
  event: BatchEvent,
  before: BatchEvent | undefined,
): readonly CurvePoint[] {
  const since = before?.epoch === event.epoch && before.batch < event.batch ? before : undefined;
  const between = (name: string): number | undefined => {
    const now = event.logs[name];
    if (now === undefined || !since) return now;
    const then = since.logs[name] ?? now;
    return (now * event.batch - then * since.batch) / (event.batch - since.batch);
  };
  const epoch = event.epoch - 1 + event.batch / event.batches;
  const next = [...points, { epoch, loss: between("loss") ?? 0, accuracy: between("accuracy") }];
  return next.length > most ? merged(next) : next;
}

/** The points of a run that was not watched: one an epoch, or of some of very many. */
export function curveOfHistory({ loss, accuracy }: History): readonly CurvePoint[] {
  return spread(loss.length, most).map((index) => ({
    epoch: index + 0.5,
    loss: loss[index] as number,
    accuracy: accuracy?.[index],
  }));
}

function merged(points: readonly CurvePoint[]): CurvePoint[] {
  return Array.from({ length: Math.floor(points.length / 2) }, (_, index) => {
    const one = points[2 * index] as CurvePoint;
    const other = points[2 * index + 1] as CurvePoint;
    return {
      epoch: other.epoch,
      loss: (one.loss + other.loss) / 2,
      accuracy: one.accuracy === undefined ? undefined : (one.accuracy + (other.accuracy ?? 0)) / 2,
    };
  });
}
