/** Where torchvision keeps the files of a dataset, below the folder that it was given. */
const torchvisionFolders: Readonly<Record<string, string>> = {
  mnist: "MNIST/raw/",
  "fashion-mnist": "FashionMNIST/raw/",
  kmnist: "KMNIST/raw/",
  emnist: "EMNIST/raw/",
  "cifar-10": "",
};

/**
 * Where a file may lie in a folder that other people or programs filled: unzipped, named with a dot as some sites have it
 * (`train-images.idx3-ubyte`), where torchvision has it, or in the folder itself.
 *
 * Whatever is found there is verified as everything is: the unzipped bytes of a file have a checksum of their own.
 *
 * @param key of a mirror or a cache, such as `mnist/train-images-idx3-ubyte.gz`
 * @returns paths in that folder, without the key itself
 */
export function otherPlaces(key: string): string[] {
  const [dataset, names] = namesOf(key);
  const places = names.flatMap((name) => [`${dataset}/${name}`, name]);
  return [...new Set([...torchvisionPlaces(key), ...places])].filter((place) => place !== key);
}

/** Where torchvision has a file, zipped or unzipped, in the folder that it was given. */
export function torchvisionPlaces(key: string): string[] {
  const [dataset, names] = namesOf(key);
  const folder = torchvisionFolders[dataset];
  return folder === undefined ? [] : names.map((name) => folder + name);
}

function namesOf(key: string): [dataset: string, names: string[]] {
  const [dataset = "", ...steps] = key.split("/");
  const name = steps.join("/");
  const dotted = name.replace("-idx", ".idx");
  return [dataset, [name, dotted].flatMap((one) => [one, one.replace(/\.gz$/, "")])];
}
