import type { JSX } from "preact";
import { appMessages } from "../i18n/appMessages.ts";

/** What an address shows that names no page. */
export function NoPage(): JSX.Element {
  const t = appMessages.value;
  return (
    <>
      <h1>{t.noPage}</h1>
      <p>{t.noPageHint}</p>
    </>
  );
}
