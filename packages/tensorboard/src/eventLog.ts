import { ProtobufWriter } from "./protobuf/ProtobufWriter.ts";
import { pngSize } from "./pngSize.ts";
import { frameRecord } from "./records/frameRecord.ts";
import { TensorboardError } from "./TensorboardError.ts";

/** How a session of training ended. */
export type SessionStatus = "success" | "failure";

/** Options of {@link eventLog}. */
export interface EventLogOptions {
  /**
   * The clock, in seconds since 1970: the only thing in the file that differs from run to run.
   *
   * @default the time of the machine
   */
  readonly now?: (() => number) | undefined;
}

/** Writes what TensorBoard shows, an event a call. */
export interface EventLog {
  /** Numbers by their tags, such as `{ "epoch/loss": 0.5 }`; TensorBoard groups tags by what stands before the slash. Kept as float32. */
  scalars(step: number, values: Readonly<Record<string, number>>): void;
  /** A picture. */
  image(step: number, tag: string, png: Uint8Array | string): void;
  /** A text in Markdown. */
  text(step: number, tag: string, markdown: string): void;
  /** What a run was told, for the tab of hyperparameters; written once, at its beginning. */
  hyperparameters(values: Readonly<Record<string, number | string | boolean>>): void;
  /** How the run ended, for the same tab. */
  end(status: SessionStatus): void;
  /** Says that training starts anew at this step: what files before say of it and of later ones is left out. */
  restart(step: number): void;
}

/**
 * Starts the contents of an event file for TensorBoard.
 *
 * @param write takes the bytes of one event after the other, each whole; the first at once
 * @throws {TensorboardError} `INVALID_ARGUMENT` for pictures that are no PNG and steps that are no whole numbers; and what `write` throws
 * @example
 * const chunks = [];
 * const log = eventLog((bytes) => chunks.push(bytes));
 * log.scalars(1, { "epoch/loss": 0.5, "epoch/accuracy": 0.8 });
 * new Blob(chunks); // an event file, to download from a page
 */
export function eventLog(
  write: (bytes: Uint8Array<ArrayBuffer>) => void,
  { now = () => Date.now() / 1000 }: EventLogOptions = {},
): EventLog {
  const event = (step: number, fill: (event: ProtobufWriter) => void): void => {
    if (!Number.isSafeInteger(step) || step < 0) {
      throw new TensorboardError(
        "INVALID_ARGUMENT",
        `step must be a whole number from 0 on, but it is ${step}.`,
      );
    }
    // Numbers of fields: event.proto, summary.proto and tensor.proto of TensorFlow.
    const message = new ProtobufWriter().double(1, now());
    if (step > 0) message.integer(2, step);
    fill(message);
    write(frameRecord(message.finish()));
  };
  const summary = (step: number, values: readonly ((value: ProtobufWriter) => void)[]): void =>
    event(step, (message) =>
      message.message(5, (inner) => {
        for (const fill of values) inner.message(1, fill);
      }),
    );
  const session = (tag: string, fill: (data: ProtobufWriter) => void): void =>
    summary(0, [(value) => withPlugin(value.string(1, `_hparams_/${tag}`), "hparams", fill, emptyTensor)]);

  event(0, (message) => message.string(3, "brain.Event:2"));
  return {
    scalars: (step, values) =>
      summary(
        step,
        Object.entries(values).map(
          ([tag, number]) =>
            (value) =>
              value.string(1, tag).float(2, number),
        ),
      ),

    image(step, tag, png) {
      const bytes = typeof png === "string" ? fromDataUri(png) : png;
      const { width, height, channels } = pngSize(bytes);
      summary(step, [
        (value) =>
          value
            .string(1, tag)
            .message(4, (image) =>
              image.integer(1, height).integer(2, width).integer(3, channels).bytes(4, bytes),
            ),
      ]);
    },

    text: (step, tag, markdown) =>
      summary(step, [
        (value) =>
          withPlugin(value.string(1, tag), "text", undefined, (tensor) =>
            tensor
              .integer(1, DT_STRING)
              .message(2, () => undefined)
              .string(8, markdown),
          ),
      ]),

    hyperparameters: (values) =>
      session("session_start_info", (data) =>
        data.message(3, (start) => {
          for (const [name, value] of Object.entries(values)) {
            start.message(1, (entry) =>
              entry.string(1, name).message(2, (inner) => writeSetting(inner, value)),
            );
          }
          start.double(5, now());
        }),
      ),

    end: (status) =>
      session("session_end_info", (data) =>
        data.message(4, (end) => end.integer(1, status === "success" ? 1 : 2).double(2, now())),
      ),

    restart: (step) => event(step, (message) => message.message(7, (log) => log.integer(1, 1))),
  };
}

const [DT_FLOAT, DT_STRING] = [1, 7];

/** Tells TensorBoard which of its plugins a value is for. */
function withPlugin(
  value: ProtobufWriter,
  name: string,
  content: ((data: ProtobufWriter) => void) | undefined,
  tensor: (into: ProtobufWriter) => void,
): void {
  value.message(8, tensor).message(9, (metadata) =>
    metadata.message(1, (plugin) => {
      plugin.string(1, name);
      if (content) plugin.message(2, content);
    }),
  );
}

/** Stands where a value has to have a tensor and says everything in its plugin's data. */
function emptyTensor(tensor: ProtobufWriter): void {
  tensor.integer(1, DT_FLOAT).message(2, (shape) => shape.message(2, () => undefined));
}

/** A `google.protobuf.Value`. */
function writeSetting(into: ProtobufWriter, value: number | string | boolean): void {
  if (typeof value === "number") into.double(2, value);
  else if (typeof value === "string") into.string(3, value);
  else into.integer(4, Number(value));
}

function fromDataUri(uri: string): Uint8Array {
  const base64 = /^data:image\/png;base64,(.*)$/s.exec(uri)?.[1];
  if (base64 === undefined) {
    throw new TensorboardError(
      "INVALID_ARGUMENT",
      `A picture as a text must be a data: address of a PNG, but it begins with "${uri.slice(0, 30)}".`,
    );
  }
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
