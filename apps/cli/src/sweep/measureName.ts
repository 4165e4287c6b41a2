/** A figure as people call it: `valAccuracy` is `validation accuracy`. */
export function measureName(name: string): string {
  const words = name.replace(/([A-Z])/g, " $1").split(" ");
  const short: Readonly<Record<string, string>> = { val: "validation", mae: "MAE" };
  return words.map((word) => short[word.toLowerCase()] ?? word.toLowerCase()).join(" ");
}
