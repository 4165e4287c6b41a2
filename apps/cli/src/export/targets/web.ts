import { basename } from "node:path";
import type { ExportTarget } from "../ExportTarget.ts";

/** One HTML page: a way to feed the model, its answer, its card. */
export const web: ExportTarget = {
  name: "web",
  title: "one HTML page that works offline, from a disk, too",
  ending: ".html",
  backend: "wasm",
  async encode(loaded, context) {
    const { pageHtml, pageInputOf, pageTitle } = await import("@minibatch/standalone");
    const { standaloneParts } = await import("../standalone/standaloneParts.ts");
    const { stored, answer, test, check, weights, run, data } = await standaloneParts(loaded, context);
    const { metadata, model } = loaded;
    const html = await pageHtml({
      stored,
      answer,
      input: pageInputOf(metadata, stored.network.inputShape),
      card: {
        title: pageTitle(answer, data ?? basename(context.path)),
        data: data ?? "unknown",
        test,
        date: run.date,
        seed: run.seed,
        parameters: model.countParams(),
        weights,
      },
      check,
    });
    return new TextEncoder().encode(html);
  },
};
