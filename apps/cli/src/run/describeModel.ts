import type { InputScaling, LoadedModel } from "@minibatch/models";
import { readLabels } from "../options/readLabels.ts";
import type { Session } from "../Session.ts";

/** The options that say what a model does not: a model from elsewhere often carries only its weights. */
export interface DescribeOptions {
  /** A file with the names of the classes. */
  readonly labels?: string;
  /** How the bytes of pictures become what the model takes. */
  readonly scale?: InputScaling;
}

/** A model with what the options say of it in place of what it says itself. */
export async function describeModel(
  { model, metadata }: LoadedModel,
  { labels, scale }: DescribeOptions,
  session: Session,
): Promise<LoadedModel> {
  const classNames = labels === undefined ? undefined : await readLabels(session.resolve(labels), labels);
  return {
    model,
    metadata: { ...metadata, ...(classNames && { classNames }), ...(scale && { inputScaling: scale }) },
  };
}
