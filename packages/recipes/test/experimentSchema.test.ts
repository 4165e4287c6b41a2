import { layers } from "@tensorflow/tfjs-layers";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, it } from "vitest";
import { layerNames } from "../src/experiment/layerNames.ts";
import {
  type Experiment,
  experimentFaults,
  experimentSchema,
  optimizerNames,
  type RecipeExperiment,
} from "../src/index.ts";

/** Between them they have every field there is. */
const examples: readonly (Experiment | RecipeExperiment)[] = [
  {
    name: "spirals",
    data: { points: "spiral", noise: 0.1 },
    model: { mlp: { hidden: [8] } },
    schedule: {
      optimizer: "adam",
      learningRate: 0.01,
      batchSize: 16,
      epochs: 3,
      validation: { testSet: true },
    },
  },
  {
    $schema: "https://example.org/schema.json",
    name: "cats",
    data: {
      pictures: "./cats",
      options: {
        imageSize: [32, 48],
        grey: true,
        fit: "crop",
        validationSplit: 0.1,
        testSplit: 0.2,
        seed: 3,
        maxPixels: 1e6,
      },
    },
    model: {
      cnn: {
        blocks: [{ filters: [8, 8], kernelSize: 3, padding: ["same", "valid"], pool: 2, dropout: 0.1 }],
        hidden: [16],
        dropout: 0.5,
        activation: "elu",
        kernelInitializer: "heNormal",
      },
    },
    schedule: {
      optimizer: "adam",
      optimizerOptions: { beta1: 0.8, beta2: 0.99, epsilon: 1e-6 },
      learningRate: 0.01,
      learningRateSchedule: { cosineDecay: { alpha: 0.1 } },
      batchSize: 16,
      epochs: 3,
      validation: { ownPart: true },
      seed: 4,
      augmentation: { widthShift: 0.1, heightShift: 0, horizontalFlip: true, rotation: 10, fill: "constant" },
      earlyStopping: 5,
      classWeights: "balanced",
    },
    limit: 100,
    backend: "wasm",
  },
  {
    name: "houses",
    data: {
      table: "houses.csv",
      target: "price",
      options: {
        task: "regression",
        kinds: { zip: "category" },
        validationSplit: 0.2,
        testSplit: 0.2,
        seed: 1,
        name: "houses",
        header: true,
        delimiter: ";",
        decimal: ",",
      },
    },
    model: {
      mlp: {
        hidden: [8],
        dropout: 0,
        activation: "tanh",
        kernelInitializer: "glorotUniform",
        outputScaling: { scale: 2, offset: -1 },
      },
    },
    schedule: {
      optimizer: "rmsprop",
      optimizerOptions: { rho: 0.8, momentum: 0.1, centered: true },
      learningRate: 0.01,
      batchSize: 16,
      epochs: 3,
      validation: { lastFraction: 0.2 },
      reduceOnPlateau: {
        monitor: "loss",
        mode: "min",
        minDelta: 0,
        factor: 0.5,
        patience: 3,
        cooldown: 1,
        minLearningRate: 1e-5,
      },
      classWeights: [1, 2],
    },
  },
  {
    name: "layers",
    data: { dataset: "mnist" },
    model: { layers: [{ class_name: "Flatten" }, { class_name: "Dense", config: { units: 10 } }] },
    schedule: {
      optimizer: "momentum",
      optimizerOptions: { momentum: 0.5, nesterov: true },
      learningRate: 0.01,
      learningRateSchedule: { exponentialDecay: { decaySteps: 10, decayRate: 0.5, staircase: true } },
      batchSize: 16,
      epochs: 3,
      validation: { firstRows: 100 },
    },
  },
  {
    name: "linear",
    data: { dataset: "mnist" },
    model: { linear: {} },
    schedule: {
      optimizer: "sgd",
      learningRate: 0.1,
      learningRateSchedule: { inverseTimeDecay: { decayRate: 0.5, decaySteps: 2, staircase: false } },
      batchSize: 16,
      epochs: 3,
      validation: { testSet: true },
    },
  },
  {
    recipe: "mnist-cnn",
    sha256: "0".repeat(64),
    backend: "wasm",
    settings: {
      epochs: 1,
      batchSize: 32,
      learningRate: 0.1,
      optimizer: "adadelta",
      seed: 1,
      limit: 10,
      validationSplit: 0,
      earlyStopping: 3,
    },
  },
];

const validate = new Ajv({ strict: true, allErrors: true }).compile(experimentSchema());

it("experimentSchema() is what experiment.schema.json holds; vitest -u writes it", async () => {
  const file = new URL("../experiment.schema.json", import.meta.url).pathname;
  await expect(`${JSON.stringify(experimentSchema(), null, 2)}\n`).toMatchFileSnapshot(file);
});

