import * as fc from "fast-check";

type Pair = [number, number];

/** A pooling to check. */
export interface PoolingCase {
  readonly shape: [number, number, number, number];
  readonly window: Pair;
  readonly strides: Pair;
  readonly pad: "valid" | "same";
  readonly seed: number;
}

const pair = (min: number, max: number) => fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));

/** Poolings whose window fits. */
export const poolingCases: fc.Arbitrary<PoolingCase> = fc
  .record({
    batch: fc.integer({ min: 1, max: 3 }),
    size: pair(1, 10),
    channels: fc.integer({ min: 1, max: 9 }),
    window: pair(1, 4),
    strides: pair(1, 3),
    pad: fc.constantFrom("valid" as const, "same" as const),
    seed: fc.nat(1000),
  })
  .filter(({ size, window, pad }) => pad === "same" || (size[0] >= window[0] && size[1] >= window[1]))
  .map(({ batch, size, channels, ...rest }) => ({ ...rest, shape: [batch, ...size, channels] }));
