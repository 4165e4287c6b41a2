import "./ownData.css";
import type { JSX } from "preact";
import { appMessages } from "../../i18n/appMessages.ts";
import { hrefOf, route } from "../../state/route.ts";
import { ownDataMessages } from "./messages.ts";
import { PicturesPart } from "./PicturesPart.tsx";
import { TablePart } from "./TablePart.tsx";

/** Teach a network something of one's own. */
export function OwnDataPage(): JSX.Element {
  const t = ownDataMessages.value;
  const isTable = route.value.parameters["kind"] === "table";
  const kinds = [
    { href: hrefOf("own"), text: t.pictures, chosen: !isTable },
    { href: hrefOf("own", { kind: "table" }), text: t.table, chosen: isTable },
  ];
  return (
    <>
      <div class="intro">
        <h1>{appMessages.value.own}</h1>
        <p class="quiet">{t.intro}</p>
        <nav class="row kinds" aria-label={t.kind}>
          {kinds.map(({ href, text, chosen }) => (
            <a key={href} class="button" href={href} aria-current={chosen ? "true" : undefined}>
              {text}
            </a>
          ))}
        </nav>
      </div>
      {isTable ? <TablePart /> : <PicturesPart />}
    </>
  );
}
