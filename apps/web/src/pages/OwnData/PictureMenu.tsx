import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import {
  movePicture,
  ownClasses,
  type OwnClass,
  type OwnPicture,
  removePicture,
} from "../../state/ownPictures.ts";
import { ownDataMessages } from "./messages.ts";

/** A picture at its size, and what can be done with it. */
export function PictureMenu({ picture, of, onGone, onClose }: PictureMenuProps): JSX.Element {
  const t = ownDataMessages.value;
  const menu = useRef<HTMLDivElement>(null);
  // It stands below all pictures of the class, which may be more than a screen holds.
  const show = (): void => menu.current?.scrollIntoView({ block: "nearest" });
  useEffect(show, [picture.id]);
  const others = ownClasses.value.filter(({ id }) => id !== of.id);
  const gone = (act: () => void) => (): void => {
    onGone();
    act();
  };
  return (
    <div ref={menu} class="picture-menu stack tight">
      <img src={picture.url} alt={picture.name} onLoad={show} />
      <p class="small">{picture.name}</p>
      <div class="row">
        {others.map(({ id, name }) => (
          <button key={id} type="button" onClick={gone(() => movePicture(picture, id))}>
            {`${t.moveTo} ${name}`}
          </button>
        ))}
        <button type="button" onClick={gone(() => removePicture(picture))}>
          {t.takeOut}
        </button>
        <button type="button" onClick={onClose}>
          {t.close}
        </button>
      </div>
    </div>
  );
}

interface PictureMenuProps {
  readonly picture: OwnPicture;
  /** Where it is. */
  readonly of: OwnClass;
  /** Told that the picture is about to leave its class. */
  readonly onGone: () => void;
  readonly onClose: () => void;
}
