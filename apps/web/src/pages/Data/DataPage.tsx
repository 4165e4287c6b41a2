import type { JSX } from "preact";
import { appMessages } from "../../app/messages.ts";

/** Looks at the datasets. */
export function DataPage(): JSX.Element {
  return <h1>{appMessages.value.data}</h1>;
}
