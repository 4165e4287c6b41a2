import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(`../packages/${path}`, import.meta.url), "utf8");

it.each(["proxyOf.node.ts", "getThroughProxy.node.ts"])(
  "%s of datasets, which depends on nothing, is that of models",
  (file) => {
    expect(read(`models/src/${file}`)).toBe(read(`datasets/src/loading/${file}`));
  },
);

it("ProtobufWriter.ts of tensorboard, which depends on nothing, is that of onnx", () => {
  const file = "src/protobuf/ProtobufWriter.ts";
  expect(read(`tensorboard/${file}`)).toBe(read(`onnx/${file}`));
});
