import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { FloatArray } from "../test/FloatArray.ts";

/** What came of one file: its outputs by their names, or why there are none. */
export type PythonResult =
  | { readonly outputs: readonly (FloatArray & { readonly name: string })[]; readonly error?: undefined }
  | { readonly error: string };

/** Has `onnx.checker` check files and ONNX Runtime run them, in one process for all. */
export async function runInPython(
  files: ReadonlyMap<
    string,
    { readonly bytes: Uint8Array; readonly inputs: Readonly<Record<string, FloatArray>> }
  >,
): Promise<Map<string, PythonResult>> {
  const folder = await mkdtemp(join(tmpdir(), "minibatch-onnx-"));
  try {
    const cases = [...files].map(([name, { inputs }], index) => ({
      name,
      file: `${index}.onnx`,
      inputs: Object.fromEntries(
        Object.entries(inputs).map(([key, { shape, data }]) => [key, { shape, data: base64(data) }]),
      ),
    }));
    await writeFile(join(folder, "cases.json"), JSON.stringify(cases));
    for (const [index, { bytes }] of [...files.values()].entries()) {
      await writeFile(join(folder, `${index}.onnx`), bytes);
    }
    const script = new URL("compareWithRuntime.py", import.meta.url).pathname;
    const { stdout } = await promisify(execFile)("python3", [script, folder], { maxBuffer: 2 ** 30 });
    const results = JSON.parse(stdout) as Record<
      string,
      { error?: string; outputs: { name: string; shape: number[]; data: string }[] }
    >;
    return new Map(
      cases.map(({ name, file }): [string, PythonResult] => {
        const { error, outputs } = results[file] ?? { error: "no result", outputs: [] };
        if (error !== undefined) return [name, { error }];
        return [name, { outputs: outputs.map((output) => ({ ...output, data: floats(output.data) })) }];
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function base64({ buffer, byteOffset, byteLength }: Float32Array): string {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString("base64");
}

function floats(text: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  return new Float32Array(bytes.buffer);
}
