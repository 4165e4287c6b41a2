import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { readLabels } from "../src/options/readLabels.ts";

async function labelsIn(text: string): Promise<readonly string[]> {
  const path = join(await temporaryFolder(), "labels.txt");
  await writeFile(path, text);
  return readLabels(path, "labels.txt");
}

it.each([
  ["a name a line", "cat\ndog\n", ["cat", "dog"]],
  ["a byte order mark, carriage returns, empty lines", "\uFEFFcat\r\n\r\n dog \r\n\r\n", ["cat", "dog"]],
  ["Teachable Machine's numbers", "0 cat\n1 a big dog\n", ["cat", "a big dog"]],
  ["numbers that are names", "0\n1\n2\n", ["0", "1", "2"]],
  ["numbers that are no places", "1 cat\n2 dog", ["1 cat", "2 dog"]],
  ["a list of JSON", '["cat", "dog"]', ["cat", "dog"]],
  ["Teachable Machine's metadata", '{"labels": ["cat", "dog"], "imageSize": 224}', ["cat", "dog"]],
  ["Keras' class_indices", '{"dog": 1, "cat": 0}', ["cat", "dog"]],
])("readLabels(path) reads %s", async (_name, text, labels) => {
  expect(await labelsIn(text)).toEqual(labels);
});

it.each([
  ["", "there are no names in it"],
  ["\n\n", "there are no names in it"],
  ["cat\ndog\ncat\n", '"cat" is there twice'],
  ['{"cat": 0, "dog": 2}', "there are no names in it"],
  ["{broken", "there are no names in it"],
])("readLabels(path) of %j says what is wrong", async (text, words) => {
  await expect(labelsIn(text)).rejects.toMatchObject({
    code: "INVALID_LABELS",
    message: expect.stringContaining(words),
  });
});

it("readLabels(path) says so when there is no file", async () => {
  await expect(readLabels("/nowhere/labels.txt", "labels.txt")).rejects.toMatchObject({
    code: "INVALID_LABELS",
    message: expect.stringContaining(
      "The labels labels.txt cannot be read: there is no such file or folder.",
    ),
  });
});
