import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type * as Resvg from "@resvg/resvg-wasm";

/** The one font that is at hand on every machine; vega asks for those of the system. */
const font = "@fontsource/varela/files/varela-latin-400-normal.woff2";

/** Pixels for each of the SVG's: sharp on screens of today. */
const ZOOM = 2;

let drawing: Promise<{ readonly resvg: typeof Resvg; readonly fontBytes: Uint8Array }> | undefined;

/**
 * Draws an SVG as PNG, on white ground, at twice its size.
 *
 * The renderer is WebAssembly and brings its font along: the same file on every machine, with nothing native to install.
 */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  drawing ??= start();
  const { resvg, fontBytes } = await drawing;
  const picture = new resvg.Resvg(svg, {
    background: "#ffffff",
    fitTo: { mode: "zoom", value: ZOOM },
    font: { fontBuffers: [fontBytes], defaultFontFamily: "Varela", sansSerifFamily: "Varela" },
    // Images of samples show their pixels.
    imageRendering: 1,
  });
  try {
    const image = picture.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    picture.free();
  }
}

async function start() {
  // Loaded here because it is large and most commands draw nothing.
  const resvg = await import("@resvg/resvg-wasm");
  const { resolve } = createRequire(import.meta.url);
  await resvg.initWasm(await readFile(resolve("@resvg/resvg-wasm/index_bg.wasm")));
  return { resvg, fontBytes: new Uint8Array(await readFile(resolve(font))) };
}
