import { LayersModel, type Shape, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import { type Layer, LayerContext } from "./LayerContext.ts";
import { layerWriters } from "./layerWriters.ts";
import { OnnxError } from "../OnnxError.ts";
import { GraphBuilder } from "../graph/GraphBuilder.ts";
import { nameOutputs } from "../graph/nameOutputs.ts";
import type { OnnxGraph, Port } from "../graph/OnnxNode.ts";
import type { Value } from "../graph/Value.ts";

/**
 * Translates a model.
 *
 * @param weights the values of each weight of the model, by its id
 * @throws {OnnxError} `UNSUPPORTED_LAYERS`, with everything that stands in the way
 */
export function writeGraph(model: LayersModel, weights: ReadonlyMap<number, Float32Array>): OnnxGraph {
  const graph = new GraphBuilder(weights);
  const inputs = model.inputs.map(({ shape, name }, index): Value => {
    return { name: graph.unique(model.inputNames[index] ?? name), shape, channelsSecond: false };
  });
  const outputs = writeModel(model, inputs, "", graph).map((value, index) =>
    graph.inOrder(model.outputNames[index] ?? "output", value),
  );
  if (graph.problems.length > 0) throw unsupported(graph);
  const { nodes, names } = nameOutputs(graph, inputs, outputs, model.outputNames);
  return {
    name: model.name,
    nodes,
    initializers: graph.initializers,
    inputs: inputs.map(({ name, shape }, index) => port(name, shape, model.inputs[index]?.dtype)),
    outputs: outputs.map(({ shape }, index) => port(names[index] as string, shape)),
  };
}

/** Writes the layers that lead from the inputs of a model, or of one inside of it, to its outputs. */
function writeModel(
  model: LayersModel,
  inputs: readonly Value[],
  scope: string,
  graph: GraphBuilder,
): Value[] {
  const values = new Map(model.inputs.map(({ id }, index) => [id, inputs[index] as Value]));
  const valueOf = (tensor: SymbolicTensor): Value => {
    const known = values.get(tensor.id);
    if (known) return known;
    const { sourceLayer, nodeIndex } = tensor as unknown as { sourceLayer: Layer; nodeIndex: number };
    const node = sourceLayer.inboundNodes[nodeIndex];
    const given = node?.inputTensors.map(valueOf) ?? [];
    const results = writeLayer(sourceLayer, given, scope, graph);
    for (const [index, { id }] of (node?.outputTensors ?? []).entries())
      values.set(id, results[index] as Value);
    return values.get(tensor.id) as Value;
  };
  return model.outputs.map(valueOf);
}

function writeLayer(layer: Layer, inputs: readonly Value[], scope: string, graph: GraphBuilder): Value[] {
  const name = scope + layer.name;
  if (layer instanceof LayersModel) return writeModel(layer, inputs, `${name}/`, graph);
  const shapes = inputs.map(({ shape }) => shape);
  const outputShapes = asShapes(
    layer.computeOutputShape(shapes.length === 1 ? (shapes[0] as Shape) : shapes),
  );
  const className = layer.getClassName();
  const context = new LayerContext({
    graph,
    name,
    className,
    config: layer.getConfig(),
    inputs,
    outputShapes,
    weights: layer.weights,
    inner: (layer as { layer?: Layer }).layer,
    write: (inner, given) => writeLayer(inner, given, `${name}/`, graph),
  });
  const written =
    layerWriters[className]?.(context) ?? context.refuse("ONNX files with this layer are not written");
  const outputs = Array.isArray(written) ? written : [written];
  return outputShapes.map((shape, index) => ({ ...outputs[index], shape }));
}

function asShapes(shapes: Shape | Shape[]): Shape[] {
  return Array.isArray(shapes[0]) ? (shapes as Shape[]) : [shapes as Shape];
}

function port(name: string, shape: Shape, dtype?: string): Port {
  const lengths = shape.map((length, axis) => length ?? (axis === 0 ? "batch" : `${name}_${axis}`));
  return { name, type: dtype === "int32" ? "int32" : "float32", shape: lengths };
}

function unsupported({ problems }: GraphBuilder): OnnxError {
  const lines = problems.map(({ name, kind, reason }) => `${name} (${kind}): ${reason}`);
  return new OnnxError(
    "UNSUPPORTED_LAYERS",
    `This model has ${problems.length === 1 ? "a layer that ONNX files are" : `${problems.length} layers that ONNX files are`} not written with:\n` +
      `${lines.join("\n")}\nReplace them, or save the model in another format.`,
    { problems },
  );
}
