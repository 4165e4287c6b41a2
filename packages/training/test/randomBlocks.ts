import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";

const { layers } = tfl;

/** A layer of a user's own, which draws its noise as tfjs' documentation shows. */
class Jitter extends tfl.layers.Layer {
  static readonly className = "Jitter";
  override call(inputs: tf.Tensor | tf.Tensor[], { training }: { training?: boolean }): tf.Tensor {
    const [input] = [inputs].flat();
    if (!input) throw new Error("There is no input.");
    return tf.tidy(() => (training ? tf.add(input, tf.randomNormal(input.shape, 0, 0.3)) : tf.clone(input)));
  }
}

/** Rows of eight values as sequences, and back. */
const sequence = (): tfl.layers.Layer => layers.reshape({ targetShape: [4, 2], inputShape: [8] });

/** tfjs' own, an orthogonal matrix, needs methods of tensors that only the union package brings. */
const recurrent = { units: 2, recurrentInitializer: "glorotUniform" } as const;
const both = { ...recurrent, dropout: 0.4, recurrentDropout: 0.3 };

/** Every way in which layers of tfjs draw at random, each as layers from eight values on. */
export const randomBlocks: Record<string, () => tfl.layers.Layer[]> = {
  dropout: () => [layers.dropout({ rate: 0.4, inputShape: [8] })],
  "dropout with a seed of its own": () => [layers.dropout({ rate: 0.4, seed: 7, inputShape: [8] })],
  gaussianNoise: () => [layers.gaussianNoise({ stddev: 0.3, inputShape: [8] })],
  gaussianDropout: () => [layers.gaussianDropout({ rate: 0.4, inputShape: [8] })],
  alphaDropout: () => [layers.alphaDropout({ rate: 0.4, inputShape: [8] })],
  "a layer of one's own": () => [new Jitter({ inputShape: [8] })],
  spatialDropout1d: () => [sequence(), layers.spatialDropout1d({ rate: 0.4 }), layers.flatten()],
  "timeDistributed dropout": () => [
    sequence(),
    layers.timeDistributed({ layer: layers.dropout({ rate: 0.4 }) }),
    layers.flatten(),
  ],
  "timeDistributed gaussianNoise": () => [
    sequence(),
    layers.timeDistributed({ layer: layers.gaussianNoise({ stddev: 0.3 }) }),
    layers.flatten(),
  ],
  "timeDistributed model": () => [
    sequence(),
    layers.timeDistributed({
      layer: tfl.sequential({
        layers: [layers.dense({ units: 3, inputShape: [2] }), layers.dropout({ rate: 0.4 })],
      }),
    }),
    layers.flatten(),
  ],
  "simpleRNN, dropout": () => [sequence(), layers.simpleRNN({ ...recurrent, dropout: 0.4 })],
  "simpleRNN, recurrent dropout": () => [
    sequence(),
    layers.simpleRNN({ ...recurrent, recurrentDropout: 0.4 }),
  ],
  gru: () => [sequence(), layers.gru({ ...both })],
  lstm: () => [sequence(), layers.lstm({ ...both })],
  "rnn of a cell": () => [sequence(), layers.rnn({ cell: layers.lstmCell({ ...both }) })],
  "rnn of stacked cells": () => [
    sequence(),
    layers.rnn({ cell: [layers.gruCell({ ...both }), layers.simpleRNNCell({ ...both })] }),
  ],
  bidirectional: () => [
    sequence(),
    layers.bidirectional({ layer: layers.lstm({ ...both }), mergeMode: "concat" }),
  ],
  convLstm2d: () => [
    layers.reshape({ targetShape: [2, 2, 2, 1], inputShape: [8] }),
    layers.convLstm2d({
      filters: 2,
      kernelSize: 2,
      recurrentInitializer: "glorotUniform",
      dropout: 0.4,
      recurrentDropout: 0.3,
    }),
    layers.flatten(),
  ],
};

/** Where in a model such a block can be: the ways to reach a layer from the model that is trained. */
export const nestings: Record<string, (block: () => tfl.layers.Layer[]) => tfl.LayersModel> = {
  "at the top": (block) => tfl.sequential({ layers: [...block(), layers.dense({ units: 1 })] }),
  "two models deep": (block) => {
    const inner = tfl.sequential({ layers: block() });
    const middle = tfl.sequential({ layers: [layers.dense({ units: 8, inputShape: [8] }), inner] });
    return tfl.sequential({ layers: [middle, layers.dense({ units: 1 })] });
  },
  "twice, shared and apart": (block) => {
    const inputs = tfl.input({ shape: [8] });
    const shared = tfl.sequential({ layers: block() });
    const apart = tfl.sequential({ layers: block() });
    const outputs = [shared, shared, apart].map((model) => model.apply(inputs) as tfl.SymbolicTensor);
    const joined = layers.concatenate().apply(outputs);
    return tfl.model({ inputs, outputs: layers.dense({ units: 1 }).apply(joined) as tfl.SymbolicTensor });
  },
};
