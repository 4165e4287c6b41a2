import type { JSX } from "preact";
import { PixelImage } from "../../components/PixelImage.tsx";
import { numberText } from "../../i18n/numberText.ts";
import type { AlikePictures } from "../../worker/commands/explainRow.ts";
import { exploreMessages } from "./messages.ts";

/** The training pictures that the network takes for the most alike. */
export function NearestPictures({ alike, classNames }: NearestPicturesProps): JSX.Element {
  const t = exploreMessages.value;
  const { neighbours, pictures, trainRows } = alike;
  const [, ...shape] = pictures.shape;
  const size = shape.reduce((product, length) => product * length, 1);
  return (
    <section class="stack tight">
      <h3>{t.nearest}</h3>
      <p class="quiet small">{t.nearestHint(numberText(trainRows))}</p>
      <ul class="captioned nearest">
        {neighbours.map(({ row, similarity, label }, at) => {
          const name = classNames[label] ?? "";
          const alike = numberText(similarity, { maximumFractionDigits: 3 });
          return (
            <li key={row} data-similarity={similarity}>
              <PixelImage
                data={pictures.data.subarray(at * size, (at + 1) * size)}
                shape={shape}
                label={`${name}, ${alike}`}
              />
              <span class="quiet" aria-hidden="true">
                {`${name}\n${alike}`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface NearestPicturesProps {
  readonly alike: AlikePictures;
  readonly classNames: readonly string[];
}
