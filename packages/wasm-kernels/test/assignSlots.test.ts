import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startBackends } from "./againstCpu.ts";
import { bystanders, constant } from "./bystanders.ts";
import { nearly } from "./nearly.ts";

beforeAll(() => startBackends());

const optimizers: readonly (readonly [name: string, make: () => tf.Optimizer])[] = [
  ["momentum", () => tf.train.momentum(0.1, 0.9)],
  ["rmsprop", () => tf.train.rmsprop(0.1, 0.9, 0.5)],
  ["rmsprop, centered", () => tf.train.rmsprop(0.1, 0.9, 0.5, 1e-3, true)],
  ["adam", () => tf.train.adam(0.1)],
  ["adadelta", () => tf.train.adadelta(0.5)],
];

/** Moves variables towards 0, each by its own gradient. */
function move(optimizer: tf.Optimizer, variables: readonly tf.Variable[]): void {
  optimizer.minimize(() => tf.addN(variables.map((variable) => tf.sum(tf.square(variable)))), false, [
    ...variables,
  ]);
}

/** Gives an optimizer the state of another one, as a checkpoint does. */
async function copyState(from: tf.Optimizer, to: tf.Optimizer): Promise<void> {
  const state = await from.getWeights();
  const copies = state.map(({ name, tensor }) => ({ name, tensor: tensor.clone() }));
  await to.setWeights(copies);
  // The count of steps was made for the call.
  tf.dispose([state[0]?.tensor ?? [], ...copies.map(({ tensor }) => tensor)]);
}

/** tfjs' momentum forgets to dispose of its learning rate. */
function discard(...optimizers: readonly tf.Optimizer[]): void {
  for (const optimizer of optimizers) {
    optimizer.dispose();
    if (optimizer.getClassName() === "Momentum") (optimizer as unknown as { c: tf.Scalar }).c.dispose();
  }
}

const variable = (size: number, value = 1) => tf.tidy(() => tf.variable(constant(size, value)));
const values = (variables: readonly tf.Variable[]) => variables.map((each) => [...each.dataSync()]);

describe.each(["wasm", "cpu"])("the state of an optimizer on %s, with the kernels installed", (backend) => {
  beforeEach(() => tf.setBackend(backend));

  describe.each(optimizers)("%s", (name, make) => {
    it("stays with its variable when another one is frozen and trained again", async () => {
      await expectNoLeak(() => {
        // Of one size, so that nothing but the result tells whose state was used.
        const [a, b, c] = [variable(5, 1), variable(5, 2), variable(5, 3)];
        const alone = variable(5, 2);
        const [optimizer, ofAlone] = [make(), make()];
        for (const trained of [[a, b, c], [a, b, c], [b, c], [b], [c, b], [a, b, c]]) {
          move(optimizer, trained);
          move(ofAlone, [alone]);
        }
        expect(values([b])).toEqual(values([alone]));
        discard(optimizer, ofAlone);
        tf.dispose([a, b, c, alone]);
      });
    });

    it("is new for a variable that comes later, and touches no other tensor", async () => {
      await expectNoLeak(() => {
        const [small, large, alone] = [variable(4), variable(4000), variable(4000)];
        const [optimizer, ofAlone] = [make(), make()];
        move(optimizer, [small]);
        // What counts steps for all variables counts here too.
        move(ofAlone, [small]);
        const others = bystanders(200);
        move(optimizer, [large]);
        move(ofAlone, [small, alone]);
        expect(values([large])).toEqual(values([alone]));
        expect(others.changed()).toBe(0);
        others.dispose();
        discard(optimizer, ofAlone);
        tf.dispose([small, large, alone]);
      });
    });

    it("goes with a variable that is disposed of", async () => {
      await expectNoLeak(() => {
        const [first, second] = [variable(3), variable(3)];
        const optimizer = make();
        move(optimizer, [first]);
        first.dispose();
        move(optimizer, [second]);
        second.dispose();
        discard(optimizer);
      });
    });

    it("that was saved is taken over in order by variables of other names", async () => {
      await expectNoLeak(async () => {
        const [before, after] = [make(), make()];
        const [one, two] = [
          [variable(3, 1), variable(4, 2)],
          [variable(3, 1), variable(4, 2)],
        ];
        for (let step = 0; step < 3; step += 1) move(before, one);
        for (const [i, each] of one.entries()) two[i]?.assign(each);
        await copyState(before, after);
        move(before, one);
        move(after, two);
        // tfjs computes the running products of Adam anew, as powers.
        const digits = name === "adam" ? 5 : 12;
        for (const [i, own] of values(two).entries()) {
          for (const value of own) expect(value).toBeCloseTo(one[i]?.dataSync()[0] ?? 0, digits);
        }
        discard(before, after);
        tf.dispose([...one, ...two]);
      });
    });

    it("that was saved while a layer was frozen goes on in another model of the same names", async () => {
      await expectNoLeak(async () => {
        const named = (which: string) =>
          ["one/kernel", "two/kernel", "three/kernel"].map((layer, i) =>
            tf.tidy(() => tf.variable(constant(5, i + 1), true, `${layer}${which}`)),
          );
        const [first, second] = [named(""), named("_1")];
        const [a, b] = [make(), make()];
        move(a, first);
        move(a, first.slice(1));
        for (const [i, each] of first.entries()) second[i]?.assign(each);
        await copyState(a, b);
        for (const part of [1, 1, 0]) {
          move(a, first.slice(part));
          move(b, second.slice(part));
        }
        for (const [i, own] of values(second).entries()) expect(own).toEqual(nearly(values(first)[i] ?? []));
        discard(a, b);
        tf.dispose([...first, ...second]);
      });
    });

    it("that was saved for variables of other shapes, or for more of them, is refused", async () => {
      await expectNoLeak(async () => {
        const optimizer = make();
        const trained = [variable(3), variable(4)];
        move(optimizer, trained);
        const resumed = async (variables: readonly tf.Variable[]) => {
          const other = make();
          await copyState(optimizer, other);
          try {
            // tfjs leaves gradients behind where the step fails.
            tf.tidy(() => move(other, variables));
          } catch (error) {
            return error;
          } finally {
            discard(other);
            tf.dispose([...variables]);
          }
          return "accepted";
        };
        const code = { code: "OPTIMIZER_MISMATCH" };
        expect(await resumed([variable(4), variable(3)])).toMatchObject(code);
        expect(await resumed([variable(3)])).toMatchObject(code);
        expect(await resumed([variable(3), variable(4), variable(5)])).toMatchObject(code);
        expect(await resumed([variable(3), variable(4)])).toBe("accepted");
        discard(optimizer);
        tf.dispose(trained);
      });
    });
  });
});
