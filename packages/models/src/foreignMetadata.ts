import type { ModelMetadata } from "./ModelMetadata.ts";

/** The file in which others keep what they know of a model: Teachable Machine does. */
export const foreignMetadataFile = "metadata.json";

/** Teachable Machine's own library divides bytes by 127 and takes 1 away: from -1 to a bit above 1. */
const teachableMachineScaling = { scale: 1 / 127, offset: -1 };

/**
 * Reads what a `metadata.json` says that was not written by us: the `labels` of Teachable Machine, whose models of images (they have an
 * `imageSize`) take pixels from -1 to 1, or our own names for it, written by hand.
 *
 * @returns nothing of what it does not understand: the file may be about something else
 */
export function foreignMetadata(bytes: Uint8Array): ModelMetadata {
  const found = parse(bytes);
  const classNames = [found["classNames"], found["labels"]].find(isNames);
  const featureNames = [found["featureNames"]].find(isNames);
  const ownScaling = found["inputScaling"];
  const inputScaling = isScaling(ownScaling)
    ? ownScaling
    : typeof found["imageSize"] === "number" && "tmVersion" in found
      ? teachableMachineScaling
      : undefined;
  const dataset = found["dataset"];
  return {
    ...(classNames && { classNames }),
    ...(featureNames && { featureNames }),
    ...(inputScaling && { inputScaling }),
    ...(typeof dataset === "string" && { dataset }),
  };
}

function parse(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === "string");
}

function isScaling(value: unknown): value is NonNullable<ModelMetadata["inputScaling"]> {
  const { scale, offset } = (value ?? {}) as Record<string, unknown>;
  return [scale, offset].every((part) => [part].flat().every((number) => Number.isFinite(number)));
}
