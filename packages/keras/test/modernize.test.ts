import { expect, it } from "vitest";
import { modernize } from "../src/build/modernize.ts";

const dense = (name: string, node: unknown) => ({
  class_name: "Dense",
  config: { name, units: 1, activation: "hard_sigmoid" },
  name,
  inbound_nodes: [node],
});

const history = (...name: readonly unknown[]) => ({
  class_name: "__keras_tensor__",
  config: { keras_history: name },
});

it("modernize(spec, true) says calls as Keras 3 does, and counts those of models within from 0", () => {
  const tower = { class_name: "Sequential", name: "tower", config: { name: "tower", layers: [] } };
  const spec = {
    class_name: "Model",
    config: {
      name: "twins",
      layers: [
        {
          class_name: "InputLayer",
          name: "a",
          config: { name: "a", batch_input_shape: [null, 3] },
          inbound_nodes: [],
        },
        { ...tower, inbound_nodes: [[["a", 0, 0, {}]]] },
        {
          class_name: "Add",
          name: "add",
          config: { name: "add" },
          inbound_nodes: [
            [
              ["tower", 1, 0, {}],
              ["a", 0, 0, {}],
            ],
          ],
        },
        dense("head", [["add", 0, 0, {}]]),
        {
          class_name: "LSTM",
          name: "lstm",
          config: {},
          inbound_nodes: [[["head", 0, 0, { initial_state: [["tower", 1, 0]] }]]],
        },
      ],
      input_layers: [["a", 0, 0]],
      output_layers: ["tower", 1, 0],
    },
  };
  const { class_name: className, config } = modernize(spec, true) as unknown as {
    readonly class_name: string;
    readonly config: Record<string, readonly Record<string, unknown>[]>;
  };
  expect(className).toBe("Functional");
  expect(config["output_layers"]).toEqual([["tower", 0, 0]]);
  expect(config["layers"]?.[0]?.["config"]).toEqual({ name: "a", batch_shape: [null, 3] });
  expect(config["layers"]?.map((layer) => layer["inbound_nodes"])).toEqual([
    [],
    [{ args: [history("a", 0, 0)], kwargs: {} }],
    [{ args: [[history("tower", 0, 0), history("a", 0, 0)]], kwargs: {} }],
    [{ args: [history("add", 0, 0)], kwargs: {} }],
    [{ args: [history("head", 0, 0)], kwargs: { initial_state: [history("tower", 0, 0)] } }],
  ]);
});

it("modernize(spec, true) makes a model of a list of layers, and tells the hard sigmoid of Keras 2 from that of Keras 3", () => {
  const layers = [
    dense("one", []),
    { class_name: "BatchNormalization", config: { axis: [3] } },
    { class_name: "TimeDistributed", config: { layer: dense("two", []) } },
  ];
  expect(modernize({ class_name: "Sequential", config: layers }, true)).toMatchObject({
    config: {
      layers: [
        { config: { activation: "hardSigmoid" } },
        { config: { axis: 3 } },
        { config: { layer: { config: { activation: "hardSigmoid" } } } },
      ],
    },
  });
  expect(modernize(dense("one", []), false)).toMatchObject({ config: { activation: "hard_sigmoid" } });
});
