import { resample } from "@minibatch/datasets";
import type { Picture } from "../Picture.ts";
import type { BytePicture } from "./BytePicture.ts";
import type { Framing } from "./Framing.ts";
import { orient, orientationOf } from "./orient.ts";

/** A picture in its frame, and what of it is not margin. */
export interface Framed extends BytePicture {
  readonly content: BytePicture;
}

/** A picture that may lie on its side, as EXIF numbers it. */
interface Turned extends Pick<Picture, "width" | "height" | "channels" | "data"> {
  readonly orientation: number;
}

/** Scales a picture into its frame, by the mean of what each pixel covers, and turns it upright. */
export function frame(picture: Turned, { width, height, fit }: Framing): Framed {
  const { turned } = orientationOf(picture.orientation);
  const upright = turned
    ? { width: picture.height, height: picture.width }
    : { width: picture.width, height: picture.height };
  if (fit === "crop") {
    const scale = Math.min(upright.width / width, upright.height / height);
    const part = {
      width: Math.min(upright.width, Math.max(1, Math.round(width * scale))),
      height: Math.min(upright.height, Math.max(1, Math.round(height * scale))),
    };
    const content = scaled(picture, { width, height }, part, turned);
    return { ...content, content };
  }
  const scale = Math.min(width / upright.width, height / upright.height);
  const content = scaled(
    picture,
    {
      width: Math.min(width, Math.max(1, Math.round(upright.width * scale))),
      height: Math.min(height, Math.max(1, Math.round(upright.height * scale))),
    },
    upright,
    turned,
  );
  return { ...padded(content, width, height), content };
}

/** Scales the middle of a picture; sizes are those of the picture as it is seen. */
function scaled(
  picture: Turned,
  size: { readonly width: number; readonly height: number },
  part: { readonly width: number; readonly height: number },
  turned: boolean,
): BytePicture {
  const [width, height] = turned ? [size.height, size.width] : [size.width, size.height];
  const [across, down] = turned ? [part.height, part.width] : [part.width, part.height];
  // The middle as it is seen: half a pixel lies on the other side in a picture that is stored mirrored.
  const { mirrored, flipped } = orientationOf(picture.orientation);
  const [spareAcross, spareDown] = [picture.width - across, picture.height - down];
  const bounds = {
    left: mirrored ? Math.ceil(spareAcross / 2) : Math.floor(spareAcross / 2),
    top: flipped ? Math.ceil(spareDown / 2) : Math.floor(spareDown / 2),
    width: across,
    height: down,
  };
  const values = resample(picture, width, height, bounds);
  const { channels } = picture;
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let colour = 0; colour < 3; colour++) {
      data[pixel * 3 + colour] = Math.round(
        values[pixel * channels + (channels === 1 ? 0 : colour)] as number,
      );
    }
  }
  return orient({ width, height, data }, picture.orientation);
}

/** Puts a picture into the middle of a frame of the mean colour of its own border. */
function padded(content: BytePicture, width: number, height: number): BytePicture {
  if (content.width === width && content.height === height) return content;
  const data = new Uint8Array(width * height * 3);
  const ground = borderColour(content);
  for (let at = 0; at < data.length; at++) data[at] = ground[at % 3] as number;
  const left = Math.floor((width - content.width) / 2);
  const top = Math.floor((height - content.height) / 2);
  for (let row = 0; row < content.height; row++) {
    const line = content.data.subarray(row * content.width * 3, (row + 1) * content.width * 3);
    data.set(line, ((top + row) * width + left) * 3);
  }
  return { width, height, data };
}

function borderColour({ width, height, data }: BytePicture): number[] {
  const sums = [0, 0, 0];
  let count = 0;
  for (let y = 0; y < height; y++) {
    const inner = y > 0 && y < height - 1;
    for (let x = 0; x < width; x += inner ? Math.max(1, width - 1) : 1) {
      for (let colour = 0; colour < 3; colour++) {
        sums[colour] = (sums[colour] as number) + (data[(y * width + x) * 3 + colour] as number);
      }
      count++;
    }
  }
  return sums.map((sum) => Math.round(sum / count));
}
