import { defineCifar100 } from "./cifar/defineCifar100.ts";
import type { Dataset } from "./Dataset.ts";

/**
 * CIFAR-100: small photographs in colour, of a hundred kinds of things; `cifar100Coarse` has the same ones in twenty groups.
 *
 * 50,000 training and 10,000 test images of 32x32 pixels, 500 and 100 of each class; 169 MB to download and in the cache, and 184 MB in
 * memory, twice that while it loads. Made by Alex Krizhevsky, Vinod Nair and Geoffrey Hinton: https://www.cs.toronto.edu/~kriz/cifar.html
 *
 * `load()` returns `train` and `test`, each with
 * - `x`: `Uint8Array` of shape `[n, 32, 32, 3]`, red, green and blue from 0 to 255
 * - `y`: `Uint8Array` of shape `[n]`, the class from 0 to 99, in the order of their names: `cifar100.classNames`
 *
 * The checksum is the one that TensorFlow Datasets publishes (url_checksums/cifar100.txt). The file was not at hand when this was written: it has
 * never been loaded here from its origin.
 *
 * @example
 * const { train, test } = await cifar100.load();
 * train.x.shape; // [50000, 32, 32, 3]
 * cifar100.classNames[test.y.data[0]];
 *
 * Licence: none stated; its authors ask for the citation.
 */
export const cifar100: Dataset<Uint8Array, Uint8Array> = /* @__PURE__ */ defineCifar100({
  name: "cifar-100",
  title: "CIFAR-100",
  description: "Small colour photographs of a hundred kinds of things, 32x32 pixels, labelled by hand.",
  // As the archive spells them, by their first letters.
  classNames: (
    "apple aquarium_fish baby bear beaver bed bee beetle bicycle bottle bowl boy bridge bus butterfly camel can castle caterpillar cattle " +
    "chair chimpanzee clock cloud cockroach couch crab crocodile cup dinosaur dolphin elephant flatfish forest fox girl hamster house " +
    "kangaroo keyboard lamp lawn_mower leopard lion lizard lobster man maple_tree motorcycle mountain mouse mushroom oak_tree orange orchid " +
    "otter palm_tree pear pickup_truck pine_tree plain plate poppy porcupine possum rabbit raccoon ray road rocket rose sea seal shark shrew " +
    "skunk skyscraper snail snake spider squirrel streetcar sunflower sweet_pepper table tank telephone television tiger tractor train trout " +
    "tulip turtle wardrobe whale willow_tree wolf woman worm"
  ).split(" "),
  labelAt: 1,
});
