import type { Parameters } from "../../state/route.ts";
import type { OpenExplored } from "../../worker/commands/openExplored.ts";

/** What the address says about what is to be seen of a run that is open. */
export interface ExploreView {
  /** One of those that are kept. */
  readonly epoch: number;
  /** The place of the chosen mistake among them; none where there is no mistake. */
  readonly mistake: number | undefined;
}

/** Reads the view out of the address: the kept epoch that is nearest to the one it names, and the first mistake where it names none. */
export function exploreView({ epoch, row }: Parameters, { epochs, mistakes }: OpenExplored): ExploreView {
  const last = epochs.at(-1) ?? 1;
  const wanted = /^\d{1,9}$/.test(epoch ?? "") ? Number(epoch) : last;
  const distance = (kept: number): number => Math.abs(kept - wanted);
  const nearest = epochs.reduce((best, kept) => (distance(kept) < distance(best) ? kept : best), last);
  const named = mistakes.findIndex((mistake) => String(mistake.row) === row);
  return { epoch: nearest, mistake: mistakes.length === 0 ? undefined : Math.max(0, named) };
}
