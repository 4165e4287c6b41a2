import type { JSX } from "preact";
import { chooseLanguage, language, languageNames, type Language } from "../i18n/language.ts";
import { hrefOf } from "../state/route.ts";
import { chooseTheme, type Theme, theme, themes } from "../state/theme.ts";
import { appMessages } from "../i18n/appMessages.ts";
import type { PageEntry } from "../pages/pages.ts";
import { RunProgress } from "./RunProgress.tsx";

/** Name, pages, language and theme. */
export function Header({ pages, current }: HeaderProps): JSX.Element {
  const t = appMessages.value;
  return (
    <header class="header">
      <a class="brand" href={hrefOf("")} aria-label={t.home}>
        minibatch
      </a>
      <nav aria-label={t.pages}>
        {pages
          .filter(({ within }) => within === undefined)
          .map(({ id }) => (
            <a
              key={id}
              href={hrefOf(id)}
              aria-current={id === current?.id ? "page" : id === current?.within ? "true" : undefined}
            >
              {t[id]}
            </a>
          ))}
      </nav>
      <RunProgress />
      <div class="preferences">
        <select
          aria-label={t.language}
          value={language.value}
          onChange={({ currentTarget }) => chooseLanguage(currentTarget.value as Language)}
        >
          {Object.entries(languageNames).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <select
          aria-label={t.theme}
          value={theme.value}
          onChange={({ currentTarget }) => chooseTheme(currentTarget.value as Theme)}
        >
          {themes.map((id) => (
            <option key={id} value={id}>
              {t[id]}
            </option>
          ))}
        </select>
      </div>
    </header>
  );
}

interface HeaderProps {
  readonly pages: readonly PageEntry[];
  readonly current: PageEntry | undefined;
}
