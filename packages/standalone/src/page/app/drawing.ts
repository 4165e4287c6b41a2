import { prepareDrawing, type RgbaImage } from "../../prepare/prepareImage.ts";
import type { PageInput } from "../../prepare/PageInput.ts";
import { drawingPad } from "./drawingPad.ts";
import { pictureInput } from "./pictureInput.ts";
import { startPage } from "./startPage.ts";
import { words } from "./words.ts";

// A page for models of digits and garments: a pad to draw on, and pictures of what is on plain ground.
startPage<PageInput & { kind: "drawing" }>(({ input, ask, say }) => {
  const answer = (image: RgbaImage | undefined): void => {
    if (image === undefined) {
      say(words.nothing);
      return;
    }
    try {
      ask(prepareDrawing(input, image));
    } catch {
      say(words.empty);
    }
  };
  return { first: drawingPad(answer), more: pictureInput(answer, say) };
});
