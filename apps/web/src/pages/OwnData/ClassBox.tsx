import { useSignal } from "@preact/signals";
import type { JSX, TargetedDragEvent } from "preact";
import { useRef } from "preact/hooks";
import { FileButton } from "../../components/FileButton.tsx";
import { useOneTabStop } from "../../components/useOneTabStop.ts";
import { numberText } from "../../i18n/numberText.ts";
import { droppedFiles } from "../../state/droppedFiles.ts";
import { ownLook } from "../../state/ownLook.ts";
import {
  addPictures,
  type OwnClass,
  picturePath,
  removeClass,
  renameClass,
} from "../../state/ownPictures.ts";
import { ownReasons } from "../Evaluate/ownReasons.ts";
import { Camera } from "./Camera.tsx";
import { ownDataMessages } from "./messages.ts";
import { PictureMenu } from "./PictureMenu.tsx";
import { bring } from "./bring.ts";
import { useCameraSwitch } from "./useCameraSwitch.ts";

/** So many pictures of a class are shown; more are only counted. */
const most = 60;

/** A class: its name, its pictures, and the ways to bring more. */
export function ClassBox({ of }: { readonly of: OwnClass }): JSX.Element {
  const t = ownDataMessages.value;
  const { id, name, pictures } = of;
  const isOver = useSignal(false);
  const chosen = useSignal<number | undefined>(undefined);
  // Pictures that are dropped or looked through meanwhile draw the box anew, and would put the old name back.
  const typed = useSignal<string | undefined>(undefined);
  const camera = useCameraSwitch();
  const reasons = new Map(ownLook.value.found?.leftOut.map((each) => [each.file, each]));
  const drop = (event: TargetedDragEvent<HTMLElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    isOver.value = false;
    void droppedFiles(event.dataTransfer).then((files) => bring(files, id));
  };
  const sheet = useOneTabStop<HTMLUListElement>();
  const box = useRef<HTMLElement>(null);
  /** The menu goes with its picture: the keyboard goes on at the picture that is in its place then. */
  const goOn = (): void => {
    const at = pictures.findIndex((picture) => picture.id === chosen.peek());
    requestAnimationFrame(() => {
      const thumbs = [...(sheet.ref.current?.querySelectorAll("button") ?? [])];
      (thumbs[Math.min(Math.max(0, at), thumbs.length - 1)] ?? box.current?.querySelector("input"))?.focus();
    });
  };
  const menu = pictures.find((picture) => picture.id === chosen.value);
  return (
    <section
      ref={box}
      class={isOver.value ? "class-box over" : "class-box"}
      aria-label={t.class(name, pictures.length)}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={drop}
    >
      <div class="row">
        <input
          aria-label={t.name}
          value={typed.value ?? name}
          onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
          onChange={({ currentTarget }) => {
            typed.value = undefined;
            renameClass(id, currentTarget.value);
          }}
        />
        <span class="quiet">{numberText(pictures.length)}</span>
        <button
          type="button"
          class="plain"
          aria-label={t.removeClass(name)}
          onClick={() => {
            removeClass(id);
            // The box is gone with its button.
            requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-add-class]")?.focus());
          }}
        >
          ×
        </button>
      </div>
      {pictures.length > 0 && (
        <ul {...sheet} class="sheet">
          {pictures.slice(0, most).map((picture) => {
            const leftOut = reasons.get(picturePath(of, picture));
            const label = leftOut
              ? t.unusable(picture.name, ownReasons.value.reason(leftOut.reason, leftOut.message))
              : t.showPicture(picture.name);
            return (
              <li key={picture.id}>
                <button
                  type="button"
                  class={leftOut ? "thumb left-out" : "thumb"}
                  title={label}
                  aria-label={label}
                  aria-expanded={picture.id === chosen.value}
                  onClick={() => (chosen.value = picture.id === chosen.value ? undefined : picture.id)}
                >
                  <img
                    src={picture.url}
                    alt=""
                    loading="lazy"
                    decoding="async"
                    // What is no picture is an empty place, without the browser's sign of a page that is broken.
                    onError={({ currentTarget }) => (currentTarget.hidden = true)}
                  />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {pictures.length > most && <p class="quiet small">{t.more(numberText(pictures.length - most))}</p>}
      {menu && (
        <PictureMenu
          picture={menu}
          of={of}
          onGone={goOn}
          onClose={() => {
            goOn();
            chosen.value = undefined;
          }}
        />
      )}
      {camera.isOpen ? (
        <Camera onPicture={(file) => addPictures(id, [file])} onClose={camera.close} />
      ) : (
        <div class="row">
          <FileButton label={t.addPictures} accept="image/*" multiple onFiles={(files) => bring(files, id)} />
          <button ref={camera.button} type="button" onClick={camera.open}>
            {t.camera}
          </button>
          <span class="quiet small to-drop">{t.dropHere}</span>
        </div>
      )}
    </section>
  );
}
