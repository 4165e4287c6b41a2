import { datasets } from "@minibatch/datasets";
import { expect, it } from "vitest";
import { chineseDatasets } from "../src/i18n/chineseDatasets.ts";
import { latinWords } from "./latinWords.ts";

it("chineseDatasets has the card of each dataset", () => {
  expect(Object.keys(chineseDatasets).sort()).toEqual(datasets.map(({ name }) => name).sort());
});

it("chineseDatasets has a name of its own for each class and column whose English name is a word", () => {
  for (const { name, classNames, featureNames = [] } of datasets) {
    const { classes, features } = chineseDatasets[name] ?? {};
    const words = (names: readonly string[]): boolean =>
      names.some((text) => /^[a-z]{3}/i.test(text) && latinWords(text).length > 0);
    expect(classes?.length, `classes of ${name}`).toBe(words(classNames) ? classNames.length : undefined);
    expect(features?.length, `columns of ${name}`).toBe(
      words(featureNames) ? featureNames.length : undefined,
    );
    for (const names of [classes, features]) expect([...new Set(names)]).toEqual(names ?? []);
  }
});

it("chineseDatasets says in Chinese each title, licence and note that is words", () => {
  for (const { name, title, license, note } of datasets) {
    const card = chineseDatasets[name];
    const shown = [card?.title ?? title, card?.license ?? license, card?.note ?? note, card?.description];
    expect(
      shown.flatMap((text = "") => latinWords(text)),
      name,
    ).toEqual([]);
  }
});
