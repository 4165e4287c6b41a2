import type { ChanceLevel } from "./chanceLevel.ts";

/** How far the averages of batch normalization came in a training. */
export interface NormalizationSteps {
  /** The share of an average that each step keeps, 0 to 1; see `normalizationMomentum`. */
  readonly momentum: number;
  /** How often they moved in all epochs together. */
  readonly steps: number;
}

/** Something that a finished training shows, in numbers: apps put it into words. */
export type Finding =
  /** The training loss ended above where it began. */
  | { readonly kind: "lossRose"; readonly from: number; readonly to: number }
  /** It answers as well as one who guesses. */
  | ({
      readonly kind: "asGuessing";
      /** What it gives each class nearly everywhere, 0 to 1, where it tells none from another. */
      readonly everywhere: number | undefined;
    } & ChanceLevel)
  /** It is right for far more of the training samples, 0 to 1, than of others, where it guesses. */
  | { readonly kind: "unlikeTraining"; readonly training: number }
  /** The averages by which batch normalization predicts are still near where they began. */
  | ({
      readonly kind: "averagesAtStart";
      /** What is left in them of where they began, 0 to 1: the momentum to the power of the steps. */
      readonly left: number;
      /** After so many steps a twentieth is left, */
      readonly enoughSteps: number;
      /** which are so many epochs. */
      readonly enoughEpochs: number;
    } & NormalizationSteps)
  /** The rate is far above the usual one: leaps over what is to be learned. */
  | { readonly kind: "rateTooHigh"; readonly used: number; readonly usual: number }
  /** The rate is far below the usual one: has hardly moved. */
  | { readonly kind: "rateTooLow"; readonly used: number; readonly usual: number }
  /** It learned nothing in fewer epochs, or from fewer samples, than usual. */
  | { readonly kind: "sawTooLittle" }
  /** Worth a try: a tenth of the rate. */
  | { readonly kind: "tryRate"; readonly rate: number }
  /** Accuracies after the last epoch, 0 to 1, that lie far apart: it knows the training samples by heart. */
  | { readonly kind: "byHeart"; readonly training: number; readonly validation: number }
  /** Validation was best after this epoch, counted from 1, and got much worse while training went on to get better. */
  | { readonly kind: "pastBest"; readonly epoch: number; readonly epochs: number }
  /** Something simple answers as well. */
  | { readonly kind: "noBetterThan"; readonly name: string }
  /** Validation still got better at the end of these epochs. */
  | { readonly kind: "unfinished"; readonly epochs: number };
