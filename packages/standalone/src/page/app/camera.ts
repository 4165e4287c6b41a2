import { cameraProblem } from "./cameraProblem.ts";
import { element } from "./element.ts";
import { type BrowserPicture, pixelsOf } from "./pixelsOf.ts";
import { words } from "./words.ts";

/** Milliseconds from one look to the next. */
const pause = 250;

/** A camera on the page. */
export interface Camera {
  readonly element: HTMLElement;
  stop(): void;
}

/**
 * A button that starts the camera and stops it again, with what the camera shows.
 *
 * @param onPicture gets what it shows, a few times a second
 * @param onProblem gets why it does not start
 */
export function camera(
  onPicture: (picture: BrowserPicture) => void,
  onProblem: (text: string) => void,
): Camera {
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
    setTimeout(look, pause);
  };
  const start = async (): Promise<void> => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.srcObject = stream;
      video.hidden = false;
      await video.play();
      button.textContent = words.stopCamera;
      look();
    } catch (error) {
      stop();
      onProblem(cameraProblem(error));
    }
  };
  const button = element(
    "button",
    { type: "button", onclick: () => (stream ? stop() : void start()) },
    words.camera,
  );
  return { element: element("div", {}, button, video), stop };
}
