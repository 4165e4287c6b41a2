import { defineCifar100 } from "./cifar/defineCifar100.ts";
import type { Dataset } from "./Dataset.ts";

/**
 * CIFAR-100 with its coarse classes: the photographs of `cifar100`, five of its kinds in each of twenty groups.
 *
 * 50,000 training and 10,000 test images of 32x32 pixels, 2,500 and 500 of each class; the file is the one of `cifar100`, and is kept once.
 *
 * `load()` returns `train` and `test`, each with
 * - `x`: `Uint8Array` of shape `[n, 32, 32, 3]`, red, green and blue from 0 to 255
 * - `y`: `Uint8Array` of shape `[n]`, the group from 0 to 19, in the order of their names: `cifar100Coarse.classNames`
 *
 * @example
 * const { test } = await cifar100Coarse.load({ split: "test" });
 * cifar100Coarse.classNames[test.y.data[0]];
 *
 * Licence: none stated; its authors ask for the citation.
 */
export const cifar100Coarse: Dataset<Uint8Array, Uint8Array> = /* @__PURE__ */ defineCifar100({
  name: "cifar-100-coarse",
  title: "CIFAR-100, coarse",
  description: "The photographs of CIFAR-100 in twenty groups of five kinds each, 32x32 pixels.",
  // As the archive spells them, by their first letters.
  classNames: (
    "aquatic_mammals fish flowers food_containers fruit_and_vegetables household_electrical_devices household_furniture insects " +
    "large_carnivores large_man-made_outdoor_things large_natural_outdoor_scenes large_omnivores_and_herbivores medium_mammals " +
    "non-insect_invertebrates people reptiles small_mammals trees vehicles_1 vehicles_2"
  ).split(" "),
  labelAt: 0,
});
