import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackends, variants } from "./againstCpu.ts";

type State = [number, number, number];

/** sfc32 as its author writes it, in whole numbers of any size. */
function sfc32([first, second, third]: State): () => bigint {
  const word = (value: bigint) => BigInt.asUintN(32, value);
  let [a, b, c, counter] = [word(BigInt(first)), word(BigInt(second)), word(BigInt(third)), 1n];
  return () => {
    const sum = word(a + b + counter);
    counter += 1n;
    a = b ^ (b >> 9n);
    b = word(c + (c << 3n));
    c = word(((c << 21n) | (c >> 11n)) + sum);
    return sum;
  };
}

function draw(attributes: object): tf.Tensor {
  return tf.engine().runKernel<tf.Tensor>("MinibatchRandomMask", {}, attributes as tf.NamedAttrMap);
}

function expectedMask(size: number, rate: number, state: State): number[] {
  const next = sfc32(state);
  for (let passed = 0; passed < 12; passed += 1) next();
  const halves = Array.from({ length: Math.ceil(size / 2) }, () => {
    const word = Number(next());
    return [word % 0x1_0000, Math.floor(word / 0x1_0000)];
  });
  const kept = Math.fround(1 / (1 - rate));
  return halves
    .flat()
    .slice(0, size)
    .map((half) => (half < Math.round(rate * 0x1_0000) ? 0 : kept));
}

describe.each(variants)("MinibatchRandomMask, %s", (_name, options) => {
  beforeAll(async () => {
    await startBackends(options);
    await tf.setBackend("wasm");
  });

  it("draws what its generator says, for any state, rate and number of values", async () => {
    const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    const rates = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    await expectNoLeak(() => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 999 }),
          rates,
          fc.tuple(word, word, word),
          (size, rate, state) => {
            const mask = draw({ shape: [size], rate, state: () => state });
            expect([...mask.dataSync()]).toEqual(expectedMask(size, rate, state));
            mask.dispose();
          },
        ),
        { seed: 5, numRuns: 50, examples: [[1, 0.5, [1, 2, 3]]] },
      );
    });
  });

  it("writes nothing behind its values", () => {
    tf.tidy(() => {
      const shape = [3, 5, 7];
      const attributes = { shape, rate: 0.5, state: () => [7, 8, 9] };
      const before = tf.ones([105]);
      const mask = draw(attributes);
      const after = tf.ones([105]);
      expect(mask.shape).toEqual(shape);
      expect([...before.dataSync(), ...after.dataSync()].every((value) => value === 1)).toBe(true);
    });
  });
});
