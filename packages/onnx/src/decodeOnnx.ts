import { input as createInput, type LayersModel, model as createModel } from "@tensorflow/tfjs-layers";
import { nodeReaders } from "./operators/nodeReaders.ts";
import { OnnxError, type OnnxProblem } from "./OnnxError.ts";
import { corrupt } from "./protobuf/readFields.ts";
import { readOnnxFile, type DecodedNode, type DecodedPort } from "./read/readOnnxFile.ts";
import { isTensor, type Loaded, type LoadedTensor } from "./read/Loaded.ts";
import { type Layer, type Made, NodeContext, Unreadable } from "./read/NodeContext.ts";

/**
 * Makes a model of an ONNX file: convolutional networks and multilayer perceptrons as `encodeOnnx` and PyTorch's exporter write them.
 *
 * Inputs and outputs keep the shapes of the file, the batch free: a network of PyTorch takes `[batch, channels, height, width]`. Inside, channels are last,
 * as tfjs computes. Layers are named by the nodes. Recurrent networks are not read.
 *
 * @param bytes the file, weights included
 * @returns an uncompiled model
 * @throws {OnnxError} `UNSUPPORTED_GRAPH`, with all that cannot be read in `problems`; `CORRUPT_FILE` for what is no ONNX file; `LIMIT_EXCEEDED`
 * @example
 * const model = decodeOnnx(await readFile("digits.onnx"));
 * model.predict(tf.zeros(model.inputs[0].shape.map((length) => length ?? 1)));
 */
export function decodeOnnx(bytes: Uint8Array): LayersModel {
  // Parts of a Buffer of Node are copied otherwise than those of other bytes: not at all.
  const file = readOnnxFile(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const ports = file.inputs.filter(({ name }) => !file.initializers.has(name));
  const made: Made = { layers: [], names: new Set(), batch: ports[0]?.shape?.[0] ?? null };
  try {
    const values = new Map<string, Loaded>(file.initializers);
    const inputs = ports.map((port) => openInput(port, made.names));
    for (const [index, { name }] of ports.entries()) {
      values.set(name, { symbol: inputs[index] as LoadedTensor["symbol"], channelsLast: false });
    }
    const problems = readNodes(file.nodes, file.opset, values, made);
    if (problems.length > 0) throw unsupported(problems);
    const outputs = file.outputs.map(({ name }) => {
      const value = values.get(name);
      if (!isTensor(value)) throw corrupt(`nothing computes the output ${name}`);
      const end = { name, operator: "Transpose", domain: "", inputs: [], outputs: [], attributes: new Map() };
      return new NodeContext(end, file.opset, [], made).fileOrder(value).symbol;
    });
    if (inputs.length === 0 || outputs.length === 0) throw corrupt("it has no input or no output");
    const model = createModel({ inputs, outputs });
    // What no output needs is in no model, and nobody else would free it.
    free(made.layers.filter((layer) => !model.layers.includes(layer)));
    return model;
  } catch (error) {
    free(made.layers);
    if (error instanceof OnnxError) throw error;
    // tfjs' own words for layers that do not fit together.
    const reason = error instanceof Error ? error.message : String(error);
    throw new OnnxError("CORRUPT_FILE", `No model can be made of this file: ${reason}`, { cause: error });
  }
}

/** Not by `layer.dispose`, which refuses those that could not be built. */
function free(layers: readonly Layer[]): void {
  for (const weight of layers.flatMap((layer) => layer.weights)) weight.dispose();
}

function openInput({ name, type, shape }: DecodedPort, names: Set<string>): LoadedTensor["symbol"] {
  const [FLOAT, INT32, INT64] = [1, 6, 7];
  if (![FLOAT, INT32, INT64].includes(type) || !shape || shape.length === 0) {
    throw unsupported([
      {
        name,
        kind: "input",
        reason: "it is no tensor of float32 or whole numbers with a known number of axes",
      },
    ]);
  }
  names.add(name);
  // A length that is not positive is none.
  const lengths = shape.slice(1).map((length) => (length !== null && length > 0 ? length : null));
  return createInput({ shape: lengths, name, dtype: type === FLOAT ? "float32" : "int32" });
}

/** Reads one node after the other; those behind one that cannot be read are only asked for their operators. */
function readNodes(
  nodes: readonly DecodedNode[],
  opset: number,
  values: Map<string, Loaded>,
  made: Made,
): OnnxProblem[] {
  const problems: OnnxProblem[] = [];
  const lost = new Set<string>();
  for (const node of nodes) {
    const { name, operator, domain, outputs } = node;
    const read = domain === "" && Object.hasOwn(nodeReaders, operator) ? nodeReaders[operator] : undefined;
    const [first = ""] = outputs;
    const waits = node.inputs.some((input) => lost.has(input));
    if (read && !waits) {
      try {
        const inputs = node.inputs.map((input) => values.get(input));
        const missing = node.inputs.find((input) => input !== "" && !values.has(input));
        if (missing !== undefined)
          throw corrupt(`the node ${name} takes ${missing}, which nothing before it makes`);
        values.set(first, read(new NodeContext(node, opset, inputs, made)));
        continue;
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        problems.push({ name: name || first, kind: operator, reason: error.message });
      }
    } else if (!read) {
      const kind = domain === "" ? operator : `${domain}.${operator}`;
      problems.push({ name: name || first, kind, reason: "this operator is not read" });
    }
    for (const output of outputs) lost.add(output);
  }
  return problems;
}

function unsupported(problems: readonly OnnxProblem[]): OnnxError {
  const lines = problems.map(({ name, kind, reason }) => `${name} (${kind}): ${reason}`);
  return new OnnxError(
    "UNSUPPORTED_GRAPH",
    `This file has ${problems.length === 1 ? "something that is" : `${problems.length} things that are`} not read:\n${lines.join("\n")}\n` +
      "Export it otherwise, or run it with onnxruntime-web.",
    { problems },
  );
}
