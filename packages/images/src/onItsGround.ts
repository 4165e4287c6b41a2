import { luminance } from "./luminance.ts";
import type { Picture } from "./Picture.ts";

/** Less than this share of the other ground's contrast is none to choose. */
const FAINT = 0.2;

/** How a drawing stands out against a ground. */
interface Outline {
  /** From 0 to 255. */
  readonly contrast: number;
  /** The share of the page that stands out. */
  readonly ink: number;
}

/**
 * Puts a drawing whose ground is transparent on the ground that it is seen on: a canvas saves a white stroke as well as a black one without
 * any.
 *
 * That is the ground against which it stands out more. Where most of the page is opaque, as on a sheet whose corners alone are transparent, it is
 * the one that leaves much less ink, if there is one: the sheet is no drawing.
 *
 * @param picture with what is transparent on white
 */
export function onItsGround(picture: Picture): Picture {
  const { alpha } = picture;
  if (alpha === undefined) return picture;
  const dark = onBlack(picture, alpha);
  const [onWhite, onDark] = [outlineOn(255, picture), outlineOn(0, dark)];
  const most = Math.max(onWhite.contrast, onDark.contrast);
  const opaque = alpha.reduce((sum, value) => sum + value, 0) / alpha.length;
  const isSheet = opaque > 0.5 && Math.min(onWhite.contrast, onDark.contrast) >= FAINT * most;
  if (isSheet && onWhite.ink < onDark.ink / 2) return picture;
  if (isSheet && onDark.ink < onWhite.ink / 2) return dark;
  return onDark.contrast > onWhite.contrast ? dark : picture;
}

function onBlack(picture: Picture, alpha: Float32Array): Picture {
  const { channels, data } = picture;
  const dark = Float32Array.from(
    data,
    (value, at) => value - 255 * (1 - (alpha[Math.floor(at / channels)] ?? 1)),
  );
  return { ...picture, data: dark };
}

function outlineOn(ground: number, picture: Picture): Outline {
  const { data } = luminance(picture);
  const contrast = data.reduce((most, value) => Math.max(most, Math.abs(value - ground)), 0);
  const ink = data.reduce((count, value) => count + (Math.abs(value - ground) > contrast / 2 ? 1 : 0), 0);
  return { contrast, ink: ink / data.length };
}
