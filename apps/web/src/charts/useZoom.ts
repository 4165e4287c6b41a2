import { useSignal } from "@preact/signals";
import { type Span, spanWithin } from "./spanWithin.ts";

/** What of the axis along a figure can be shown alone. */
export interface ZoomRange {
  readonly whole: Span;
  /** The shortest span in which there is still something to see. */
  readonly least: number;
  /** Says a span in words. */
  readonly text: (span: Span) => string;
}

/** What of a figure is shown, and how that is changed. */
export interface Zoom {
  /** `undefined`: the whole figure. */
  readonly span: Span | undefined;
  readonly show: (span: Span) => void;
  /** Shows a part of what is shown, 0.5 for the half of it in its middle, or more, 2 for twice as much. */
  readonly scale: (factor: number) => void;
  /** Goes along, by a share of what is shown. */
  readonly move: (share: number) => void;
  readonly reset: () => void;
}

/** Keeps what of a figure is shown; a span that the figure no longer has is the whole figure. */
export function useZoom(range: ZoomRange | undefined): Zoom {
  const wanted = useSignal<Span | undefined>(undefined);
  const { whole = [0, 1] as const, least = 1 } = range ?? {};
  const span = range && wanted.value && spanWithin(wanted.value, whole, least);
  const [from, to] = span ?? whole;
  const show = (next: Span): void => void (wanted.value = spanWithin(next, whole, least));
  return {
    span,
    show,
    scale(factor) {
      const half = ((to - from) * factor) / 2;
      show([(from + to) / 2 - half, (from + to) / 2 + half]);
    },
    move: (share) => show([from + (to - from) * share, to + (to - from) * share]),
    reset: () => void (wanted.value = undefined),
  };
}
