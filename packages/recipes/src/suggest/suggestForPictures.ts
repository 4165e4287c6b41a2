import type { Dataset } from "@minibatch/datasets";
import type { CnnBlock } from "@minibatch/models";
import type { SuggestedTraining } from "./SuggestedTraining.ts";

/** The filters of the blocks, from the picture inwards; each block halves height and width. */
const filters = [32, 64, 128, 128, 128];

/** A picture is halved until a side is about as long: where something is then matters less than what it is. */
const smallestSide = 7;

/** Below so many training pictures a second convolution a block has nothing to learn from. */
const manyPictures = 4000;

/** So many pictures are looked at in all. */
const looks = 45_000;

/**
 * A convnet that suits size and number of the pictures, on pictures that are moved, turned, slanted and zoomed a little each time;
 * mirrored, too, where they are in colour, as photographs may be and letters may not.
 *
 * Pictures in colour have more in them that is soon learned by heart, so more is dropped out.
 *
 * The learning rate falls to nothing by the last epoch, and the weights of that one are taken: what a few validation pictures say from
 * epoch to epoch is mostly chance, and stopping by it cuts off the epochs that bring most.
 */
export function suggestForPictures({ inputShape, size }: Dataset): SuggestedTraining {
  const [height = 0, width = 0, channels = 0] = inputShape;
  const blocks = blocksFor(Math.min(height, width), size.train >= manyPictures);
  return {
    model: {
      cnn: { blocks, hidden: [128], dropout: channels === 3 ? 0.5 : 0.25, kernelInitializer: "heUniform" },
    },
    schedule: {
      optimizer: "adam",
      learningRate: 0.002,
      learningRateSchedule: { cosineDecay: {} },
      batchSize: 32,
      epochs: Math.min(100, Math.max(10, Math.round(looks / Math.max(1, size.train)))),
      validation: { ownPart: true },
      augmentation: {
        widthShift: 0.1,
        heightShift: 0.1,
        rotation: 10,
        zoom: 0.1,
        shear: 10,
        horizontalFlip: channels === 3,
        fill: channels === 3 ? "nearest" : "constant",
      },
      classWeights: "balanced",
    },
  };
}

function blocksFor(side: number, twice: boolean): CnnBlock[] {
  const blocks: CnnBlock[] = [];
  for (
    let left = side;
    blocks.length < filters.length && (left >= 2 * smallestSide || blocks.length === 0);
  ) {
    const count = filters[blocks.length] as number;
    // The edges of small pictures are too dear to lose.
    blocks.push({ filters: twice ? [count, count] : [count], padding: "same", pool: left >= 2 ? 2 : 1 });
    left = Math.floor(left / 2);
  }
  return blocks;
}
