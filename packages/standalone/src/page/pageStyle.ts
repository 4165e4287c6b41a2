/** The style sheet of a page: one column, light and dark, for phones and keyboards. */
export const pageStyle: string = `
:root { color-scheme: light dark; --ink: #1c2430; --quiet: #56616d; --ground: #fff; --panel: #f3f6f8; --line: #d5dde4; --main: #1f6fb2; --wrong: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e9ee; --quiet: #a3afbb; --ground: #14181d; --panel: #1c2229; --line: #3a4550; --main: #6cb2ee; --wrong: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 640px; margin: 0 auto; padding: 24px 16px 48px; }
h1 { font-size: 26px; line-height: 1.2; margin: 0 0 16px; }
h2 { font-size: 17px; margin: 24px 0 8px; }
p { margin: 0 0 8px; }
.quiet { color: var(--quiet); font-size: 14px; }
.wrong { color: var(--wrong); }
button, input, select, textarea { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: 6px; padding: 6px 10px; max-width: 100%; }
input[type="file"] { width: 100%; }
button { background: var(--panel); cursor: pointer; min-height: 40px; }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
.pad { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; margin-bottom: 16px; }
.pad canvas { width: min(280px, 100%); aspect-ratio: 1; background: #000; border: 1px solid var(--line); border-radius: 8px; touch-action: none; }
.pad > div { flex: 1 1 200px; }
.pad h2 { margin: 0 0 8px; }
.picture { display: grid; grid-template-columns: minmax(0, 1fr); gap: 6px; justify-items: start; margin-top: 16px; }
.picture label { font-weight: 600; }
video, .seen { display: block; max-width: 100%; max-height: 240px; border: 1px solid var(--line); border-radius: 8px; margin-top: 8px; }
.seen { min-height: 96px; }
[hidden] { display: none; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.field { display: grid; grid-template-columns: minmax(90px, 1fr) minmax(0, 2fr); gap: 12px; align-items: center; }
.field label { overflow-wrap: anywhere; }
.field > :last-child { width: 100%; min-height: 40px; }
textarea { width: 100%; font: 14px/1.4 ui-monospace, monospace; }
.answer { background: var(--panel); border-radius: 8px; padding: 12px 16px; min-height: 64px; }
.best { font-size: 18px; }
.best strong { font-size: 28px; }
.bars { display: grid; grid-template-columns: fit-content(45%) 1fr max-content; gap: 2px 12px; list-style: none; margin: 0; padding: 0; }
.bars li { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: center; }
.bars .name { overflow-wrap: anywhere; }
.bars meter { width: 100%; height: 16px; }
.bars .share { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.time { margin: 6px 0 0; }
.card dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0 0 12px; }
.card dt { color: var(--quiet); }
.card dd { margin: 0; }
@media (max-width: 420px) { .card dl { grid-template-columns: 1fr; } .card dd { margin-bottom: 6px; } }
`;
