import { expect, it } from "vitest";
import { fileAddressOf, modelAddressOf } from "../src/addressOf.ts";

it.each([
  ["https://a.example/m", "https://a.example/m/model.json"],
  ["https://a.example/m/", "https://a.example/m/model.json"],
  ["https://a.example", "https://a.example/model.json"],
  ["https://a.example/m/model.json", "https://a.example/m/model.json"],
  ["https://a.example/m/best.json#here", "https://a.example/m/best.json"],
  [
    "https://a.example/m/model.json?alt=media&token=a.b",
    "https://a.example/m/model.json?alt=media&token=a.b",
  ],
  ["https://a.example/m?token=abc", "https://a.example/m/model.json?token=abc"],
  ["https://a.example/m?token=x.json", "https://a.example/m/model.json?token=x.json"],
  ["https://a.example/o/m%2Fmodel.json?alt=media", "https://a.example/o/m%2Fmodel.json?alt=media"],
  ["data:application/json,{}", "data:application/json,{}"],
  ["blob:https://a.example/1-2", "blob:https://a.example/1-2"],
])("modelAddressOf(%j) is %j", (location, expected) => {
  expect(modelAddressOf(location).href).toBe(expected);
});

it("modelAddressOf(location) refuses what is no address", () => {
  expect(() => modelAddressOf("https://")).toThrow(expect.objectContaining({ code: "UNSUPPORTED_LOCATION" }));
});

it.each([
  ["https://a.example/m/model.json", "weights.bin", "https://a.example/m/weights.bin"],
  ["https://a.example/model.json?token=abc", "weights.bin", "https://a.example/weights.bin?token=abc"],
  ["https://a.example/m/model.json?s=1", "../w/a.bin", "https://a.example/w/a.bin?s=1"],
  ["https://a.example/m/model.json?s=1", "https://b.example/w.bin?k=2", "https://b.example/w.bin?k=2"],
  ["https://a.example/m/model.json", "a b#1:100%?.bin", "https://a.example/m/a%20b%231%3A100%25%3F.bin"],
  ["https://a.example/o/m%2Fmodel.json?t=1", "s/w.bin", "https://a.example/o/m%2Fs%2Fw.bin?t=1"],
  ["data:application/json,{}", "data:;base64,AAAA", "data:;base64,AAAA"],
  ["data:application/json,{}", "weights.bin", undefined],
  ["blob:https://a.example/1-2", "weights.bin", undefined],
])("fileAddressOf of the model at %j and its file %j is %j", (model, name, expected) => {
  expect(fileAddressOf(name, modelAddressOf(model))?.href).toBe(expected);
});
