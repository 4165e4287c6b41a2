import { type ReadonlySignal, signal } from "@preact/signals";
import type { Language } from "../i18n/language.ts";

/** A term in a language. */
export interface TermText {
  readonly term: string;
  /** How it is written otherwise, such as its plural. */
  readonly forms: readonly string[];
  /** What it means, in one or two sentences. */
  readonly text: string;
}

/** A term of the glossary. */
export interface GlossaryEntry extends Readonly<Record<Language, TermText>> {
  readonly id: string;
  /** The number of the guide that brings it in. */
  readonly guide: number;
}

const entries = signal<readonly GlossaryEntry[] | "none" | "failed">("none");

/** All terms: `none` before they are asked for, `failed` where they could not be loaded. */
export const glossary: ReadonlySignal<readonly GlossaryEntry[] | "none" | "failed"> = entries;

let loading: Promise<void> | undefined;

/** Loads the terms, once; after a failure anew. */
export function loadGlossary(): void {
  loading ??= import("../../../../docs/glossary.json", { with: { type: "json" } }).then(
    ({ default: loaded }) => void (entries.value = loaded),
    () => {
      entries.value = "failed";
      loading = undefined;
    },
  );
}
