import { join } from "node:path";
import { publicEntries } from "./publicEntries.mjs";
import { readDeclarations } from "./readDeclarations.mjs";

/**
 * The docstrings of everything that a package exports, as Markdown with a heading for each name.
 *
 * @param {{ name: string, folder: string, manifest: any }} pkg a package that is built
 */
export function apiMarkdown({ name, folder, manifest }) {
  const shown = new Set();
  return publicEntries(manifest)
    .filter(([, target]) => target.types !== undefined)
    .flatMap(([path, { types }]) => {
      const fresh = readDeclarations(join(folder, types)).filter(
        ({ exported, text }) => exported && !shown.has(text),
      );
      for (const { text } of fresh) shown.add(text);
      if (fresh.length === 0) return [];
      return [`## API of \`${path.replace(/^\./, name)}\``, ...fresh.map(section)];
    })
    .join("\n\n");
}

function section({ name, docs, source }) {
  return `### ${name}\n\n${docstring(docs)}\n\n\`\`\`ts\n${source}\n\`\`\``;
}

/** Tags become a list, examples code. */
function docstring(docs) {
  const [text = "", ...tags] = docs.replaceAll(/\{@link (\w+)\}/g, "`$1`").split(/^(?=@\w+)/m);
  const parts = tags.map((tag) => {
    const [, kind, rest] = /^@(\w+)\s*(.*)$/s.exec(tag);
    if (kind === "example") return `\`\`\`ts\n${rest.trim()}\n\`\`\``;
    return `- *${kind}*: ${rest.trim().replaceAll(/\s*\n\s*/g, " ")}`;
  });
  return [text.trim(), ...parts].join("\n\n");
}
