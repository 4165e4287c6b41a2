import type { Schedule } from "../Recipe.ts";

/** The patience of `reduceOnPlateau` where a schedule says none. */
const usualPatience = 10;

/** A schedule for epochs of half as many steps: what counts epochs counts twice as many, what counts steps stays as it is. */
export function inTwiceTheEpochs(schedule: Schedule): Schedule {
  const { learningRateSchedule: falling, reduceOnPlateau } = schedule;
  return {
    ...schedule,
    ...(falling &&
      "stepDecay" in falling && {
        learningRateSchedule: { stepDecay: { ...falling.stepDecay, epochs: 2 * falling.stepDecay.epochs } },
      }),
    ...(reduceOnPlateau && {
      reduceOnPlateau: {
        ...reduceOnPlateau,
        patience: 2 * (reduceOnPlateau.patience ?? usualPatience),
        cooldown: 2 * (reduceOnPlateau.cooldown ?? 0),
      },
    }),
  };
}
