import type { LayerCase, NetworkCase } from "./NetworkCase.ts";

/** The networks that are left with one layer, step, output or sample less, or with a plainer layer. */
export function smallerNetworks(made: NetworkCase): NetworkCase[] {
  const { layers, steps, outputsAfter, samples, special } = made;
  return [
    ...layers.map((_, index) => withoutLayer(made, index)),
    ...layers.flatMap((layer, index) =>
      plainer(layer).map((each) => ({ ...made, layers: layers.with(index, each) })),
    ),
    ...steps.map((_, index) => ({ ...made, steps: steps.toSpliced(index, 1) })),
    ...outputsAfter.map((_, index) => ({ ...made, outputsAfter: outputsAfter.toSpliced(index, 1) })),
    ...(samples > 1 ? [{ ...made, samples: samples - 1 }] : []),
    ...(special === undefined ? [] : [{ ...made, special: undefined }]),
    ...(made.optimizer === "sgd" ? [] : [{ ...made, optimizer: "sgd" }]),
    ...(made.head === "linear" ? [] : [{ ...made, head: "linear" as const }]),
    ...smallerInputs(made),
  ];
}

function withoutLayer(made: NetworkCase, index: number): NetworkCase {
  const outputsAfter = made.outputsAfter.map((at) => (at >= index ? at - 1 : at)).filter((at) => at >= 0);
  return { ...made, layers: made.layers.toSpliced(index, 1), outputsAfter };
}

function plainer(layer: LayerCase): LayerCase[] {
  if ("layers" in layer) return layer.layers.length === 1 ? [...layer.layers] : [];
  const { activation, useBias } = layer.settings;
  return [
    ...(activation === undefined || activation === "linear"
      ? []
      : [{ ...layer, settings: { ...layer.settings, activation: "linear" } }]),
    ...(useBias === true ? [{ ...layer, settings: { ...layer.settings, useBias: false } }] : []),
  ];
}

function smallerInputs(made: NetworkCase): NetworkCase[] {
  return made.inputShape.flatMap((length, axis) =>
    length > 1 ? [{ ...made, inputShape: made.inputShape.with(axis, length - 1) }] : [],
  );
}
