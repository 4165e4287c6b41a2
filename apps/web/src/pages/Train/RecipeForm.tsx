import type { JSX } from "preact";
import { optimizerNames, optimizerOptionNames } from "@minibatch/recipes/optimizers";
import { datasetTitleText } from "../../i18n/datasetTitleText.ts";
import { architectureText, recipeTitleText } from "../../i18n/recipeText.ts";
import { NumberField } from "../../components/NumberField.tsx";
import { type Choice, SelectField } from "../../components/SelectField.tsx";
import { numberText } from "../../i18n/numberText.ts";
import { datasetList } from "../../state/datasetList.ts";
import { recipeCards } from "../../state/recipeCards.ts";
import { hrefOf, route, setParameters } from "../../state/route.ts";
import type { RecipeCard } from "../../worker/commands/listRecipes.ts";
import { trainMessages } from "./messages.ts";
import { publishedText } from "./publishedText.ts";
import { firstRecipe, optimizerSettings } from "./trainSettings.ts";

/** The settings that a run can have; what is changed stands in the address. */
const settingNames = [
  "epochs",
  "batchSize",
  "learningRate",
  "optimizer",
  ...optimizerSettings,
  "limit",
  "seed",
];

/** Which recipe, and what is changed about it. */
export function RecipeForm({ card }: { readonly card: RecipeCard | undefined }): JSX.Element {
  const t = trainMessages.value;
  const { parameters } = route.value;
  const changed = settingNames.some((name) => name in parameters);
  const isMissing = (dataset: string | undefined): boolean =>
    datasetList.value.some(({ name, available }) => name === dataset && available === "no");
  const choose = (recipe: string): void =>
    setParameters({
      ...Object.fromEntries(settingNames.map((name) => [name, undefined])),
      recipe: recipe === firstRecipe ? undefined : recipe,
    });
  const usual = card?.schedule.optimizer ?? "adam";
  const optimizer = optimizerNames.find((name) => name === parameters["optimizer"]) ?? usual;
  const options = optimizerSettings.filter((name) => optimizerOptionNames[optimizer].includes(name));
  const field = (
    name: string,
    value: number | undefined,
  ): { value: string; onInput: (text: string) => void } => ({
    value: parameters[name] ?? (value === undefined ? "" : String(value)),
    onInput: (text) => setParameters({ [name]: text === "" || text === String(value) ? undefined : text }),
  });
  return (
    <fieldset class="stack tight">
      <legend class="hidden">{t.experiment}</legend>
      <SelectField
        label={t.recipe}
        value={card?.name ?? firstRecipe}
        choices={[
          ...choicesOf(t.runHere, ({ dataset }) => !isMissing(dataset.name)),
          ...choicesOf(t.needDataFirst, ({ dataset }) => isMissing(dataset.name)),
        ]}
        hint={
          card && (
            <>
              {t.recipeLine(architectureText(card.architecture), numberText(card.parameters))}{" "}
              {publishedText(card.published)}
            </>
          )
        }
        onChange={choose}
      />
      {isMissing(card?.dataset.name) && (
        <p role="status" class="small">
          <strong>{t.needsData(card ? datasetTitleText(card.dataset) : "")}.</strong> {t.needsDataHint}{" "}
          <a href={hrefOf("data", { dataset: card?.dataset.name ?? "" })}>{t.getData}</a>
        </p>
      )}
      <div class="pair">
        <NumberField label={t.epochs} term="epoch" min={1} {...field("epochs", card?.schedule.epochs)} />
        <NumberField
          label={t.batchSize}
          term="batch"
          min={1}
          {...field("batchSize", card?.schedule.batchSize)}
        />
        <NumberField
          label={t.learningRate}
          term="learning-rate"
          step="any"
          {...field("learningRate", card?.schedule.learningRate)}
        />
        <SelectField
          label={t.optimizer}
          term="optimizer"
          value={optimizer}
          choices={optimizerNames.map((name) => ({ value: name, text: name }))}
          onChange={(chosen) =>
            // What another one takes is refused of this one.
            setParameters({
              ...Object.fromEntries(optimizerSettings.map((name) => [name, undefined])),
              optimizer: chosen === card?.schedule.optimizer ? undefined : chosen,
            })
          }
        />
      </div>
      <details open={["limit", "seed", ...optimizerSettings].some((name) => name in parameters)}>
        <summary>{t.more}</summary>
        <div class="pair">
          {options.map((name) => (
            <NumberField
              key={name}
              label={t[name]}
              step="any"
              min={0}
              placeholder={t.optimizersOwn}
              {...field(name, optimizer === usual ? card?.schedule.optimizerOptions?.[name] : undefined)}
            />
          ))}
          <NumberField label={t.limit} min={1} placeholder={t.all} {...field("limit", undefined)} />
          <NumberField label={t.seed} term="seed" {...field("seed", 1)} />
        </div>
      </details>
      {changed && (
        <button type="button" class="link small" onClick={() => choose(card?.name ?? firstRecipe)}>
          {t.reset}
        </button>
      )}
    </fieldset>
  );
}

function choicesOf(group: string, belongs: (card: RecipeCard) => boolean): Choice[] {
  return recipeCards.value
    .filter(belongs)
    .map((card) => ({ value: card.name, text: recipeTitleText(card), group }));
}
