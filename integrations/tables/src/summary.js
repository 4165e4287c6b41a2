import { encodeTable, readTable, table } from "@minibatch/tables";
import { otherRows } from "./makeFile.js";

/** What can be compared of a table, and of other rows that are encoded as its own. */
export async function summary(source) {
  const houses = await table(source, { target: "price" });
  const { train, validation, test } = await houses.load();
  const others = await readTable(new TextEncoder().encode(otherRows));
  const { x, problems } = encodeTable(others, houses.encoding);
  return {
    task: houses.task,
    kinds: Object.fromEntries(houses.columns.map(({ name, kind }) => [name, kind])),
    rows: houses.rows,
    notes: houses.notes,
    loaded: [train, validation, test].map(({ x, y }) => ({
      shape: x.shape,
      inputs: [...x.data],
      targets: [...y.data],
    })),
    others: [...x.data],
    problems,
  };
}
