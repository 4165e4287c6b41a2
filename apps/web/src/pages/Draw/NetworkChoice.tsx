import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { SelectField } from "../../components/SelectField.tsx";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { shapeText } from "../../worker/shapeText.ts";
import { bundledModel } from "../../state/modelReference.ts";
import { openRecognizer, recognizingModel } from "../../state/recognition.ts";
import { keptName } from "../../state/keptNames.ts";
import { loadModelList, modelList } from "../../state/modelList.ts";
import { loadRunList } from "../../state/runList.ts";
import { setParameters } from "../../state/route.ts";
import { tellsImagesApart } from "../../worker/tellsImagesApart.ts";
import type { StoredModel } from "../../storage/models.ts";
import { chosenModel } from "./chosenModel.ts";
import { drawMessages } from "./messages.ts";

/** The shape of what is drawn. */
const digit = [28, 28, 1];

/** Which network reads: the one that comes with the app, or one that was trained here. */
export function NetworkChoice(): JSX.Element {
  const t = drawMessages.value;
  const id = chosenModel();
  useEffect(() => {
    void loadModelList();
    // Runs without a model count where names are numbered.
    void loadRunList();
  }, []);
  useEffect(() => void openRecognizer(id), [id]);
  const model = recognizingModel.value;
  const choices = [
    { value: bundledModel, text: t.bundled },
    ...modelList.value.filter(mayReadDigits).map((kept) => {
      const { id, accuracy, shape } = kept;
      const name = keptName(kept);
      const disabled = shape !== undefined && !tellsImagesApart(shape, digit);
      const text = accuracy === undefined ? name : t.ownModel(name, percentText(accuracy));
      return {
        value: id,
        text: disabled ? t.misfit(name, shapeText(shape.input), shapeText(shape.output)) : text,
        disabled,
      };
    }),
  ];
  const opened = model !== "opening" && !(model instanceof Error) ? model : undefined;
  const test = opened?.metadata.provenance?.["test"] as { readonly accuracy?: number } | undefined;
  return (
    <SelectField
      label={t.network}
      hint={
        opened && id === bundledModel && test?.accuracy !== undefined
          ? t.bundledCard(percentText(test.accuracy, 2), numberText(opened.parameters))
          : opened && !opened.metadata.inputScaling
            ? t.assumedPixels
            : undefined
      }
      value={id}
      choices={choices}
      onChange={(id) => setParameters({ model: id === bundledModel ? undefined : id })}
    />
  );
}

/**
 * MNIST's digits or those drawn like them; other images of this size are no digits. A model from elsewhere, which says nothing of its
 * dataset, may read them; where its shapes do not fit, its line says so.
 */
function mayReadDigits({ metadata, shape }: StoredModel): boolean {
  if (metadata.preparation) return false;
  if (metadata.dataset === undefined) return shape !== undefined;
  return metadata.dataset === "mnist" || metadata.dataset === "synthetic-digits";
}
