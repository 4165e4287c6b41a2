import { sha256 } from "@minibatch/datasets";
import type { PageModel } from "./PageModel.ts";
import { pageScripts } from "./pageScripts.generated.ts";
import { pageStyle } from "./pageStyle.ts";

/**
 * Puts a model into one HTML page that needs no other file and no network: it opens from a disk, too.
 *
 * Its own policy lets it run its one script and nothing else, and load nothing from anywhere.
 *
 * @example
 * await writeFile("page.html", await pageHtml(model));
 */
export async function pageHtml(model: PageModel): Promise<string> {
  const script = pageScripts[model.input.kind];
  const policy = [
    "default-src 'none'",
    `script-src '${await hashOf(script)}'`,
    `style-src '${await hashOf(pageStyle)}'`,
    "img-src blob: data:",
    "media-src blob: mediastream:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  // A script ends at "</script" wherever it stands, also in a text of JSON.
  const json = JSON.stringify(model).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(model.card.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<script type="application/json" id="model">${json}</script>
<script>${script}</script>
</body>
</html>
`;
}

async function hashOf(text: string): Promise<string> {
  const digits = await sha256(new TextEncoder().encode(text));
  const bytes = digits.match(/../g)?.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))) ?? [];
  return `sha256-${btoa(bytes.join(""))}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
