/** What the options of pictures were called in run folders that are older. */
const formerNames: Readonly<Record<string, string>> = {
  validationFraction: "validationSplit",
  testFraction: "testSplit",
};

/** An experiment with the names of today, where it was written under others. */
export function withFormerNames(value: unknown): unknown {
  if (!isObject(value) || !isObject(value["data"]) || !isObject(value["data"]["options"])) return value;
  const { data } = value;
  const options = Object.entries(data["options"] as object).map(([name, option]) => [
    formerNames[name] ?? name,
    option,
  ]);
  return { ...value, data: { ...data, options: Object.fromEntries(options) } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
