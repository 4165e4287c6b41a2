import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import { assert, constantFrom, integer, property, tuple, uint8Array } from "fast-check";
import { layers, sequential } from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { decodeOnnx, OnnxError, encodeOnnx } from "../../src/index.ts";
import { ProtobufWriter } from "../../src/protobuf/ProtobufWriter.ts";
import { readFields } from "../../src/protobuf/readFields.ts";

/** A model, which is freed, or an error that says what is wrong; nothing else. */
function load(bytes: Uint8Array): OnnxError | undefined {
  try {
    decodeOnnx(bytes).dispose();
    return undefined;
  } catch (error) {
    if (error instanceof OnnxError) return error;
    throw error;
  }
}

async function smallFile(): Promise<Uint8Array> {
  const model = sequential({
    layers: [
      layers.conv2d({ inputShape: [5, 5, 1], filters: 2, kernelSize: 3, activation: "relu" }),
      layers.batchNormalization(),
      layers.maxPooling2d({ poolSize: 2, strides: 1 }),
      layers.flatten(),
      layers.dense({ units: 2, activation: "softmax" }),
    ],
  });
  const bytes = await encodeOnnx(model);
  model.dispose();
  return bytes;
}

it("decodeOnnx(bytes) gives a model or an OnnxError of any bytes", () =>
  expectNoLeak(() => {
    assert(
      property(uint8Array({ maxLength: 200 }), (bytes) => void load(bytes)),
      { seed: 1, numRuns: 2000 },
    );
  }));

it("decodeOnnx(bytes) gives a model or an OnnxError of a file that is cut off anywhere", () =>
  expectNoLeak(async () => {
    const file = await smallFile();
    for (let length = 0; length < file.length; length++) load(file.subarray(0, length));
  }));

it("decodeOnnx(bytes) gives a model or an OnnxError of a file with changed bytes", () =>
  expectNoLeak(async () => {
    const file = await smallFile();
    const change = tuple(
      integer({ min: 0, max: file.length - 1 }),
      constantFrom(0, 1, 0x7f, 0x80, 0xff, 0x0a),
    );
    assert(
      property(change, change, ([first, value], [second, other]) => {
        const changed = file.slice();
        changed[first] = value;
        changed[second] = other;
        load(changed);
      }),
      { seed: 2, numRuns: 3000 },
    );
  }));

it("decodeOnnx(bytes) refuses a tensor that promises more numbers than it has", () => {
  const file = new ProtobufWriter()
    .message(7, (graph) =>
      graph.message(5, (tensor) =>
        tensor
          .integer(1, 2 ** 40)
          .integer(2, 1)
          .string(8, "w")
          .bytes(9, new Uint8Array(4)),
      ),
    )
    .finish();
  expect(() => decodeOnnx(file)).toThrow("the tensor w of the shape [1099511627776] has 1 numbers");
});

it("decodeOnnx(bytes) says how to keep weights in the file where they are in another", () => {
  const file = new ProtobufWriter()
    .message(7, (graph) =>
      graph.message(5, (tensor) => tensor.integer(1, 1).integer(2, 1).string(8, "w").integer(14, 1)),
    )
    .finish();
  expect(() => decodeOnnx(file)).toThrow("external_data=False");
});

it("decodeOnnx(bytes) refuses a node that takes its own output", () => {
  const file = new ProtobufWriter()
    .message(7, (graph) => {
      graph.message(1, (node) => node.string(1, "y").string(2, "y").string(4, "Relu").string(3, "loop"));
    })
    .message(8, (opset) => opset.integer(2, 21))
    .finish();
  expect(() => decodeOnnx(file)).toThrow("the node loop takes y, which nothing before it makes");
});

it("decodeOnnx(bytes) names all operators that it does not read, whatever comes between", () => {
  const node = (graph: ProtobufWriter, operator: string, from: string, to: string) =>
    graph.message(1, (inner) => inner.string(1, from).string(2, to).string(3, to).string(4, operator));
  const file = new ProtobufWriter()
    .message(7, (graph) => {
      node(graph, "Einsum", "x", "a");
      node(graph, "Relu", "a", "b");
      node(graph, "toString", "b", "c");
      graph.message(11, (port) =>
        port.string(1, "x").message(2, (type) =>
          type.message(1, (tensor) =>
            tensor.integer(1, 1).message(2, (shape) => {
              for (const length of [1, 2]) shape.message(1, (dim) => dim.integer(1, length));
            }),
          ),
        ),
      );
    })
    .finish();
  const error = load(file);
  expect(error?.code).toBe("UNSUPPORTED_GRAPH");
  expect(error?.problems.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["a Einsum", "c toString"]);
});

/** A file of one node, on an input of any number of rows of four. */
function oneNode(operator: string, fill: (graph: ProtobufWriter, node: ProtobufWriter) => void): Uint8Array {
  const port = (graph: ProtobufWriter, field: number, name: string) =>
    graph.message(field, (inner) =>
      inner.string(1, name).message(2, (type) =>
        type.message(1, (tensor) =>
          tensor.integer(1, 1).message(2, (shape) => {
            shape
              .message(1, (length) => length.string(2, "batch"))
              .message(1, (length) => length.integer(1, 4));
          }),
        ),
      ),
    );
  return new ProtobufWriter()
    .message(7, (graph) => {
      graph.message(1, (node) =>
        fill(graph, node.string(1, "x").string(2, "y").string(3, "node").string(4, operator)),
      );
      port(graph, 11, "x");
      port(graph, 12, "y");
    })
    .message(8, (opset) => opset.integer(2, 21))
    .finish();
}

it.each([
  ["[-1, 2]", [-1, 2]],
  ["[1, -1]", [1, -1]],
  ["[-1]", [-1]],
  ["[2, 2]", [2, 2]],
])("decodeOnnx(bytes) refuses to make other samples of a batch, by %s", (_, lengths) => {
  const file = oneNode("Reshape", (graph, node) => {
    node.string(1, "shape");
    const numbers = new BigInt64Array(lengths.map(BigInt));
    graph.message(5, (tensor) =>
      tensor
        .integer(1, lengths.length)
        .integer(2, 7)
        .string(8, "shape")
        .bytes(9, new Uint8Array(numbers.buffer)),
    );
  });
  expect(load(file)?.code).toBe("UNSUPPORTED_GRAPH");
});

it("decodeOnnx(bytes) refuses a cast that cuts numbers off", () => {
  const cast = (file: Uint8Array) => load(file)?.code;
  const to = (type: number) =>
    oneNode("Cast", (_, node) =>
      node.message(5, (attribute) => attribute.string(1, "to").integer(3, type).integer(20, 2)),
    );
  expect(cast(to(9))).toBe("UNSUPPORTED_GRAPH");
  expect(cast(to(1))).toBeUndefined();
});

it("readFields(bytes) refuses more than a million fields", () => {
  const bytes = new Uint8Array(2_000_002);
  for (let at = 0; at < bytes.length; at += 2) bytes[at] = 8;
  expect(() => readFields(bytes)).toThrow("more than 1000000 entries");
});
