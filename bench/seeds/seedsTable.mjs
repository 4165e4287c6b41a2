/**
 * What each recipe reached from each seed, as a table, beside what it reached before.
 *
 * @param {readonly { recipe: string, seed: number, loss: number, accuracy: number }[]} results the training loss of the last epoch, and the
 *   share of the test set that was told right
 * @param {typeof results} before of another version; an empty list leaves its columns out
 */
export function seedsTable(results, before) {
  const compares = before.length > 0;
  const percent = (share) => `${(100 * share).toFixed(2)} %`;
  const cells = ({ loss, accuracy }) => [percent(accuracy), loss.toFixed(6)];
  const rows = results.map((result) => {
    const { recipe, seed } = result;
    if (!compares) return [recipe, seed, ...cells(result)];
    const earlier = before.find((other) => other.recipe === recipe && other.seed === seed);
    return [recipe, seed, ...(earlier ? cells(earlier) : ["-", "-"]), ...cells(result)];
  });
  const figures = compares
    ? ["accuracy before", "loss before", "accuracy now", "loss now"]
    : ["accuracy", "loss"];
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [
    line(["recipe", "seed", ...figures]),
    line(["---", "---:", ...figures.map(() => "---:")]),
    ...rows.map(line),
  ].join("\n");
}
