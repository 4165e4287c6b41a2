import type { Dataset } from "@minibatch/datasets";
import type { SuggestedTraining } from "./suggest.ts";

/** So many rows are looked at in all, if validation goes on getting better. */
const looks = 200_000;

/**
 * The squares of the weights weigh this much on all rows together, as they do in a logistic regression, where one row more makes them matter less;
 * in tables of some hundred rows no more than this is of use.
 */
const penalty = { ofAllRows: 6, atMost: 0.01 };

/**
 * Two hidden layers. Classes get dropout and a penalty on weights, since few rows are soon learned by heart; values leave the last layer about 0 and get
 * their unit after it, so that the learning rate suits any unit.
 */
export function suggestForTable({ task, size, targetStatistics }: Dataset): SuggestedTraining {
  const common = {
    optimizer: "adam",
    learningRate: 0.003,
    batchSize: 32,
    validation: { ownPart: true },
  } as const;
  const epochs = Math.min(300, Math.max(20, Math.round(looks / Math.max(1, size.train))));
  if (task === "classification") {
    return {
      model: { mlp: { hidden: [64, 64], dropout: 0.3, l2: penaltyFor(size.train) } },
      schedule: { ...common, epochs, earlyStopping: 25, reduceOnPlateau: { factor: 0.5, patience: 10 } },
    };
  }
  const { mean: offset = 0, deviation: scale = 1 } = targetStatistics ?? {};
  const outputScaling = { scale, offset };
  return {
    model: { mlp: { hidden: [128, 64], outputScaling, kernelInitializer: "heUniform" } },
    schedule: { ...common, epochs, earlyStopping: 40, reduceOnPlateau: { factor: 0.5, patience: 15 } },
  };
}

/** In two digits: it stands in files that people read. */
function penaltyFor(rows: number): number {
  return Number(Math.min(penalty.atMost, penalty.ofAllRows / Math.max(1, rows)).toPrecision(2));
}
