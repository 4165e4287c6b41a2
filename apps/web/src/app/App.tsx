import { useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { UnknownNames } from "../components/UnknownNames.tsx";
import { language, languageNames, languageTags } from "../i18n/language.ts";
import { HomePage } from "../pages/Home/HomePage.tsx";
import { hiddenParts, isPresenting } from "../state/presentation.ts";
import { route } from "../state/route.ts";
import { theme, themes } from "../state/theme.ts";
import { Header } from "./Header.tsx";
import { LazyPage } from "../components/LazyPage.tsx";
import { appMessages } from "../i18n/appMessages.ts";
import { NoPage } from "./NoPage.tsx";
import { Notices } from "./Notices.tsx";
import { pageOf, pages } from "../pages/pages.ts";
import { RunEnd } from "./RunEnd.tsx";
import { UndoNotice } from "./UndoNotice.tsx";

/** The app: header, navigation, and the page that the address names. */
export function App(): JSX.Element {
  const path = route.value.page;
  const page = pageOf(path);
  const t = appMessages.value;
  const main = useRef<HTMLElement>(null);
  const opened = useRef(path);

  useSignalEffect(() => {
    document.documentElement.lang = languageTags[language.value];
    const { dataset } = document.documentElement;
    dataset["theme"] = theme.value;
    dataset["hide"] = hiddenParts.value.join(" ");
    if (isPresenting.value) dataset["present"] = "";
    else delete dataset["present"];
  });
  useEffect(() => {
    const title = page ? t[page.id] : t.noPage;
    document.title = path === "" ? "minibatch" : `${title} · minibatch`;
  }, [path, page, t]);
  useEffect(() => {
    // A screen reader goes on reading at the new page, not at the link that led there.
    if (opened.current !== path) main.current?.focus();
    opened.current = path;
  }, [path]);

  return (
    <>
      <a class="skip" href="#main" onClick={(event) => skipTo(event, main.current)}>
        {t.skip}
      </a>
      <Header pages={pages} current={page} />
      <main ref={main} id="main" tabIndex={-1}>
        <UnknownNames
          parameters={[
            { name: "lang", label: t.language, names: Object.keys(languageNames) },
            { name: "theme", label: t.theme, names: themes },
          ]}
        />
        <Notices />
        {path === "" && <HomePage />}
        {page && <LazyPage key={page.id} load={page.load} />}
        {path !== "" && !page && <NoPage />}
      </main>
      <RunEnd />
      <UndoNotice />
    </>
  );
}

/** The hash of the address names the page, so that a link into the page must not change it. */
function skipTo(event: Event, main: HTMLElement | null): void {
  event.preventDefault();
  main?.focus();
}
