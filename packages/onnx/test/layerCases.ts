import {
  layers,
  type LayersModel,
  model,
  sequential,
  type SymbolicTensor,
  input,
} from "@tensorflow/tfjs-layers";

/** A model to write, with layers of one kind and settings that tell their order of axes, their padding and their parts apart. */
export interface LayerCase {
  readonly name: string;
  readonly make: () => LayersModel;
  /** Inputs are whole numbers below this, instead of normal ones. */
  readonly rows?: number;
  /** What is deviated from at most, relative to the largest value. */
  readonly tolerance?: number;
}

type Layer = LayersModel["layers"][number];

/** Layers one after the other. */
function stack(name: string, inputShape: number[], ...list: Layer[]): LayerCase {
  return { name, make: () => sequential({ layers: [layers.inputLayer({ inputShape }), ...list] }) };
}

/** Any graph, given the shapes of its inputs. */
function graph(
  name: string,
  shapes: readonly number[][],
  build: (...inputs: SymbolicTensor[]) => SymbolicTensor | SymbolicTensor[],
): LayerCase {
  return {
    name,
    make: () => {
      const inputs = shapes.map((shape, index) => input({ shape, name: `in${index}` }));
      return model({ inputs, outputs: build(...inputs) });
    },
  };
}

const apply = (layer: Layer, first: SymbolicTensor, ...rest: SymbolicTensor[]): SymbolicTensor =>
  layer.apply(rest.length === 0 ? first : [first, ...rest]) as SymbolicTensor;

const activations = [
  "elu",
  "gelu",
  "gelu_new",
  "hardSigmoid",
  "linear",
  "logSoftmax",
  "mish",
  "relu",
  "relu6",
  "selu",
  "sigmoid",
  "softmax",
  "softplus",
  "softsign",
  "swish",
  "tanh",
] as const;

const image = [7, 6, 3];
const [same, valid] = ["same", "valid"] as const;
/** Without it, a matrix is made orthogonal, for nothing. */
const recurrent = { recurrentInitializer: "zeros" } as const;

