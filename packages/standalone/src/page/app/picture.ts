import { preparePicture } from "@minibatch/images";
import type { PageInput } from "../PageModel.ts";
import { pictureInput } from "./pictureInput.ts";
import { startPage } from "./startPage.ts";

// A page for models of pictures.
startPage<PageInput & { kind: "picture" }>(({ input, ask, say }) => ({
  first: pictureInput(({ width, height, data }) => {
    const rgb = new Uint8Array(width * height * 3);
    for (let at = 0; at < width * height; at += 1) rgb.set(data.subarray(4 * at, 4 * at + 3), 3 * at);
    ask(preparePicture({ width, height, channels: 3, data: rgb }, input));
  }, say),
}));
