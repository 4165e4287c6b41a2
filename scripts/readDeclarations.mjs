import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseAst } from "rolldown/parseAst";

/**
 * Reads what a module of declarations offers, following its explicit re-exports.
 *
 * @typedef {object} Declaration
 * @property {string} name the name it is exported under
 * @property {string} text the declarations of that name, docstrings left out, as TypeScript
 * @property {string} source the same with the docstrings of its members
 * @property {string} docs its docstring without the stars; empty without one
 * @property {boolean} exported false for types that others refer to and nobody can import
 *
 * @param {string} entry a .d.ts that tsc wrote
 * @returns {Declaration[]} in alphabetical order
 */
export function readDeclarations(entry) {
  const modules = new Map();
  const open = (file) => {
    if (!modules.has(file)) modules.set(file, parseModule(file));
    return modules.get(file);
  };
  const fileOf = (from, source) =>
    source.startsWith(".") ? join(dirname(from), source.replace(/\.ts$/, ".d.ts")) : undefined;

  /** Where a name of a module is declared; `undefined` for names of other packages. */
  const find = (file, local) => {
    const module = open(file);
    if (module.declared.has(local)) return { file, local };
    const elsewhere = module.imported.get(local);
    const from = elsewhere && fileOf(file, elsewhere.source);
    return from && findExport(from, elsewhere.name);
  };
  const findExport = (file, name) => {
    const exported = open(file).exported.get(name);
    if (exported === undefined) throw new Error(`${file} was expected to export ${name}`);
    if (exported.source === undefined) return find(file, exported.name);
    const from = fileOf(file, exported.source);
    return from && findExport(from, exported.name);
  };

  const found = new Map();
  const add = (place, name, exported) => {
    const key = `${place.file} ${place.local}`;
    if (found.has(key)) return;
    const statements = open(place.file).declared.get(place.local);
    found.set(key, { name, exported, ...describe(open(place.file).code, statements) });
    for (const reference of statements.flatMap(({ node }) => namesIn(node))) {
      const target = find(place.file, reference);
      if (target !== undefined) behind.push(target);
    }
  };
  const behind = [];
  for (const name of open(entry).exported.keys()) {
    const place = findExport(entry, name);
    if (place !== undefined) add(place, name, true);
  }
  while (behind.length > 0) {
    const place = behind.pop();
    add(place, place.local, false);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function parseModule(file) {
  const code = readFileSync(file, "utf8");
  const module = { code, declared: new Map(), imported: new Map(), exported: new Map() };
  for (const statement of parseAst(code, { lang: "dts", sourceType: "module" }).body) {
    const source = statement.source?.value;
    if (statement.type === "ImportDeclaration") {
      for (const { local, imported } of statement.specifiers)
        module.imported.set(local.name, { source, name: imported?.name });
      continue;
    }
    if (statement.type === "ExportAllDeclaration")
      throw new Error(`${file} was expected to name what it exports, and has export *`);
    for (const { local, exported } of statement.specifiers ?? [])
      module.exported.set(exported.name, { source, name: local.name });
    const node = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    for (const name of declaredNames(node)) {
      module.declared.set(name, [...(module.declared.get(name) ?? []), { node, start: statement.start }]);
      if (node !== statement) module.exported.set(name, { name });
    }
  }
  return module;
}

function declaredNames(node) {
  if (node?.type === "VariableDeclaration") return node.declarations.map(({ id }) => id.name);
  return node?.id ? [node.id.name] : [];
}

/** The names of types and values that a declaration refers to. */
function namesIn(node) {
  if (node === null || typeof node !== "object") return [];
  if (Array.isArray(node)) return node.flatMap(namesIn);
  const inside = Object.values(node).flatMap(namesIn);
  const named = {
    TSTypeReference: node.typeName,
    TSTypeQuery: node.exprName,
    TSInterfaceHeritage: node.expression,
  };
  const { type, name } = named[node.type] ?? (node.type === "ClassDeclaration" && node.superClass) ?? {};
  return type === "Identifier" ? [name, ...inside] : inside;
}

function describe(code, statements) {
  const source = statements
    .map(({ node }) => code.slice(node.start, node.end).replace(/^declare /, ""))
    .join("\n");
  const text = source.replaceAll(/\/\*\*.*?\*\/\s*/gs, "");
  const before = code.slice(0, statements[0].start);
  const [, docs = ""] = /\/\*\*((?:(?!\*\/).)*)\*\/\s*$/s.exec(before) ?? [];
  return { text, source, docs: docs.replaceAll(/^\s*\* ?/gm, "").trim() };
}
