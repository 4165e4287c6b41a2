/**
 * One entry for several runs of a recipe that differ in nothing but their seed: of each number the median, with the least and
 * the most; where two are in the middle, the worse one. The command and the seed are the first run's.
 *
 * @param {readonly import("./reproductionOf.mjs").Reproduction[]} runs at least one
 * @returns {import("./reproductionOf.mjs").Reproduction}
 */
export function medianReproduction(runs) {
  const [first] = runs;
  if (runs.length === 1) return first;
  return {
    ...first,
    seeds: runs.map(({ seed }) => seed),
    seconds: middle(runs, ({ seconds }) => seconds).seconds,
    samplesPerSecond: middle(runs, ({ samplesPerSecond }) => -samplesPerSecond).samplesPerSecond,
    figures: first.figures.map((_, index) => {
      const figures = runs.map((run) => run.figures[index]);
      const measured = figures.map((figure) => figure.measured);
      return {
        ...middle(figures, worseness),
        least: Math.min(...measured),
        most: Math.max(...measured),
      };
    }),
  };
}

/** How far a number is from where it should be: a prediction on either side, an accuracy below, an error above. */
function worseness({ metric, measured, published }) {
  if (metric.startsWith("prediction")) return Math.abs(measured - published);
  return metric.includes("accuracy") ? -measured : measured;
}

function middle(values, order) {
  return values.toSorted((a, b) => order(a) - order(b))[Math.floor(values.length / 2)];
}
