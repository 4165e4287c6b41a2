import { describe, expect, it } from "vitest";
import { reportHtml } from "../src/report/reportHtml.ts";
import type { ClassificationTrainResult } from "../src/run/RunRecord.ts";
import { record } from "./record.ts";

const result: ClassificationTrainResult = {
  task: "classification",
  recipe: "digits-cnn",
  dataset: "synthetic-digits",
  backend: "wasm",
  parameters: 34_826,
  seed: 1,
  epochs: 3,
  settings: record.settings,
  samples: { train: 900, validation: 100, test: 4 },
  history: { loss: [2, 1], accuracy: [0.5, 0.75] },
  test: { loss: 0.5, accuracy: 0.75 },
  published: { metric: "test accuracy", value: 0.9, tolerance: 0, source: "a <book>" },
  samplesPerSecond: 1234.5,
  seconds: 65,
  out: "runs/x",
};
const sample = { index: 7, actual: "cat", predicted: "dog", probability: 0.999, pixels: "AAAA/w==" };
const contents = {
  result,
  versions: { node: "20" },
  classNames: ["cat", "dog"],
  confusionMatrix: [
    [1, 1],
    [0, 2],
  ],
  samples: { shape: [2, 2, 1], samples: [], mistakes: [sample] },
  charts: { learningCurves: "<svg>curves</svg>", confusionMatrix: "<svg>matrix</svg>" },
};

describe("reportHtml(contents)", () => {
  it("shows numbers, charts and mistakes, with words for those who cannot see them", () => {
    const page = reportHtml(contents);
    for (const part of ["75.00 %", "34,826", "1 min 5 s", "<svg>curves</svg>", "cat taken for dog (once)"]) {
      expect(page).toContain(part);
    }
    expect(page).toContain('alt="Test sample 7: cat, predicted dog"');
    expect(page).toContain("training loss from 2.0000 to 1.0000");
    expect(page).toContain("--seed 1 --backend wasm");
  });

  it("escapes what came from elsewhere", () => {
    expect(reportHtml(contents)).toContain("a &lt;book&gt;");
  });

  it("is glad when there are no mistakes", () => {
    const page = reportHtml({ ...contents, samples: { ...contents.samples, mistakes: [] } });
    expect(page).toContain("every test sample was recognised");
  });
});
