import asc from "assemblyscript/asc";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";

const folder = join(import.meta.dirname, "..");

/**
 * Compiles the team of threads without the kernels, to see what becomes of faults.
 *
 * @param runTask what each task does, in AssemblyScript, of `job`, `task` and `thread`, 0 for the one that shares the work out
 */
export async function compileTeam(runTask: string): Promise<WebAssembly.Module> {
  let compiled: Uint8Array<ArrayBuffer> | undefined;
  const source = `
    import { runOne, share as shareOut } from "./team";
    @unmanaged class Planted { run(job: i32, task: i32, thread: i32): void { ${runTask} } }
    export function runTask(job: i32, task: i32, thread: i32): void { runOne<Planted>(job, task, thread); }
    export function share(job: i32, tasks: i32): void { shareOut<Planted>(job, tasks); }
  `;
  const replaced: Record<string, (text: string) => string> = {
    "runTask.ts": () => source,
    "asconfig.json": quickly,
  };
  let printed = "";
  const { error } = await asc.main(["--target", "plain", "--baseDir", folder, "--outFile", "team.wasm"], {
    async readFile(name, base) {
      const text = await readFile(join(base, name), "utf8").catch(() => null);
      return text && (replaced[basename(name)]?.(text) ?? text);
    },
    writeFile(_name, contents) {
      compiled = new Uint8Array(contents as Uint8Array<ArrayBuffer>);
    },
    listFiles: () => [],
    stderr: { write: (text) => void (printed += String(text)) },
  });
  if (error !== null || compiled === undefined) throw new Error(`${error?.message}\n${printed}`);
  return WebAssembly.compile(compiled);
}

function quickly(config: string): string {
  const { options, ...rest } = JSON.parse(config) as { readonly options: object };
  const entries = ["assembly/team.ts", "assembly/help.ts", "assembly/runTask.ts"];
  return JSON.stringify({ ...rest, entries, options: { ...options, optimizeLevel: 0, converge: false } });
}
