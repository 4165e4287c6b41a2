/** HTML that is already safe to put into a page. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * A template for HTML: what is put in is escaped, unless it is {@link Html} itself; arrays are joined.
 *
 * @example
 * html`<p>${"1 < 2"}</p>`.text; // "<p>1 &lt; 2</p>"
 */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Html {
  return new Html(
    strings.map((text, index) => (index === 0 ? text : toHtml(values[index - 1]) + text)).join(""),
  );
}

function toHtml(value: unknown): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(toHtml).join("");
  return String(value)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
