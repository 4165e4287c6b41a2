import { basename } from "node:path";
import type { ExportTarget } from "../ExportTarget.ts";

/** An ES module without imports, with its types. */
export const js: ExportTarget = {
  name: "js",
  title: "an ES module without imports, with its types: predictImage(image), predictRow(row)",
  ending: "",
  backend: "wasm",
  async encode(loaded, context) {
    const { moduleText, pageInputOf, pageTitle } = await import("@minibatch/standalone");
    const { standaloneParts } = await import("../standalone/standaloneParts.ts");
    const { stored, answer, data } = await standaloneParts(loaded, context);
    const { script, types } = moduleText({
      stored,
      classNames: answer.kind === "classes" ? answer.names : undefined,
      title: pageTitle(answer, data ?? basename(context.path)),
      input: pageInputOf(loaded.metadata, stored.network.inputShape),
    });
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    return new Map([
      ["model.js", bytes(script)],
      ["model.d.ts", bytes(types)],
    ]);
  },
};
