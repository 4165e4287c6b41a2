import type { PageInput } from "../../prepare/PageInput.ts";
import { element } from "./element.ts";
import { startPage } from "./startPage.ts";
import { words } from "./words.ts";

// A page for models of a few numbers.
startPage<PageInput & { kind: "numbers" }>(({ input, ask }) => {
  const fields = input.names.map((name, index) => {
    const field = element("input", { id: `number-${index}`, type: "number", step: "any", value: 0 });
    return {
      field,
      row: element("p", { class: "field" }, element("label", { for: `number-${index}` }, name), field),
    };
  });
  const answer = (): void => ask(fields.map(({ field }) => field.valueAsNumber || 0));
  queueMicrotask(answer);
  const form = element(
    "form",
    { oninput: answer, onsubmit: (event: Event) => event.preventDefault() },
    element("h2", {}, words.fields),
    ...fields.map(({ row }) => row),
  );
  return { first: form };
});
