import { expect, test } from "vitest";
import { datasets } from "../src/datasets.ts";
import { findDataset } from "../src/findDataset.ts";
import { mnist } from "../src/mnist.ts";

test("findDataset(name) gives the dataset of that name", () => {
  expect(findDataset("mnist")).toBe(mnist);
  for (const dataset of datasets) expect(findDataset(dataset.name)).toBe(dataset);
});

test.each([
  ["minst", "mnist"],
  ["fashionMnist", "fashion-mnist"],
  ["CIFAR10", "cifar-10"],
  ["boston-houses", "boston-housing"],
])("findDataset(%j) throws INVALID_ARGUMENT and suggests %s", (name, meant) => {
  expect(() => findDataset(name)).toThrow(
    expect.objectContaining({
      code: "INVALID_ARGUMENT",
      message: expect.stringContaining(`Did you mean "${meant}"?`),
    }),
  );
});

test("findDataset(name) suggests nothing for what is like none, and names all", () => {
  const names = datasets.map(({ name }) => name).join(", ");
  expect(() => findDataset("weather")).toThrow(`There is no dataset "weather". These exist: ${names}`);
});

test("datasets have cards that are complete", () => {
  for (const { name, title, description, license, citation, homepage, files, mirrors } of datasets) {
    expect([title, description, license, citation].every((text) => text.length > 2)).toBe(true);
    expect(name).toMatch(/^[a-z\d-]+$/);
    expect(URL.canParse(homepage)).toBe(true);
    expect(files.flatMap((file) => [file, ...(file.members ?? [])]).map(({ sha256 }) => sha256)).toEqual(
      files
        .flatMap((file) => [file, ...(file.members ?? [])])
        .map(() => expect.stringMatching(/^[\da-f]{64}$/)),
    );
    expect(mirrors.every(({ url }) => url.endsWith("/"))).toBe(true);
  }
});
