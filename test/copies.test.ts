import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(`../packages/${path}`, import.meta.url), "utf8");

it.each(["proxyOf.node.ts", "getThroughProxy.node.ts"])(
  "%s of datasets, which depends on nothing, is that of models",
  (file) => {
    expect(read(`models/src/${file}`)).toBe(read(`datasets/src/loading/${file}`));
  },
);

it("crc32.ts of keras, which depends on nothing but tfjs, is that of datasets", () => {
  expect(read("keras/src/zip/crc32.ts")).toBe(read("datasets/src/formats/crc32.ts"));
});

it("ProtobufWriter.ts of tensorboard, which depends on nothing, is that of onnx", () => {
  const file = "src/protobuf/ProtobufWriter.ts";
  expect(read(`tensorboard/${file}`)).toBe(read(`onnx/${file}`));
});
