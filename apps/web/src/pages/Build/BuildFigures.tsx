import type { JSX } from "preact";
import { Figures } from "../../components/Figures.tsx";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { building } from "../../state/building.ts";
import { buildMessages } from "./messages.ts";

/** How well it does. */
export function BuildFigures(): JSX.Element {
  const t = buildMessages.value;
  const { batch, history } = building.value ?? {};
  const { loss, accuracy } = batch?.logs ?? {};
  const share = (value: number | undefined): string => (value === undefined ? t.unknown : percentText(value));
  return (
    <Figures
      figures={[
        {
          name: t.loss,
          term: "loss",
          value: loss === undefined ? t.unknown : numberText(loss, { maximumSignificantDigits: 3 }),
        },
        { name: t.trainAccuracy, value: share(accuracy) },
        { name: t.testAccuracy, value: share(history?.valAccuracy?.at(-1)) },
      ]}
    />
  );
}
