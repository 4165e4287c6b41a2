/** The style sheet of the report: one column, light and dark, for screen and print. */
export const reportStyle: string = `
:root {
  color-scheme: light dark;
  --ink: #1c2430; --quiet: #5d6875; --ground: #fff; --panel: #f5f7f9; --line: #dde3e9; --good: #1a7f37; --bad: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e9ee; --quiet: #9aa6b2; --ground: #14181d; --panel: #1c2229; --line: #313a44; --good: #4cc26a; --bad: #ff8a80;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 760px; padding: 40px 24px 64px; background: var(--ground); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 4px; letter-spacing: -0.01em; }
h2 { font-size: 19px; margin: 48px 0 12px; }
p { margin: 0 0 12px; }
.quiet { color: var(--quiet); }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 24px 0 0; padding: 0; }
.numbers div { display: flex; flex-direction: column; justify-content: space-between; background: var(--panel); border-radius: 8px; padding: 12px 14px; }
.numbers dt { font-size: 13px; line-height: 1.3; color: var(--quiet); }
.numbers dd { margin: 0; font-size: 22px; font-variant-numeric: tabular-nums; line-height: 1.3; }
.numbers dd small { font-size: 13px; color: var(--quiet); }
figure { margin: 0; overflow-x: auto; }
figure svg { max-width: 100%; height: auto; display: block; }
/* The charts' own greys are for light ground: words and axes follow the page instead. */
figure svg [class*="role-axis"] text, figure svg [class*="role-title"] text, figure svg [class*="role-legend"] text { fill: var(--quiet); }
/* A table that is too wide for a phone scrolls by itself. */
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 15px; }
th, td { padding: 5px 10px; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; white-space: normal; }
th.words, td.words { text-align: left; white-space: normal; }
thead th { font-weight: 600; color: var(--quiet); font-size: 13px; }
.table + p { margin-top: 8px; }
tfoot td { color: var(--quiet); border-bottom: 0; }
.images { display: grid; grid-template-columns: repeat(auto-fill, minmax(78px, 1fr)); gap: 14px 10px; padding: 0; margin: 0; list-style: none; }
.images li { font-size: 13px; line-height: 1.35; text-align: center; }
.images img { display: block; width: 100%; aspect-ratio: 1; image-rendering: pixelated; border: 1px solid var(--line); border-radius: 6px; margin-bottom: 4px; }
.file { color: var(--quiet); font-size: 11px; overflow-wrap: anywhere; }
.notes { margin: 0; padding-left: 20px; font-size: 15px; }
.right { color: var(--good); }
.wrong { color: var(--bad); font-weight: 600; }
pre { background: var(--panel); padding: 12px 14px; border-radius: 8px; overflow-x: auto; font-size: 13px; line-height: 1.5; }
.wide { overflow-x: auto; }
@media (max-width: 560px) { .wide svg { width: 680px; max-width: none; } body { padding: 24px 16px 48px; } table { font-size: 12px; } th, td { padding: 5px 4px; } }
@media print { body { max-width: none; padding: 0; } h2 { break-after: avoid; } figure, li { break-inside: avoid; } }
`;
