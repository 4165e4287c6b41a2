import type { InputScaling, LoadedModel } from "@minibatch/models";
import { pixelScaling } from "../../run/pixelScaling.ts";
import type { Session } from "../../Session.ts";

/** How raw inputs become what the model takes: bytes of images always somehow, other numbers only where it says so. */
export function scalingOf({ model, metadata }: LoadedModel, session: Session): InputScaling | undefined {
  const isImage = (model.inputs[0]?.shape.length ?? 0) === 4;
  return isImage ? pixelScaling(metadata, session) : metadata.inputScaling;
}
