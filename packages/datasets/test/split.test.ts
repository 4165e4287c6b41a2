import { expect, test } from "vitest";
import type { Dataset, LoadOptions } from "../src/Dataset.ts";
import { bostonHousing } from "../src/bostonHousing.ts";
import { cifar10 } from "../src/cifar10.ts";
import { noCache } from "../src/caches/noCache.ts";
import { syntheticDigits } from "../src/syntheticDigits.ts";
import { failure } from "./failure.ts";
import { send, startServer } from "./startServer.ts";
import { tiny, tinyDataset } from "./tinyDataset.ts";

test("load({ split }) reads one part, and leaves the other with 0 rows", async () => {
  const server = await startServer((request, response) => {
    send(tiny(request.url?.slice(1) ?? "").gz)(request, response);
  });
  const dataset = tinyDataset(server.url);
  const { train, test } = await dataset.load({ split: "test", cache: noCache });
  expect([train.x.shape, train.y.shape]).toEqual([[0, 28, 28, 1], [0]]);
  expect([test.x.shape, test.y.shape]).toEqual([[20, 28, 28, 1], [20]]);
  expect(server.requests).toEqual(["GET /test-images.gz", "GET /test-labels.gz"]);
  const limited = await dataset.load({ split: "train", limit: 3, cache: noCache });
  expect([limited.train.y.shape, limited.test.y.shape]).toEqual([[3], [0]]);
});

test("syntheticDigits.load({ split }) draws one part", async () => {
  const { train, test } = await syntheticDigits.load({ split: "train", train: 20 });
  expect([train.y.shape, test.y.shape]).toEqual([[20], [0]]);
});

test.each<Dataset>([tinyDataset(), cifar10, bostonHousing, syntheticDigits])(
  "$name.load({ split }) throws INVALID_ARGUMENT for what is no part",
  async (dataset) => {
    const options = { split: "validation", offline: true, cache: noCache } as unknown as LoadOptions;
    expect((await failure(dataset.load(options))).code).toBe("INVALID_ARGUMENT");
  },
);
