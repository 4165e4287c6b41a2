import { expect, it } from "vitest";
import { parseAxis, SweepError } from "../src/index.ts";

it.each([
  ["batchSize=64,128", { setting: "batchSize", values: [64, 128] }],
  ["learningRate = 0.001, 3e-3", { setting: "learningRate", values: [0.001, 0.003] }],
  ["optimizer=adam,sgd", { setting: "optimizer", values: ["adam", "sgd"] }],
  ["model.cnn.batchNorm=true,false", { setting: "model.cnn.batchNorm", values: [true, false] }],
  ["epochs=5", { setting: "epochs", values: [5] }],
  ["units=16..512:log", { setting: "units", from: 16, to: 512, logarithmic: true, whole: true }],
  [
    "learningRate=1e-4..0.1:log",
    { setting: "learningRate", from: 0.0001, to: 0.1, logarithmic: true, whole: false },
  ],
  ["dropout=0.1..0.5", { setting: "dropout", from: 0.1, to: 0.5, logarithmic: false, whole: false }],
  ["shift=-1..1", { setting: "shift", from: -1, to: 1, logarithmic: false, whole: true }],
  ["shift=-1.0..1", { setting: "shift", from: -1, to: 1, logarithmic: false, whole: false }],
])("parseAxis(%j) reads values and ranges", (text, expected) => {
  expect(parseAxis(text)).toEqual(expected);
});

it.each([
  ["batchSize", "expected a setting, = and values"],
  ["=1", "expected a setting, = and values"],
  ["batchSize=", "expected a setting, = and values"],
  ["batchSize=1,,2", "a value is empty"],
  ["batchSize=64,128,64", "64 stands in it twice"],
  ["rate=0.1..0.1", "a range goes from a number to a larger one"],
  ["rate=a..b", "a range goes from a number to a larger one"],
  ["rate=0.1..", "a range goes from a number to a larger one"],
  ["rate=0.0..1.0:log", "a range starts above 0"],
  ["rate=0..1", "write 0,1 for these two, or 0.0..1.0 for what is between them"],
])("parseAxis(%j) says what cannot be read", (text, message) => {
  expect(() => parseAxis(text)).toThrow(message);
  expect(() => parseAxis(text)).toThrow(SweepError);
});
