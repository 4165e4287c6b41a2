import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useRef } from "preact/hooks";

/** Whether the camera is open, and the button that opens it. */
export interface CameraSwitch {
  readonly isOpen: boolean;
  /** Of the button, which is there while the camera is not. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly open: () => void;
  readonly close: () => void;
}

/** Opens and closes a camera in place of its button; the keyboard goes on at the button once that is back. */
export function useCameraSwitch(): CameraSwitch {
  const camera = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  return {
    isOpen: camera.value,
    button,
    open: () => void (camera.value = true),
    close() {
      camera.value = false;
      requestAnimationFrame(() => button.current?.focus());
    },
  };
}
