import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { backendText } from "../../i18n/backendText.ts";
import { appMessages } from "../../i18n/appMessages.ts";
import { numberText } from "../../i18n/numberText.ts";
import { backendList, type ListedBackend, measureBackends } from "../../state/backendList.ts";
import { route, setParameters } from "../../state/route.ts";
import { trainMessages } from "./messages.ts";
import { chosenBackend } from "./trainSettings.ts";

/** What computes: each backend with what it would give, or what it would take to have it; folded away unless the address names one. */
export function BackendChoice(): JSX.Element {
  const t = trainMessages.value;
  const chosen = chosenBackend(route.value.parameters);
  const choose = (name: string): void => setParameters({ backend: name === "auto" ? undefined : name });
  const [isOpen] = useState(chosen !== "auto");
  const measuring = backendList.value.some(({ speed }) => speed === "measuring");
  return (
    <>
      <details open={isOpen}>
        <summary>{t.backendIs(chosen === "auto" ? t.auto : chosen)}</summary>
        <fieldset class="stack tight">
          <legend class="hidden">{t.backend}</legend>
          <div class="backends">
            <BackendOption name="auto" text={t.auto} hint={t.autoHint} chosen={chosen} onChoose={choose} />
            {backendList.value.map((backend) => (
              <BackendOption
                key={backend.name}
                name={backend.name}
                text={backend.name}
                hint={hintOf(backend)}
                disabled={!backend.available}
                chosen={chosen}
                onChoose={choose}
              />
            ))}
          </div>
          <button
            type="button"
            class="link small"
            disabled={measuring}
            onClick={() => void measureBackends()}
          >
            {t.measure}
          </button>
        </fieldset>
      </details>
      {!globalThis.isSecureContext && <p class="quiet small">{appMessages.value.plainHttp}</p>}
    </>
  );
}

function BackendOption({ name, text, hint, disabled, chosen, onChoose }: BackendOptionProps): JSX.Element {
  return (
    <label class="backend">
      <input
        type="radio"
        name="backend"
        value={name}
        checked={chosen === name}
        disabled={disabled}
        onChange={() => onChoose(name)}
      />
      <span>
        {text} <span class="quiet small">{hint}</span>
      </span>
    </label>
  );
}

interface BackendOptionProps {
  readonly name: string;
  readonly text: string;
  readonly hint: string;
  readonly disabled?: boolean;
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

function hintOf({ available, device, reason, fix, speed }: ListedBackend): string {
  const t = trainMessages.value;
  if (!available) return [reason, fix].filter(Boolean).map(backendText).join(t.colon);
  if (speed === "measuring") return t.measuring;
  if (speed === "failed") return t.notMeasured;
  if (speed === undefined) return backendText(device);
  const text = numberText(speed.samplesPerSecond, { maximumSignificantDigits: 2 });
  return `${backendText(speed.device)}${t.comma}${t.measured(text)}`;
}
