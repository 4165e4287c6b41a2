import type { RunSamples, SampleRecord } from "@minibatch/recipes";
import type { JSX } from "preact";
import { PixelImage } from "../../components/PixelImage.tsx";
import { percentText } from "../../i18n/numberText.ts";
import { pixelBytes } from "../../storage/pixelBytes.ts";
import { evaluateMessages } from "./messages.ts";
import { ownMessages } from "./ownMessages.ts";
import { sampleName } from "./sampleName.ts";

/** What the network was surest of and wrong about, by the names of files or rows: pictures where there are any, else a table. */
export function KeptMistakes({ samples }: { readonly samples: RunSamples }): JSX.Element {
  const t = evaluateMessages.value;
  const { mistakes, shape } = samples;
  const arePictures = mistakes.some(({ pixels }) => pixels !== undefined);
  return (
    <section class="stack tight">
      <h2>{t.worst}</h2>
      <p class="quiet">{mistakes.length > 0 ? t.worstHint : t.noMistakes}</p>
      {arePictures ? (
        <MistakePictures mistakes={mistakes} shape={shape} />
      ) : (
        mistakes.length > 0 && <MistakeTable mistakes={mistakes} />
      )}
    </section>
  );
}

interface MistakesProps {
  readonly mistakes: readonly SampleRecord[];
}

function MistakePictures({ mistakes, shape }: MistakesProps & Pick<RunSamples, "shape">): JSX.Element {
  const t = evaluateMessages.value;
  return (
    <ul class="captioned named">
      {mistakes.map((mistake) => {
        const { index, actual, predicted, probability, pixels = "" } = mistake;
        const name = sampleName(mistake);
        const sure = percentText(probability, 0);
        return (
          <li key={index}>
            <PixelImage
              data={pixelBytes(pixels)}
              shape={shape}
              label={`${name}: ${t.mistake(actual, predicted, sure)}`}
            />
            <span class="quiet" aria-hidden="true">
              {`${actual} → ${predicted}\n${sure}\n${name}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function MistakeTable({ mistakes }: MistakesProps): JSX.Element {
  const t = ownMessages.value;
  return (
    <div class="scrolling">
      <table>
        <thead>
          <tr>
            {[t.sample, t.is, t.takenFor].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col" class="number">
              {t.sure}
            </th>
          </tr>
        </thead>
        <tbody>
          {mistakes.map((mistake) => (
            <tr key={mistake.index}>
              <th scope="row">{sampleName(mistake)}</th>
              <td>{mistake.actual}</td>
              <td>{mistake.predicted}</td>
              <td class="number">{percentText(mistake.probability)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
