import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { findTerms } from "../../../../scripts/docs/findTerms.mjs";
import { language } from "../i18n/language.ts";
import { glossary, loadGlossary } from "./glossary.ts";
import { Term } from "./Term.tsx";

const finder = computed(() =>
  typeof glossary.value === "string" ? undefined : findTerms(glossary.value, language.value),
);

/** A text whose words of the glossary say what they mean, each where the text first has it; a plain one until the glossary has come. */
export function MarkedText({ text }: { readonly text: string }): JSX.Element {
  useEffect(loadGlossary, []);
  const seen = new Set<string>();
  const parts: (string | JSX.Element)[] = [];
  let end = 0;
  for (const { id, index, word } of finder.value?.(text) ?? []) {
    if (seen.has(id)) continue;
    seen.add(id);
    parts.push(
      text.slice(end, index),
      <Term key={id} id={id}>
        {word}
      </Term>,
    );
    end = index + word.length;
  }
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}
