import { openStored } from "../../engine/openStored.ts";
import type { PageInput } from "../../prepare/PageInput.ts";
import type { PageModel, PageTest } from "../PageModel.ts";
import { checkItself } from "./checkItself.ts";
import { element } from "./element.ts";
import { showAnswer } from "./showAnswer.ts";
import { filled, words } from "./words.ts";

/** What a way to feed the model gets: how to ask, and how to say that there is nothing to ask. */
export interface Asker<Input extends PageInput> {
  readonly input: Input;
  /** Shows what the model makes of a raw input. */
  readonly ask: (input: ArrayLike<number>) => void;
  /** Shows a text in place of an answer. */
  readonly say: (text: string) => void;
}

/** The elements that a person feeds a model by. */
export interface Feed {
  readonly first: HTMLElement;
  /** What stands below the answer, so that a phone shows it beside what it is about. */
  readonly more?: HTMLElement;
}

/**
 * Fills the page: a way to feed the model, its answer, and its card.
 *
 * @param feed makes the elements that a person feeds the model by
 */
export function startPage<Input extends PageInput>(feed: (asker: Asker<Input>) => Feed): void {
  const model = JSON.parse(document.getElementById("model")?.textContent ?? "") as PageModel;
  const run = openStored(model.stored);
  const answer = element("div", { class: "answer" });
  const spoken = element("p", { class: "spoken", role: "status" });
  // While one draws and from a camera there are many answers a second: read out is only what is another one.
  const speak = (text: string): void => {
    if (spoken.textContent !== text) spoken.textContent = text;
  };
  const say = (text: string): void => {
    answer.replaceChildren(element("p", { class: "quiet" }, text));
    speak(text);
  };
  const ask = (input: ArrayLike<number>): void => {
    const start = performance.now();
    const output = run(input);
    const passed = performance.now() - start;
    const time = passed < 0.1 ? "< 0.1" : passed.toFixed(passed < 10 ? 1 : 0);
    const shown = showAnswer(model.answer, output);
    answer.replaceChildren(...shown, element("p", { class: "quiet time" }, filled(words.score, { time })));
    speak(shown[0]?.querySelector("strong")?.textContent ?? "");
    document.documentElement.dataset["answered"] = "true";
  };
  document.documentElement.lang = words.draw === "Draw here" ? "en" : "zh";
  document.title = model.card.title;
  say(words.nothing);
  const fed = feed({ input: model.input as Input, ask, say });
  document.body.append(
    element(
      "main",
      {},
      element("h1", {}, model.card.title),
      fed.first,
      element("h2", {}, words.answer),
      answer,
      spoken,
      ...(fed.more ? [fed.more] : []),
      card(model, run),
    ),
  );
}

function card({ card, check }: PageModel, run: ReturnType<typeof openStored>): HTMLElement {
  const good = checkItself(check, run);
  document.documentElement.dataset["check"] = good ? "good" : "bad";
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.data, card.data],
    [words.result, testText(card.test)],
    [words.date, card.date],
    [words.seed, card.seed?.toString()],
    [words.parameters, card.parameters.toLocaleString(document.documentElement.lang)],
    [words.weights, words[card.weights]],
    [words.check, good ? filled(words.checkGood, { count: check.inputs.length }) : words.checkBad],
  ];
  const known = rows.flatMap(([name, value]) =>
    value === undefined ? [] : [element("dt", {}, name), element("dd", {}, value)],
  );
  return element(
    "section",
    { class: good ? "card" : "card wrong" },
    element("h2", {}, words.about),
    element("dl", {}, ...known),
    element("p", {}, words.caution),
    element("p", { class: "quiet" }, words.local),
  );
}

function testText(test: PageTest | undefined): string | undefined {
  if (test === undefined) return undefined;
  const { samples, accuracy, mae } = test;
  const count = samples.toLocaleString(document.documentElement.lang);
  if (accuracy !== undefined)
    return filled(words.right, { share: `${(accuracy * 100).toFixed(2)} %`, count });
  return filled(words.error, { error: Number(mae?.toPrecision(4)), count });
}
