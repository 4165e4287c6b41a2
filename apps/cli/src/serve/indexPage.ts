import { Html, html } from "../report/html.ts";
import { reportStyle } from "../report/reportStyle.ts";
import { byteText } from "../terminal/byteText.ts";
import type { ServerIndex } from "./serverIndex.ts";

/**
 * What a server has, as a page for people.
 *
 * @param mirror the address of the server
 */
export function indexPage({ datasets }: ServerIndex, mirror: string): string {
  const rows = datasets.flatMap(({ title, cached, files }) =>
    files.map(
      (
        { path, bytes },
        index,
      ) => html`<tr><td>${index === 0 ? title : ""}</td><td><a href="/${path}">${path}</a></td><td>${byteText(bytes)}</td><td>${index === 0 ? cached : ""}</td></tr>
`,
    ),
  );
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>minibatch datasets</title>
<style>${new Html(reportStyle)}
a { color: inherit } td:nth-child(2) { text-align: left }</style>
</head>
<body>
<main>
<h1>Datasets</h1>
<p class="quiet">A mirror for minibatch and @minibatch/datasets; each file is verified before it is sent. As JSON: <a href="/index.json">index.json</a></p>
<table>
<thead><tr><th scope="col">dataset</th><th scope="col" style="text-align: left">file</th><th scope="col">size</th><th scope="col">cached</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
<h2>How to use it</h2>
<pre>minibatch train mnist-mlp-512 --mirror ${mirror}</pre>
<pre>await mnist.load({ mirror: "${mirror}" });</pre>
</main>
</body>
</html>
`.text;
}
