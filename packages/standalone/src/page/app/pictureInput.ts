import { element } from "./element.ts";
import { filled, words } from "./words.ts";

/** A picture as the browser reads it: RGBA, row-major. */
export interface BrowserPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** More pixels than any model looks at: larger pictures are read at this size. */
const longestSide = 1024;

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
  const read = async (file: Blob | null | undefined): Promise<void> => {
    if (!file) return;
    try {
      onPicture(pixelsOf(await createImageBitmap(file)));
    } catch {
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
  return element(
    "div",
    { class: "picture" },
    element("label", { for: "file" }, words.picture),
    field,
    element("p", { class: "quiet" }, words.dropHint),
    camera(onPicture, onProblem),
  );
}

function camera(
  onPicture: (picture: BrowserPicture) => void,
  onProblem: (text: string) => void,
): HTMLElement {
  const video = element("video", { muted: true, playsinline: true, hidden: true, "aria-hidden": "true" });
  let stream: MediaStream | undefined;
  const stop = (): void => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    video.hidden = true;
    button.textContent = words.camera;
  };
  const look = (): void => {
    if (stream === undefined) return;
    if (video.videoWidth > 0) onPicture(pixelsOf(video));
    setTimeout(look, 250);
  };
  const button = element(
    "button",
    {
      type: "button",
      onclick: () => void toggle(),
    },
    words.camera,
  );
  const toggle = async (): Promise<void> => {
    if (stream) {
      stop();
      return;
    }
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.srcObject = stream;
      video.hidden = false;
      await video.play();
      button.textContent = words.stopCamera;
      look();
    } catch (error) {
      stop();
      onProblem(filled(words.noCamera, { reason: error instanceof Error ? error.message : String(error) }));
    }
  };
  return element("div", {}, button, video);
}

function pixelsOf(source: ImageBitmap | HTMLVideoElement): BrowserPicture {
  const [across, down] =
    source instanceof HTMLVideoElement
      ? [source.videoWidth, source.videoHeight]
      : [source.width, source.height];
  const scale = Math.min(1, longestSide / Math.max(across, down));
  const [width, height] = [Math.max(1, Math.round(across * scale)), Math.max(1, Math.round(down * scale))];
  const canvas = element("canvas", { width, height });
  const context = canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
  // What can be seen through stands on white, as in training.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}
