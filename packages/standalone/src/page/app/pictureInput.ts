import { camera } from "./camera.ts";
import { element } from "./element.ts";
import { type BrowserPicture, pixelsOf } from "./pixelsOf.ts";
import { words } from "./words.ts";

/**
 * A file field, a place to drop on, the clipboard and the camera: each picture is handed on.
 *
 * @param onPicture gets each of them; of the camera a few a second
 * @param onProblem gets why there is none
 */
export function pictureInput(
  onPicture: (picture: BrowserPicture) => void,
  onProblem: (text: string) => void,
): HTMLElement {
  const shown = element("div");
  const read = async (file: Blob | null | undefined): Promise<void> => {
    if (!file) return;
    live.stop();
    try {
      const picture = pixelsOf(await createImageBitmap(file));
      picture.canvas.className = "seen";
      shown.replaceChildren(picture.canvas);
      onPicture(picture);
    } catch {
      shown.replaceChildren();
      onProblem(words.noPicture);
    }
  };
  const field = element("input", {
    type: "file",
    accept: "image/*",
    id: "file",
    onchange: () => void read(field.files?.[0]),
  });
  document.addEventListener("paste", (event) => void read(event.clipboardData?.files[0]));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    void read(event.dataTransfer?.files[0]);
  });
  const live = camera((picture) => {
    shown.replaceChildren();
    onPicture(picture);
  }, onProblem);
  return element(
    "div",
    { class: "picture" },
    element("label", { for: "file" }, words.picture),
    field,
    element("p", { class: "quiet" }, words.dropHint),
    shown,
    live.element,
  );
}
