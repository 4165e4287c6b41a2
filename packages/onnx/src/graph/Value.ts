import type { Shape } from "@tensorflow/tfjs-layers";

/** A tensor of the graph that is being written. */
export interface Value {
  /** Its name in the file. */
  readonly name: string;
  /** The shape of the tensor in the model, batch first, channels where the model has them. */
  readonly shape: Shape;
  /**
   * Whether the file has the last axis of the model second. ONNX convolves so, tfjs has channels last; a value stays in either order until
   * somebody needs the other.
   */
  readonly channelsSecond: boolean;
}
