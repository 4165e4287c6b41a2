import { describe, expect, it } from "vitest";
import { reportHtml } from "../src/report/reportHtml.ts";
import {
  classificationContents,
  mistakeUri,
  picturesContents,
  regressionContents,
  tableContents,
} from "./runContents.ts";

const versions = { node: "20" };

describe("reportHtml(sources, charts), of classes", () => {
  const charts = new Map([
    ["learning-curves", "<svg>curves</svg>"],
    ["confusion-matrix", "<svg>matrix</svg>"],
  ]);
  const page = reportHtml({ ...classificationContents, versions }, charts);

  it("shows numbers, charts and mistakes, with words for those who cannot see them", () => {
    for (const part of ["75.00 %", "34,826", "1 min 5 s", "<svg>curves</svg>", "cat taken for dog (once)"]) {
      expect(page).toContain(part);
    }
    expect(page).toContain('alt="Test sample 7: cat, predicted dog"');
    expect(page).toContain(`src="${mistakeUri}"`);
    expect(page).toContain("training loss from 2.000 to 1.000");
    expect(page).toContain("--seed 1 --backend wasm");
  });

  it("has precision, recall, F1 and support of each class, and their averages", () => {
    const rows = [...page.matchAll(/<tr><td>(.*?)<\/tr>/g)].map(([, row = ""]) =>
      row
        .replaceAll(/<[^>]*>/g, " ")
        .replaceAll(/ +/g, " ")
        .trim(),
    );
    expect(rows).toContain("cat 100.00 % 50.00 % 66.67 % 2");
    expect(rows).toContain("dog 66.67 % 100.00 % 80.00 % 2");
    expect(rows).toContain("weighted average 83.33 % 75.00 % 73.33 % 4");
  });

  it("puts what was reached beside what was published", () => {
    expect(page).toContain("<td>test accuracy</td><td>75.00 %</td><td>70.00 %</td><td>1.00 %</td>");
    expect(page).toContain("<td>accuracy on real MNIST</td><td>not measured</td><td>90.00 %</td>");
  });

  it("escapes what came from elsewhere", () => {
    expect(page).toContain("a &lt;book&gt;");
  });

  it("tells the epochs that were trained, and of how many where it stopped early", () => {
    const { result } = classificationContents;
    const settings = { ...result.settings, epochs: 2 };
    const whole = reportHtml(
      { ...classificationContents, result: { ...result, settings }, versions },
      charts,
    );
    expect(whole).toContain(`<dt>epochs</dt><dd>2 <small>batch ${settings.batchSize}</small>`);
    const stopped = { ...result, settings: { ...settings, epochs: 50, earlyStopping: 1 } };
    const page = reportHtml({ ...classificationContents, result: stopped, versions }, charts);
    expect(page).toContain(`<dt>epochs</dt><dd>2 <small>of 50, batch ${settings.batchSize}</small>`);
  });

  it("is glad when there are no mistakes", () => {
    const samples = { ...classificationContents.samples, mistakes: [] };
    expect(reportHtml({ ...classificationContents, samples, versions }, charts)).toContain(
      "every test sample was recognised",
    );
  });
});

describe("reportHtml(sources, charts), of values", () => {
  const charts = new Map([
    ["fitted-line", "<svg>line</svg>"],
    ["residuals", "<svg>residuals</svg>"],
  ]);

  it("shows the fitted line, the errors on training and test data, and the residuals", () => {
    const page = reportHtml({ ...regressionContents, versions }, charts);
    for (const part of ["<svg>line</svg>", "<svg>residuals</svg>", "its RM and its price in $1000", "R²"])
      expect(page).toContain(part);
    // Uniform noise of width 12 has a variance of 12 and a mean distance of 3.
    const [, mse, mae] = /<tr><td>training<\/td><td>([\d.]+)<\/td><td>([\d.]+)<\/td>/.exec(page) ?? [];
    expect(Number(mse)).toBeGreaterThan(10);
    expect(Number(mse)).toBeLessThan(14);
    expect(Number(mae)).toBeCloseTo(3, 0);
    expect(page).toContain("all 404 rows, those held back for validation among them");
  });

  it("says which published numbers and predictions were reached", () => {
    const page = reportHtml({ ...regressionContents, versions }, charts);
    expect(page).toMatch(
      /training MSE<\/td><td>54<\/td><td>53.9<\/td><td>2<\/td><td><span class="right">reached/,
    );
    expect(page).toMatch(
      /prediction for 5<\/td><td>11<\/td><td>17.9<\/td><td>1<\/td><td><span class="wrong">missed/,
    );
  });

  it("shows predicted against actual values where there are many features", () => {
    const page = reportHtml(
      { ...regressionContents, versions },
      new Map([["predicted-actual", "<svg>many</svg>"]]),
    );
    expect(page).toContain("<svg>many</svg>");
    expect(page).not.toContain("Fitted line");
  });
});

/** The cells of all rows of the tables of a page, one text a row. */
function rowsOf(page: string): string[] {
  return [...page.matchAll(/<tr>(<td.*?)<\/tr>/g)].map(([, row = ""]) =>
    row
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/ +/g, " ")
      .trim(),
  );
}

describe("reportHtml(sources, charts), of data of one's own", () => {
  it("says of a table what its columns are, what was left out, and what each is worth with its spread", () => {
    const page = reportHtml({ ...tableContents, versions }, new Map([["importance", "<svg>bars</svg>"]]));
    const rows = rowsOf(page);
    expect(rows).toEqual(
      expect.arrayContaining([
        "this run 5",
        "linear model 6.5",
        "rooms 86.1 ± 13",
        "&lt;age&gt; -0.5 ± 1",
        "id id left out 0 37 it names the rows",
        "rooms number input 3 7",
        "&lt;age&gt; number input 0 30 some are below 0",
        "price number predicted 0 37",
        "row 3 300 250 50",
      ]),
    );
    expect(page).toContain(
      'aria-label="error added without each column: rooms 86.1 ± 13, &lt;age&gt; -0.5 ± 1"><svg>bars</svg>',
    );
    expect(page).toContain("<li>2 rows have no &quot;price&quot; and are left out</li>");
    expect(page).toContain("<pre>minibatch train runs/x/experiment.json</pre>");
    expect(page).not.toContain("<script");
  });

  it("says of pictures how sure the result is, what was left out, and the files of the worst mistakes", () => {
    const page = reportHtml({ ...picturesContents, versions }, new Map());
    expect(page).toContain("57 of 62 are right. On more of the same it is between 82 % and 97 %, 95 % sure.");
    expect(rowsOf(page)).toEqual(
      expect.arrayContaining(["this run 91.94 %", "always &quot;cat&quot; 43.55 %", "dog 8 2 35"]),
    );
    expect(page).toContain("<li>dog/a.heic is HEIC, save it as JPEG</li>");
    expect(page).toContain('<span class="file">cat/7.png</span>');
    expect(page).toContain('alt="cat/7.png: cat, predicted dog"');
    expect(page).not.toContain("What matters most");
  });

  it("says nothing of these for a recipe of a course", () => {
    const page = reportHtml({ ...regressionContents, versions }, new Map());
    for (const heading of ["Beside simple answers", "What matters most", "Columns", "Pictures"]) {
      expect(page).not.toContain(`<h2>${heading}`);
    }
  });
});
