import { type Dataset, syntheticDigits } from "@minibatch/datasets";
import { validationSplit } from "@minibatch/training";

/** A dataset of one's own: 400 digits to train on, 100 to test on. */
export const fewDigits: Dataset = {
  ...syntheticDigits,
  name: "own",
  size: { train: 400, test: 100 },
  async load() {
    const { train: all, test } = await syntheticDigits.load({ limit: { train: 470, test: 200 } });
    return { ...validationSplit(all, 0.15), test };
  },
};
