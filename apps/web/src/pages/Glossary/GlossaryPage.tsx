import "./glossaryPage.css";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { appMessages } from "../../i18n/appMessages.ts";
import { glossary, loadGlossary } from "../../glossary/glossary.ts";
import { glossaryMessages } from "../../glossary/messages.ts";
import { language } from "../../i18n/language.ts";
import { route } from "../../state/route.ts";

/** All terms, in the order in which the course brings them in; `show` in the address names one to begin at. */
export function GlossaryPage(): JSX.Element {
  const list = useRef<HTMLDListElement>(null);
  const { show } = route.value.parameters;
  const entries = glossary.value;
  const t = glossaryMessages.value;
  useEffect(loadGlossary, []);
  useEffect(() => {
    const shown = list.current?.querySelector<HTMLElement>('[aria-current="true"]');
    shown?.focus({ preventScroll: true });
    shown?.scrollIntoView({ block: "center" });
  }, [show, entries]);
  return (
    <>
      <div class="intro">
        <h1>{appMessages.value.glossary}</h1>
        <p class="quiet">{t.intro}</p>
      </div>
      {entries === "none" && <p class="quiet">{appMessages.value.loading}</p>}
      {entries === "failed" && <p role="alert">{t.loadFailed}</p>}
      {typeof entries !== "string" && (
        <dl ref={list} class="glossary">
          {entries.map((entry) => {
            const { term, text } = entry[language.value];
            return (
              <div key={entry.id} tabIndex={-1} aria-current={entry.id === show ? "true" : undefined}>
                <dt>
                  {term}
                  {language.value !== "en" && entry.en.term !== term && (
                    <span class="quiet" lang="en">
                      {entry.en.term}
                    </span>
                  )}
                </dt>
                <dd>{text}</dd>
              </div>
            );
          })}
        </dl>
      )}
    </>
  );
}
