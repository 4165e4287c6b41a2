import type { JSX } from "preact";
import { percentText } from "../../i18n/numberText.ts";
import {
  movePicture,
  type OwnClass,
  ownClasses,
  type OwnPicture,
  picturePath,
} from "../../state/ownPictures.ts";
import { hrefOf } from "../../state/route.ts";
import type { TrainedOwn } from "../../worker/commands/trainOwn.ts";
import { ownDataMessages } from "./messages.ts";

/** The pictures that the network got wrong, the surest first; one that lies in the wrong class can be moved. */
export function WrongPictures({ trained }: { readonly trained: TrainedOwn }): JSX.Element {
  const t = ownDataMessages.value;
  const { tested, classNames, run } = trained;
  const places = new Map<string, { readonly of: OwnClass; readonly picture: OwnPicture }>();
  for (const of of ownClasses.value) {
    for (const picture of of.pictures) places.set(picturePath(of, picture), { of, picture });
  }
  const wrong = tested
    .map((sample, row) => ({ ...sample, row }))
    .filter(({ actual, predicted }) => actual !== predicted)
    .sort((one, other) => (other.probability ?? 0) - (one.probability ?? 0));
  return (
    <div class="stack tight">
      <h2>{t.wrong}</h2>
      {wrong.length === 0 && <p class="quiet">{t.allRight}</p>}
      <ul class="wrong-pictures">
        {wrong.map(({ row, name, actual, predicted, probability = 0 }) => {
          const place = places.get(name);
          const taken = classNames[predicted] ?? "";
          const to = ownClasses.value.find((each) => each.name === taken);
          const caption = t.takenFor(classNames[actual] ?? "", taken, percentText(probability, 0));
          return (
            <li key={name}>
              {place && <img src={place.picture.url} alt={`${name}: ${caption}`} />}
              <span class="small">{caption}</span>
              {place && to && (
                <button type="button" class="link small" onClick={() => movePicture(place.picture, to.id)}>
                  {`${t.moveTo} ${taken}`}
                </button>
              )}
              <a
                class="small"
                href={hrefOf("explore", { run: run.id, row: String(row) })}
                aria-label={`${t.why} ${caption}`}
              >
                {t.why}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