it.for(examples)(
  "experimentFaults(experiment) finds nothing wrong with %j, and neither does Ajv",
  (example) => {
    expect(experimentFaults(example)).toEqual([]);
    expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
  },
);

/** The places in a JSON value. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, inner]) =>
    placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inside];
}

const others = [
  "",
  "text",
  0,
  -1,
  1,
  0.5,
  1.5,
  180,
  1e6,
  true,
  null,
  [],
  [1],
  [1, 2],
  [1, 2, 3],
  {},
  { a: 1 },
];

it("experimentFaults(experiment) and Ajv agree on experiments that are changed at random", () => {
  const change = fc.record({
    example: fc.constantFrom(...examples),
    place: fc.nat(),
    way: fc.constantFrom("replace", "delete", "add", "rename"),
    other: fc.constantFrom<unknown>(...others),
  });
  fc.assert(
    fc.property(change, ({ example, place, way, other }) => {
      const changed = structuredClone({ root: example }) as Record<string, unknown>;
      const places = placesOf(changed).slice(1);
      const path = places[place % places.length] ?? [];
      let holder = changed as Record<string | number, unknown>;
      for (const step of path.slice(0, -1)) holder = holder[step] as typeof holder;
      const last = path.at(-1) ?? "root";
      if (way === "replace") holder[last] = other;
      else if (way === "add") holder["extra"] = other;
      else if (Array.isArray(holder)) holder.splice(Number(last), 1);
      else {
        if (way === "rename") holder[`${last}s`] = holder[last];
        delete holder[last];
      }
      const faults = experimentFaults(changed["root"]);
      expect(faults.length === 0, JSON.stringify([changed["root"], faults])).toBe(validate(changed["root"]));
    }),
    { seed: 1, numRuns: 3000 },
  );
});

const valid = examples[0] as Experiment;

const { schedule } = valid;

it.for([
  [
    "schedule.epochs",
    { ...valid, schedule: { ...schedule, epochs: "ten" } },
    'must be a whole number of at least 1, but it is "ten"',
  ],
  [
    "schedule.learningrate",
    { ...valid, schedule: { ...schedule, learningrate: 1 } },
    'is unknown. Is "learningRate" meant?',
  ],
  [
    "schedule.optimizer",
    { ...valid, schedule: { ...schedule, optimizer: "adm" } },
    `must be one of ${optimizerNames.map((name) => `"${name}"`).join(", ")}, but it is "adm". Is "adam" meant?`,
  ],
  ["model.cmn", { ...valid, model: { cmn: {} } }, 'is unknown. Is "cnn" meant?'],
  [
    "model",
    { ...valid, model: { resnet: {} } },
    "must be an object with one of cnn, mlp, linear, layers, but it is an object",
  ],
  [
    "model",
    { ...valid, model: { linear: {}, mlp: { hidden: [] } } },
    "cannot have both mlp and linear: leave one of them out",
  ],
  [
    "model.layers.0.class_name",
    { ...valid, model: { layers: [{ class_name: "Denso" }] } },
    `must be one of the ${layerNames.length} names in the schema, such as Activation, AlphaDropout, AveragePooling1D, but it is "Denso". Is "Dense" meant?`,
  ],
  ["data.target", { ...valid, data: { table: "a.csv" } }, "is missing: a text is expected"],
  [
    "data.options.imageSize",
    { ...valid, data: { pictures: "a", options: { imageSize: [1] } } },
    "must be a list of 2, but it is a list of 1",
  ],
  [
    "settings.validationSplit",
    { recipe: "x", settings: { validationSplit: 1 } },
    "must be a number of at least 0 and below 1, but it is 1",
  ],
] as const)(
  "experimentFaults(experiment) names %s, what was expected and what came",
  ([place, wrong, problem]) => {
    const [fault] = experimentFaults(wrong);
    expect([fault?.path.join("."), fault?.problem]).toEqual([place, problem]);
  },
);

it("layerNames has every layer of tfjs that one input suffices for, by the name of its class", () => {
  const own = Object.getOwnPropertyNames(layers).filter((name) => /^[a-z]/.test(name));
  const lower = layerNames.map((name) => name.toLowerCase());
  const short =
    /^(?:avg|avgPool|globalMaxPool|maxPool)(?:\dd|Pooling\dd)$|^(?:avgPool|maxPool|globalMaxPool)\dd$/;
  const several = ["add", "average", "concatenate", "dot", "maximum", "minimum", "multiply"];
  const inside = [
    "input",
    "inputLayer",
    "rnn",
    "simpleRNNCell",
    "gruCell",
    "lstmCell",
    "stackedRNNCells",
    "convLstm2dCell",
  ];
  const expected = own.filter((name) => !short.test(name) && ![...several, ...inside].includes(name));
  expect(expected.map((name) => name.toLowerCase()).toSorted()).toEqual(lower.toSorted());
});
