import { encodeTable, type RawTable, readTable, type TableEncoding } from "@minibatch/tables";
import type { PageInput } from "../../prepare/PageInput.ts";
import { element } from "./element.ts";
import { startPage } from "./startPage.ts";
import { filled, words } from "./words.ts";

// A page for models of tables: a field for each column, or a pasted row.
startPage<PageInput & { kind: "table" }>(({ input, ask, say }) => {
  const encoding = input.encoding as TableEncoding;
  const fields = encoding.columns.map((column) => fieldOf(column, encoding));
  const problems = element("div", { role: "status" });
  const answer = (table: RawTable): void => {
    try {
      const encoded = encodeTable(table, encoding);
      problems.replaceChildren(
        ...encoded.problems.map(({ column, value, reason }) =>
          element("p", { class: "wrong" }, filled(words[reason], { value: `${column}: ${value}` })),
        ),
      );
      ask(encoded.x.data.subarray(0, encoded.x.shape[1]));
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  };
  const read = async (): Promise<void> => {
    const cells = fields.map(({ name, field }) => [name, field.value] as const);
    // Numbers are written as the table of training wrote them.
    answer({ ...(await readTable([Object.fromEntries(cells)])), decimalComma: encoding.decimalComma });
  };
  const readPasted = async (): Promise<void> => {
    const text = pasted.value.trim();
    if (text === "") return;
    try {
      const table = await readTable(new TextEncoder().encode(`${text}\n`));
      for (const { name, field } of fields) {
        field.value = table.rows[0]?.[table.columns.indexOf(name)] ?? "";
      }
      answer(table);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  };
  const pasted = element("textarea", { rows: 3, id: "pasted", oninput: () => void readPasted() });
  const form = element(
    "form",
    { oninput: () => void read(), onsubmit: (event: Event) => event.preventDefault() },
    element("h2", {}, words.fields),
    ...fields.map(({ row }) => row),
  );
  void read();
  return {
    first: element("div", {}, form, problems),
    more: element("div", { class: "picture" }, element("label", { for: "pasted" }, words.paste), pasted),
  };
});

interface ColumnField {
  readonly name: string;
  readonly field: HTMLInputElement | HTMLSelectElement;
  readonly row: HTMLElement;
}

function fieldOf(column: TableEncoding["columns"][number], { decimalComma }: TableEncoding): ColumnField {
  const { name } = column;
  const id = `column-${name}`;
  const choices =
    column.kind === "boolean" ? column.values : column.kind === "category" ? column.categories : undefined;
  const field = choices
    ? element(
        "select",
        { id },
        element("option", { value: "" }, words.missing),
        ...choices.map((choice) => element("option", { value: choice }, choice)),
      )
    : element("input", { id, autocomplete: "off", inputmode: column.kind === "number" ? "decimal" : "text" });
  if (choices && "mostFrequent" in column) field.value = column.mostFrequent;
  if (column.kind === "number") {
    const median = String(Number(column.median.toPrecision(4)));
    field.value = decimalComma ? median.replace(".", ",") : median;
  }
  return { name, field, row: element("p", { class: "field" }, element("label", { for: id }, name), field) };
}
