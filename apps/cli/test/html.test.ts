import { expect, it } from "vitest";
import { Html, html } from "../src/report/html.ts";

it("html`…` escapes what is put in, and keeps what is HTML", () => {
  expect(html`<p title="${'"'}">${"<script>&"}</p>`.text).toBe('<p title="&quot;">&lt;script&gt;&amp;</p>');
  expect(html`<ul>${[html`<li>1</li>`, new Html("<li>2</li>")]}</ul>`.text).toBe(
    "<ul><li>1</li><li>2</li></ul>",
  );
});
