import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { numberText } from "../../i18n/numberText.ts";
import { followPictures, ownLook, picturesSource } from "../../state/ownLook.ts";
import { hrefOf } from "../../state/route.ts";
import { addClass, ownClasses } from "../../state/ownPictures.ts";
import { bring } from "./bring.ts";
import { ClassBox } from "./ClassBox.tsx";
import { DropArea } from "./DropArea.tsx";
import { FoundPictures } from "./FoundPictures.tsx";
import { ownDataMessages } from "./messages.ts";
import { OpenClasses } from "./OpenClasses.tsx";
import { OwnRun } from "./OwnRun.tsx";
import { TryPicture } from "./TryPicture.tsx";
import { WrongPictures } from "./WrongPictures.tsx";

/** Classes of pictures, training on them, and what comes out. */
export function PicturesPart(): JSX.Element {
  const t = ownDataMessages.value;
  useEffect(() => {
    // Two empty classes show how it is meant.
    for (let number = ownClasses.peek().length + 1; number <= 2; number += 1) {
      addClass(t.newClass(numberText(number)));
    }
    return followPictures();
    // Named once, in the language in which the page was opened.
  }, []);
  const classes = ownClasses.value;
  const { found } = ownLook.value;
  return (
    <DropArea class="own-data" onFiles={(files) => bring(files)}>
      <div class="stack">
        <div class="classes">
          {classes.map((each) => (
            <ClassBox key={each.id} of={each} />
          ))}
        </div>
        <OpenClasses />
        <FoundPictures />
      </div>
      <OwnRun
        kind="pictures"
        ready={found !== undefined}
        data={classes}
        source={() => picturesSource(ownClasses.peek())}
        attempt={<TryPicture />}
        beside={
          <a class="button" href={hrefOf("build", { data: "own" })}>
            {t.buildOn}
          </a>
        }
        mistakes={(trained) => <WrongPictures trained={trained} />}
      />
    </DropArea>
  );
}
