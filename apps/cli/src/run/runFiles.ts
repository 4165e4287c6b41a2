import { join } from "node:path";

/** The paths of what a run folder holds, beside the model's `model.json` and `weights.bin`. */
export interface RunFiles {
  /** Settings, versions and result. */
  readonly run: string;
  readonly model: string;
  readonly history: string;
  /** Only of a classification. */
  readonly confusionMatrix: string;
  /** Test samples and the worst mistakes of a classification, pixels included: what the report needs of the dataset. */
  readonly samples: string;
  /** Targets and predictions of a regression. */
  readonly predictions: string;
  readonly report: string;
  readonly plots: string;
  readonly checkpoint: string;
}

/** Where the parts of a run are, given its folder. */
export function runFiles(folder: string): RunFiles {
  return {
    run: join(folder, "run.json"),
    model: join(folder, "model.json"),
    history: join(folder, "history.csv"),
    confusionMatrix: join(folder, "confusion-matrix.json"),
    samples: join(folder, "samples.json"),
    predictions: join(folder, "predictions.json"),
    report: join(folder, "report.html"),
    plots: join(folder, "plots"),
    checkpoint: join(folder, "checkpoint", "latest.safetensors"),
  };
}
