import { prepareDigit, prepareGarment } from "@minibatch/datasets";
import type { PageInput } from "../PageModel.ts";
import { drawingPad } from "./drawingPad.ts";
import { pictureInput } from "./pictureInput.ts";
import type { BrowserPicture } from "./pixelsOf.ts";
import { startPage } from "./startPage.ts";
import { words } from "./words.ts";

// A page for models of digits and garments: a pad to draw on, and pictures of what is on plain ground.
startPage<PageInput & { kind: "drawing" }>(({ input, ask, say }) => {
  const prepare = input.of === "digit" ? prepareDigit : prepareGarment;
  const answer = (grey: Parameters<typeof prepareDigit>[0] | undefined): void => {
    if (grey === undefined) {
      say(words.nothing);
      return;
    }
    try {
      ask(prepare(grey));
    } catch {
      say(words.empty);
    }
  };
  return {
    first: drawingPad(answer).element,
    more: pictureInput((picture) => answer(greyOf(picture)), say),
  };
});

/** Luminance, by the weights of ITU-R BT.601, as the datasets' own preparation has it. */
function greyOf({ width, height, data }: BrowserPicture): Parameters<typeof prepareDigit>[0] {
  const grey = Float32Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(4 * at, 4 * at + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
  return { width, height, data: grey };
}
