import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { failureText } from "../../i18n/failureText.ts";
import { numberText } from "../../i18n/numberText.ts";
import { shapeText } from "../../worker/shapeText.ts";
import { builtPictures, openOwnPictures } from "../../state/builtPictures.ts";
import { hrefOf } from "../../state/route.ts";
import { buildMessages } from "./messages.ts";

/** What is known of the pictures of one's own, and where there are more. */
export function PicturesState(): JSX.Element {
  const t = buildMessages.value;
  const { status, shape, failure } = builtPictures.value;
  useEffect(openOwnPictures, []);
  return (
    <p class="small quiet pictures-state" role="status">
      {status === "none" && t.noPicturesYet}
      {status === "looking" && t.lookingAtPictures}
      {status === "open" &&
        shape &&
        t.picturesOf(numberText(shape.classNames.length), shapeText(shape.inputShape))}
      {failure && failureText(failure)} <a href={hrefOf("own")}>{t.toOwnData}</a>
    </p>
  );
}
