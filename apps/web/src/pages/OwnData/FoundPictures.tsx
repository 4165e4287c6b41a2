import type { JSX } from "preact";
import { failureText } from "../../i18n/failureText.ts";
import { numberText } from "../../i18n/numberText.ts";
import { ownLook } from "../../state/ownLook.ts";
import { ownClasses } from "../../state/ownPictures.ts";
import { ownReasons } from "../Evaluate/ownReasons.ts";
import { ownDataMessages } from "./messages.ts";

/** A class of less than this share of the largest is called small. */
const smallShare = 0.5;
/** With fewer pictures of a class, its part of the test set is a handful. */
const enough = 20;
/** So many files that are left out are named. */
const named = 20;

/** What is in the pictures: how they are split, and what is wrong. */
export function FoundPictures(): JSX.Element {
  const t = ownDataMessages.value;
  const { found, failure } = ownLook.value;
  const filled = ownClasses.value.filter(({ pictures }) => pictures.length > 0);
  if (failure) {
    return (
      <p role="alert" class="failure">
        {failureText(failure)}
      </p>
    );
  }
  if (!found)
    return (
      <p class="quiet" role="status">
        {filled.length < 2 ? t.twoClasses : t.looking}
      </p>
    );
  const { counts, leftOut } = found;
  const sum = (part: "train" | "validation" | "test"): string =>
    numberText(counts.reduce((total, count) => total + count[part], 0));
  const totals = counts.map(({ className, train, validation, test }) => ({
    className,
    total: train + validation + test,
  }));
  const largest = Math.max(...totals.map(({ total }) => total));
  const { reason } = ownReasons.value;
  return (
    <div class="stack tight">
      <p role="status">{t.found(sum("train"), sum("validation"), sum("test"))}</p>
      {totals
        .filter(({ total }) => total < smallShare * largest)
        .map(({ className }) => (
          <p key={className}>{t.small(className)}</p>
        ))}
      {Math.min(...totals.map(({ total }) => total)) < enough && <p class="quiet">{t.few}</p>}
      {leftOut.length > 0 && (
        <details>
          <summary>{t.leftOut(numberText(leftOut.length))}</summary>
          <ul class="plain small">
            {leftOut.slice(0, named).map((each) => (
              <li key={each.file}>
                <strong>{each.file}</strong> {reason(each.reason, each.message)}
              </li>
            ))}
            {leftOut.length > named && <li>{t.more(numberText(leftOut.length - named))}</li>}
          </ul>
        </details>
      )}
    </div>
  );
}
