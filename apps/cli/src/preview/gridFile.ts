import { extname } from "node:path";
import { CliError } from "../CliError.ts";
import { writeOut } from "../files/writeOut.ts";
import type { Session } from "../Session.ts";
import { type GridLayout, gridLayout } from "./gridLayout.ts";
import { gridPng } from "./gridPng.ts";
import type { PreviewSample } from "./PreviewSample.ts";

/** A file that a grid of images is drawn into. */
export interface GridFile {
  /** As a person would type it. */
  readonly name: string;
  /** @throws {CliError} `NOT_WRITABLE` when the disk refuses */
  write(samples: readonly PreviewSample[], columns: number, title: string): Promise<GridLayout>;
}

/**
 * Chooses how to draw by what a file is called.
 *
 * @throws {CliError} `INVALID_USAGE` when it is neither `.png` nor `.svg`
 */
export function gridFile(path: string, session: Session): GridFile {
  const kind = extname(path).toLowerCase();
  if (kind !== ".png" && kind !== ".svg") {
    throw new CliError("INVALID_USAGE", `--out draws .png and .svg files, not ${path}`);
  }
  return {
    name: session.display(path),
    async write(samples, columns, title) {
      const layout = gridLayout(samples, columns);
      const contents = kind === ".png" ? gridPng(layout) : await svgOf(layout, title);
      await writeOut(path, contents, session);
      return layout;
    },
  };
}

async function svgOf(layout: GridLayout, title: string): Promise<string> {
  // Brings TensorFlow.js along, so only who needs it waits for it.
  const { gridSvg } = await import("./gridSvg.ts");
  return gridSvg(layout, title);
}
