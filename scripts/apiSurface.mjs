import { join } from "node:path";
import { publicEntries } from "./publicEntries.mjs";
import { readDeclarations } from "./readDeclarations.mjs";

/**
 * Writes down everything that a package lets others import, as Markdown: a change of it then shows in a diff.
 *
 * @param {{ name: string, folder: string, manifest: any }} pkg a package that is built
 */
export function apiSurface({ name, folder, manifest }) {
  const shown = new Set();
  const sections = publicEntries(manifest)
    .filter(([, target]) => target.types !== undefined)
    .map(([path, { types }]) => {
      const declarations = readDeclarations(join(folder, types));
      const again = declarations.filter(({ text, exported }) => exported && shown.has(text));
      const fresh = declarations.filter(({ text }) => !shown.has(text));
      const lines = [`## \`${path.replace(/^\./, name)}\``];
      if (again.length > 0) lines.push(`As above: ${again.map(({ name }) => `\`${name}\``).join(", ")}.`);
      lines.push(...block(fresh.filter(({ exported }) => exported)));
      const unnamed = block(fresh.filter(({ exported }) => !exported));
      if (unnamed.length > 0) lines.push("Not exported, but seen in the above:", ...unnamed);
      if (declarations.length === 0) lines.push("Nothing: it is run, not imported.");
      for (const { text } of declarations) shown.add(text);
      return lines.join("\n\n");
    });
  return (
    [`# The public types of ${name}`, "Written by `npm run api:update`.", ...sections].join("\n\n") + "\n"
  );
}

function block(declarations) {
  if (declarations.length === 0) return [];
  return [`\`\`\`typescript\n${declarations.map(({ text }) => text).join("\n\n")}\n\`\`\``];
}
