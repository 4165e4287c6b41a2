import { type JSX, render } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Term } from "../../glossary/Term.tsx";
import { goTo } from "../../state/route.ts";

/** Text of a lesson, as HTML: its words of the glossary say what they mean. */
export function LessonProse({ html }: { readonly html: string }): JSX.Element {
  const prose = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const words = [...(prose.current?.querySelectorAll<HTMLElement>("[data-term]") ?? [])];
    for (const word of words) {
      const { textContent, dataset } = word;
      word.replaceChildren();
      render(<Term id={dataset["term"] ?? ""}>{textContent}</Term>, word);
    }
    return () => {
      for (const word of words) render(null, word);
    };
  }, [html]);
  // Made from the guide when the app is built, so that there is nothing of others in it.
  return <div ref={prose} class="prose" onClick={followLink} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Language and theme of the address go along to another lesson, as with the links that the app makes itself. */
function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : undefined;
  const hash = link?.getAttribute("href") ?? "";
  // A link that the app made, such as that of a term's card, has them.
  const isGuides = hash.startsWith("#/") && !link?.closest("[data-term]");
  if (!isGuides || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  goTo(hash.slice(2), {});
}
