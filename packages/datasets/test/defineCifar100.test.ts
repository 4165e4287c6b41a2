import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { memoryCache } from "../src/caches/memoryCache.ts";
import { noCache } from "../src/caches/noCache.ts";
import { cifar100 } from "../src/cifar100.ts";
import { cifar100Coarse } from "../src/cifar100Coarse.ts";
import { type Cifar100Table, defineCifar100 } from "../src/cifar/defineCifar100.ts";
import { failure } from "./failure.ts";
import { makeTar } from "./makeTar.ts";
import { fileEntry, mirrorWith } from "./mirrorWith.ts";

// The real file was not at hand when this was written: what loads here are made archives of the same layout.

const size = { train: 120, test: 30 };

/** The value of a pixel of a made record. */
const pixel = (row: number, channel: number, at: number) => (row * 7 + channel * 50 + at) % 256;

function records(count: number, label: (row: number) => [coarse: number, fine: number]): Uint8Array {
  const bytes = new Uint8Array(count * 3074);
  for (let row = 0; row < count; row += 1) {
    bytes.set(label(row), row * 3074);
    for (let i = 0; i < 3072; i += 1) bytes[row * 3074 + 2 + i] = pixel(row, Math.floor(i / 1024), i % 1024);
  }
  return bytes;
}

const labels = (row: number): [number, number] => [row % 20, row % 100];

async function made(members: Readonly<Record<string, Uint8Array>>) {
  const bytes = gzipSync(makeTar(members));
  const archive = fileEntry("cifar-100-binary.tar.gz", bytes);
  const table = (labelAt: Cifar100Table["labelAt"]): Cifar100Table => ({
    ...(labelAt === 1 ? cifar100 : cifar100Coarse),
    labelAt,
  });
  const define = (labelAt: Cifar100Table["labelAt"]) => defineCifar100(table(labelAt), { archive, size });
  return { fine: define(1), coarse: define(0), mirror: await mirrorWith(`cifar-100/${archive.name}`, bytes) };
}

const whole = {
  "cifar-100-binary/coarse_label_names.txt": new TextEncoder().encode("aquatic_mammals\n"),
  "cifar-100-binary/test.bin": records(size.test, labels),
  "cifar-100-binary/train.bin": records(size.train, labels),
};

test("cifar100 and cifar100Coarse have the checksum that is published, and their classes by the alphabet", () => {
  for (const { files, folder } of [cifar100, cifar100Coarse]) {
    expect(folder).toBe("cifar-100");
    expect(files).toEqual([
      {
        name: "cifar-100-binary.tar.gz",
        bytes: 168_513_733,
        sha256: "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec",
      },
    ]);
  }
  for (const [{ classNames }, count] of [
    [cifar100, 100],
    [cifar100Coarse, 20],
  ] as const) {
    expect(new Set(classNames).size).toBe(count);
    expect(classNames.toSorted()).toEqual(classNames);
  }
});

test("defineCifar100(table) loads pixels channel-last, with labels of either kind", async () => {
  const { fine, coarse, mirror } = await made(whole);
  const cache = memoryCache();
  const { train, test } = await fine.load({ mirror, cache });
  expect([train.x.shape, test.x.shape]).toEqual([
    [120, 32, 32, 3],
    [30, 32, 32, 3],
  ]);
  expect(Array.from(train.y.data)).toEqual(Array.from({ length: 120 }, (_, row) => row % 100));
  for (const row of [0, 17, 119]) {
    for (const at of [0, 33, 1023]) {
      const found = [0, 1, 2].map((channel) => train.x.data[(row * 1024 + at) * 3 + channel]);
      expect(found).toEqual([0, 1, 2].map((channel) => pixel(row, channel, at)));
    }
  }
  // From the cache that the other one has filled.
  const other = await coarse.load({ cache, offline: true, limit: { train: 25, test: 0 } });
  expect(Array.from(other.train.y.data)).toEqual(Array.from({ length: 25 }, (_, row) => row % 20));
  expect(other.test.x.shape).toEqual([0, 32, 32, 3]);
});

test.each([
  [
    "a member less",
    { ...whole, "cifar-100-binary/train.bin": undefined },
    "has no cifar-100-binary/train.bin",
  ],
  [
    "records less",
    { ...whole, "cifar-100-binary/test.bin": records(29, labels) },
    "test.bin ends after 29 of 30 records",
  ],
  [
    "a label beyond",
    { ...whole, "cifar-100-binary/test.bin": records(30, () => [0, 100]) },
    "label 100 in record 0",
  ],
])("defineCifar100(table).load() refuses an archive of %s", async (_, members, message) => {
  const present = Object.entries(members).filter(([, bytes]) => bytes !== undefined) as [
    string,
    Uint8Array,
  ][];
  const { fine, mirror } = await made(Object.fromEntries(present));
  const error = await failure(fine.load({ mirror, cache: noCache }));
  expect(error.code).toBe("INVALID_FORMAT");
  expect(error.message).toContain(message);
});
