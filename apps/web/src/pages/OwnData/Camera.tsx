import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { ownDataMessages } from "./messages.ts";

/** What the camera sees, cut to a square: the side in pixels. */
const side = 256;

/** The camera: pictures one after the other, or a live picture, until it is closed or the page is left. */
export function Camera({ onPicture, onClose, every }: CameraProps): JSX.Element {
  const t = ownDataMessages.value;
  const video = useRef<HTMLVideoElement>(null);
  const closing = useRef<HTMLButtonElement>(null);
  // It stands where the button was that opened it.
  useEffect(() => closing.current?.focus(), []);
  const state = useSignal<"opening" | "open" | "failed">("opening");
  useEffect(() => {
    let stream: MediaStream | undefined;
    let left = false;
    void openCamera().then(
      async (opened) => {
        stream = opened;
        if (left || !video.current) return stop(opened);
        video.current.srcObject = opened;
        await video.current.play();
        state.value = "open";
      },
      () => (state.value = "failed"),
    );
    return () => {
      left = true;
      stop(stream);
    };
  }, [state]);
  const shoot = async (): Promise<void> => {
    if (video.current && state.peek() === "open") onPicture(await squareOf(video.current));
  };
  const latest = useRef(shoot);
  latest.current = shoot;
  useEffect(() => {
    if (every === undefined) return undefined;
    const timer = setInterval(() => void latest.current(), every);
    return () => clearInterval(timer);
  }, [every]);
  return (
    <div class="stack tight camera">
      {state.value === "failed" ? <p role="alert">{t.noCamera}</p> : <video ref={video} muted playsInline />}
      <p class="quiet small">{t.local}</p>
      <div class="row">
        {every === undefined && (
          <button
            type="button"
            class="primary"
            disabled={state.value !== "open"}
            onClick={() => void shoot()}
          >
            {t.shoot}
          </button>
        )}
        <button ref={closing} type="button" onClick={onClose}>
          {t.closeCamera}
        </button>
      </div>
    </div>
  );
}

interface CameraProps {
  readonly onPicture: (file: File) => void;
  readonly onClose: () => void;
  /** Gives a picture so often by itself, in milliseconds, in place of a button. */
  readonly every?: number;
}

/** Pages over plain http have no `mediaDevices`. */
async function openCamera(): Promise<MediaStream> {
  return await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** The middle of what the camera sees at this moment. */
async function squareOf(video: HTMLVideoElement): Promise<File> {
  const { videoWidth, videoHeight } = video;
  const from = Math.min(videoWidth, videoHeight);
  const canvas = new OffscreenCanvas(side, side);
  canvas
    .getContext("2d")
    ?.drawImage(video, (videoWidth - from) / 2, (videoHeight - from) / 2, from, from, 0, 0, side, side);
  return new File([await canvas.convertToBlob({ type: "image/png" })], "camera.png", {
    type: "image/png",
    lastModified: Date.now(),
  });
}
