import type { InputScaling, ModelMetadata } from "@minibatch/models";
import type { Session } from "../Session.ts";

/** How bytes of pictures become what a model takes. Where nothing says so, from 0 to 1, and the person is told of it. */
export function pixelScaling({ inputScaling }: ModelMetadata, { status }: Session): InputScaling {
  if (inputScaling !== undefined) return inputScaling;
  status.print(
    "The model does not say in which range it takes pixels; from 0 to 1 is assumed. --scale names another, such as --scale -1..1.",
  );
  return { scale: 1 / 255, offset: 0 };
}
