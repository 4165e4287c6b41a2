import { expect } from "vitest";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Plot } from "../src/plots/Plot.ts";

/** Something that is drawn: a point of a line, a symbol, a bar, an image, a text. */
export interface DrawnItem {
  /** `line`, `symbol`, `rect`, `rule`, `image` or `text`. */
  readonly mark: string;
  /** `mark` for data, else the part of a guide, such as `axis-label`. */
  readonly role: string;
  /** Pixels from the upper left of the chart. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string | undefined;
  readonly text: string | undefined;
  readonly url: string | undefined;
}

/** A chart as it is drawn. */
export interface Drawing {
  readonly svg: string;
  /** The items of a mark, in the order in which they are drawn. */
  items(mark: string, role?: string): DrawnItem[];
  /** The words of a part of a guide, such as `axis-title`. */
  words(role: string): (string | undefined)[];
}

/** Compiles the specification of a plot and draws it, as an app does; a warning of Vega-Lite fails the test. */
export async function drawPlot(plot: Plot<unknown>): Promise<Drawing> {
  expect(JSON.parse(JSON.stringify(plot.spec))).toEqual(plot.spec);
  const warnings: unknown[] = [];
  const logger = { ...vega.logger(vega.Warn), warn: (...words: unknown[]) => (warnings.push(words), logger) };
  const { spec } = compile(plot.spec as unknown as TopLevelSpec, { logger });
  expect(warnings).toEqual([]);
  const view = new vega.View(vega.parse(spec), { renderer: "none" });
  const svg = await view.toSVG();
  const scene = view.scenegraph() as unknown as { readonly root: SceneMark };
  const items = Array.from(drawnItems(scene.root, 0, 0));
  view.finalize();
  return {
    svg,
    items: (mark, role = "mark") => items.filter((item) => item.mark === mark && item.role === role),
    words: (role) => items.filter((item) => item.role === role).map(({ text }) => text),
  };
}

interface SceneMark {
  readonly marktype: string;
  readonly role?: string;
  readonly items: readonly SceneItem[];
}

interface SceneItem {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly fill?: string;
  readonly text?: string | readonly string[];
  readonly url?: string;
  readonly items?: readonly SceneMark[];
}

function* drawnItems(mark: SceneMark, left: number, top: number): Generator<DrawnItem> {
  for (const item of mark.items) {
    const { x = 0, y = 0, width = 0, height = 0, fill, text, url } = item;
    const place = { x: left + x, y: top + y, width, height };
    for (const child of item.items ?? []) yield* drawnItems(child, place.x, place.y);
    if (item.items === undefined) {
      const words = text === undefined ? undefined : String(text);
      yield { mark: mark.marktype, role: mark.role ?? "mark", ...place, fill, text: words, url };
    }
  }
}
