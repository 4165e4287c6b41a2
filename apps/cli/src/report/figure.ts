import { Html, html } from "./html.ts";

/**
 * A chart with words for those who cannot see it.
 *
 * @param svg an `<svg>` element
 */
export function figure(svg: string | undefined, words: string): Html {
  return html`<figure role="img" aria-label="${words}">${new Html(svg ?? "")}</figure>`;
}