/** A case for each layer and each setting that changes what is written. */
export const layerCases: readonly LayerCase[] = [
  ...activations.map((activation) =>
    stack(`dense, ${activation}`, [5], layers.dense({ units: 4, activation: activation as never })),
  ),
  ...(["softmax", "logSoftmax"] as const).map((activation) =>
    stack(
      `conv2d, ${activation} over channels`,
      image,
      layers.conv2d({ filters: 4, kernelSize: 2, activation: activation as never }),
    ),
  ),
  stack("dense without bias", [5], layers.dense({ units: 4, useBias: false })),
  stack("dense on rows", [3, 5], layers.dense({ units: 4 })),
  stack(
    "dense on pixels after a convolution",
    image,
    layers.conv2d({ filters: 4, kernelSize: 2 }),
    layers.dense({ units: 2 }),
  ),
  stack("activation layers", [6], layers.activation({ activation: "tanh" }), layers.reLU({ maxValue: 0.5 })),
  stack("reLU", [6], layers.reLU({})),
  stack("leakyReLU and elu", [6], layers.leakyReLU({ alpha: 0.2 }), layers.elu()),
  stack("thresholdedReLU", [6], layers.thresholdedReLU({ theta: 0.4 })),
  stack("prelu after a convolution", image, layers.conv2d({ filters: 4, kernelSize: 2 }), layers.prelu({})),
  stack("prelu with shared axes", image, layers.prelu({ sharedAxes: [1, 2] })),
  stack("softmax", [4, 5], layers.softmax({ axis: -1 })),
  stack(
    "softmax over channels",
    image,
    layers.conv2d({ filters: 4, kernelSize: 2 }),
    layers.softmax({ axis: -1 }),
  ),

  ...[valid, same].flatMap((padding) =>
    [1, 2, 3].map((stride) =>
      stack(
        `conv2d, ${padding}, stride ${stride}`,
        image,
        layers.conv2d({
          filters: 4,
          kernelSize: [3, 2],
          strides: stride,
          padding,
          activation: "relu",
        }),
      ),
    ),
  ),
  stack(
    "conv2d, dilated, same",
    image,
    layers.conv2d({ filters: 4, kernelSize: 3, dilationRate: [2, 1], padding: same }),
  ),
  stack("conv2d without bias", image, layers.conv2d({ filters: 4, kernelSize: 3, useBias: false })),
  stack(
    "conv2d on any size",
    [null, null, 3] as never,
    layers.conv2d({ filters: 4, kernelSize: 3, strides: 2, padding: same }),
  ),
  stack(
    "conv2d, channels first",
    [3, 7, 6],
    layers.conv2d({ filters: 4, kernelSize: 3, dataFormat: "channelsFirst" }),
  ),
  ...[valid, same].map((padding) =>
    stack(`conv1d, ${padding}`, [9, 3], layers.conv1d({ filters: 4, kernelSize: 3, padding })),
  ),
  stack("conv1d, dilated", [9, 3], layers.conv1d({ filters: 4, kernelSize: 3, dilationRate: 2 })),
  stack("conv3d", [4, 5, 6, 2], layers.conv3d({ filters: 3, kernelSize: 2, padding: same })),
  ...[valid, same].flatMap((padding) =>
    [
      [3, 1],
      [3, 2],
      [2, 3],
    ].map(([kernelSize = 1, strides = 1]) =>
      stack(
        `conv2dTranspose, ${padding}, window ${kernelSize}, stride ${strides}`,
        image,
        layers.conv2dTranspose({ filters: 4, kernelSize, strides, padding }),
      ),
    ),
  ),
  stack("conv3dTranspose", [3, 3, 2, 2], layers.conv3dTranspose({ filters: 3, kernelSize: 2, strides: 2 })),
  ...[valid, same].map((padding) =>
    stack(
      `depthwiseConv2d, ${padding}`,
      image,
      layers.depthwiseConv2d({
        kernelSize: 3,
        depthMultiplier: 2,
        padding,
        strides: 2,
      }),
    ),
  ),
  ...[valid, same].map((padding) =>
    stack(
      `separableConv2d, ${padding}`,
      image,
      layers.separableConv2d({
        filters: 5,
        kernelSize: 3,
        depthMultiplier: 2,
        padding,
      }),
    ),
  ),

  ...[valid, same].flatMap((padding) => [
    stack(`maxPooling2d, ${padding}`, image, layers.maxPooling2d({ poolSize: [3, 2], strides: 2, padding })),
    stack(
      `averagePooling2d, ${padding}`,
      image,
      layers.averagePooling2d({ poolSize: 3, strides: [1, 2], padding }),
    ),
    stack(`maxPooling1d, ${padding}`, [9, 3], layers.maxPooling1d({ poolSize: 2, padding })),
    stack(`averagePooling1d, ${padding}`, [9, 3], layers.averagePooling1d({ poolSize: 2, padding })),
    stack(`maxPooling3d, ${padding}`, [4, 5, 4, 2], layers.maxPooling3d({ poolSize: 2, padding })),
    stack(`averagePooling3d, ${padding}`, [4, 5, 4, 2], layers.averagePooling3d({ poolSize: 2, padding })),
  ]),
  stack(
    "globalAveragePooling2d",
    image,
    layers.conv2d({ filters: 4, kernelSize: 2 }),
    layers.globalAveragePooling2d({}),
  ),
  stack("globalMaxPooling2d", image, layers.globalMaxPooling2d({})),
  stack(
    "globalMaxPooling2d, channels first",
    [3, 7, 6],
    layers.globalMaxPooling2d({ dataFormat: "channelsFirst" }),
  ),
  stack("globalAveragePooling1d", [5, 3], layers.globalAveragePooling1d({})),
  stack("globalMaxPooling1d", [5, 3], layers.globalMaxPooling1d({})),

  stack("batchNormalization of columns", [5], layers.batchNormalization()),
  stack(
    "batchNormalization of channels",
    image,
    layers.conv2d({ filters: 4, kernelSize: 2 }),
    layers.batchNormalization({ epsilon: 0.01 }),
    layers.activation({ activation: "relu" }),
  ),
  stack("batchNormalization of a picture", image, layers.batchNormalization()),
  stack("batchNormalization of rows", [3, 5], layers.batchNormalization()),
  stack("batchNormalization without center", [5], layers.batchNormalization({ center: false })),
  stack("layerNormalization", [4, 5], layers.layerNormalization({})),
  stack("layerNormalization over two axes", [4, 5], layers.layerNormalization({ axis: [1, 2] })),
  stack(
    "layerNormalization after a convolution",
    image,
    layers.conv2d({ filters: 4, kernelSize: 2 }),
    layers.layerNormalization({ scale: false }),
  ),

  stack(
    "flatten after a convolution",
    image,
    layers.conv2d({ filters: 4, kernelSize: 2 }),
    layers.flatten(),
    layers.dense({ units: 3 }),
  ),
  stack("flatten, channels first", [3, 4, 5], layers.flatten({ dataFormat: "channelsFirst" })),
  stack(
    "reshape and permute",
    [4, 6],
    layers.reshape({ targetShape: [3, -1, 2] }),
    layers.permute({ dims: [3, 1, 2] }),
  ),
  stack("repeatVector", [4], layers.repeatVector({ n: 3 })),
  stack(
    "zeroPadding2d",
    image,
    layers.zeroPadding2d({
      padding: [
        [1, 2],
        [0, 3],
      ],
    }),
    layers.conv2d({ filters: 2, kernelSize: 2 }),
  ),
  stack(
    "zeroPadding2d after a convolution",
    image,
    layers.conv2d({ filters: 2, kernelSize: 2 }),
    layers.zeroPadding2d({
      padding: [
        [1, 0],
        [0, 3],
      ],
    }),
  ),
  stack(
    "cropping2D",
    image,
    layers.cropping2D({
      cropping: [
        [1, 0],
        [2, 1],
      ],
    }),
  ),
  stack(
    "upSampling2d, nearest",
    image,
    layers.conv2d({ filters: 2, kernelSize: 2 }),
    layers.upSampling2d({ size: [2, 3] }),
  ),
  stack("upSampling2d, bilinear", image, layers.upSampling2d({ size: [2, 3], interpolation: "bilinear" })),
  stack("rescaling", [4], layers.rescaling({ scale: 0.25, offset: -1 })),
  stack(
    "what only trains",
    [4],
    layers.dropout({ rate: 0.5 }),
    layers.gaussianNoise({ stddev: 1 }),
    layers.gaussianDropout({ rate: 0.5 }),
    layers.alphaDropout({ rate: 0.5 }),
  ),
  {
    ...stack(
      "embedding",
      [6],
      layers.embedding({ inputDim: 9, outputDim: 4 }),
      layers.globalAveragePooling1d({}),
    ),
    rows: 9,
  },

  ...Object.entries({
    add: layers.add,
    multiply: layers.multiply,
    average: layers.average,
    maximum: layers.maximum,
    minimum: layers.minimum,
  }).map(([kind, make]) =>
    graph(`${kind} of three, one of them a row`, [[4, 5], [4, 5], [5]], (a, b, c) =>
      apply(make({}), a, b, c),
    ),
  ),
  graph("a residual block", [[6, 6, 4]], (x) => {
    const conv = () => layers.conv2d({ filters: 4, kernelSize: 3, padding: "same" });
    const inside = apply(conv(), apply(layers.activation({ activation: "relu" }), apply(conv(), x)));
    return apply(layers.flatten(), apply(layers.add(), x, inside));
  }),
  graph("branches that are concatenated", [[6, 6, 4]], (x) => {
    const branch = (kernelSize: number) =>
      apply(layers.conv2d({ filters: kernelSize, kernelSize, padding: "same" }), x);
    return apply(
      layers.concatenate(),
      branch(1),
      branch(3),
      apply(layers.maxPooling2d({ poolSize: 3, strides: 1, padding: "same" }), x),
    );
  }),
  graph(
    "concatenate along the second axis",
    [
      [2, 5],
      [3, 5],
    ],
    (a, b) => apply(layers.concatenate({ axis: 1 }), a, b),
  ),
  graph("a gate for each channel", [[5, 5, 4]], (x) => {
    const means = apply(layers.globalAveragePooling2d({}), x);
    const gates = apply(
      layers.reshape({ targetShape: [1, 1, 4] }),
      apply(layers.dense({ units: 4, activation: "sigmoid" }), means),
    );
    return apply(
      layers.multiply(),
      apply(layers.conv2d({ filters: 4, kernelSize: 3, padding: "same" }), x),
      gates,
    );
  }),
  graph("several inputs and outputs", [[4], [3]], (a, b) => {
    const both = apply(layers.concatenate(), a, b);
    return [
      apply(layers.dense({ units: 2, name: "left" }), both),
      apply(layers.dense({ units: 1, name: "right", activation: "sigmoid" }), both),
    ];
  }),
  graph("an input that is an output, and a dropout of it", [[4]], (a) => [
    a,
    apply(layers.dropout({ rate: 0.5 }), a),
  ]),
  graph("a layer that is shared", [[4], [4]], (a, b) => {
    const shared = layers.dense({ units: 3, name: "shared" });
    return apply(layers.add(), apply(shared, a), apply(shared, b));
  }),
  graph(
    "a model in a model, twice",
    [
      [6, 6, 3],
      [6, 6, 3],
    ],
    (a, b) => {
      const inner = sequential({
        layers: [
          layers.conv2d({ inputShape: [6, 6, 3], filters: 2, kernelSize: 3 }),
          layers.flatten(),
          layers.dense({ units: 3 }),
        ],
        name: "tower",
      });
      return apply(layers.concatenate(), apply(inner, a), apply(inner, b));
    },
  ),

  ...Object.entries({ simpleRNN: layers.simpleRNN, gru: layers.gru, lstm: layers.lstm }).flatMap(
    ([kind, make]) =>
      [
        {},
        { returnSequences: true },
        { goBackwards: true },
        { goBackwards: true, returnSequences: true },
      ].map((settings) => ({
        ...stack(
          `${kind} ${Object.keys(settings).join(", ")}`,
          [5, 3],
          make({ units: 4, ...recurrent, ...settings }),
        ),
        tolerance: 1e-5,
      })),
  ),
  {
    ...stack(
      "gru with sigmoid",
      [5, 3],
      layers.gru({ units: 4, recurrentActivation: "sigmoid", activation: "relu", ...recurrent }),
    ),
    tolerance: 1e-5,
  },
  {
    ...stack(
      "lstm without bias",
      [5, 3],
      layers.lstm({ units: 4, useBias: false, recurrentActivation: "sigmoid", ...recurrent } as never),
    ),
    tolerance: 1e-5,
  },
  {
    ...graph("lstm with states, handed to another", [[5, 3]], (x) => {
      const states = layers.lstm({ units: 4, returnState: true, ...recurrent });
      const [, h, c] = states.apply(x) as [SymbolicTensor, SymbolicTensor, SymbolicTensor];
      return apply(layers.lstm({ units: 4, ...recurrent }), x, h, c);
    }),
    tolerance: 1e-5,
  },
  ...(["concat", "sum", "ave", "mul"] as const).flatMap((mergeMode) =>
    [false, true].map((returnSequences) => ({
      ...stack(
        `bidirectional, ${mergeMode}${returnSequences ? ", sequences" : ""}`,
        [5, 3],
        layers.bidirectional({
          layer: layers.lstm({ units: 4, returnSequences, ...recurrent }),
          mergeMode,
        }),
      ),
      tolerance: 1e-5,
    })),
  ),
  stack("timeDistributed dense", [5, 3], layers.timeDistributed({ layer: layers.dense({ units: 4 }) })),
  stack(
    "timeDistributed convolution",
    [3, 6, 5, 2],
    layers.timeDistributed({ layer: layers.conv2d({ filters: 4, kernelSize: 2 }) }),
  ),
];
