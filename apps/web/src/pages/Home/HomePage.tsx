import "./home.css";
import type { JSX } from "preact";
import { appMessages } from "../../i18n/appMessages.ts";
import { type PageEntry, pages } from "../pages.ts";
import { loadRecipeCards } from "../../state/recipeCards.ts";
import { goTo, hrefOf } from "../../state/route.ts";
import { startTraining } from "../../state/training.ts";
import { newRun } from "../Train/newRun.ts";
import { firstRun } from "../Train/trainSettings.ts";
import { LiveRow } from "./LiveRow.tsx";
import { homeMessages } from "./messages.ts";
import { ReadDigit } from "./ReadDigit.tsx";

/** The first view: a network that reads a digit, and the way to train one. */
export function HomePage(): JSX.Element {
  const t = homeMessages.value;
  // One comes to a run's inside from the run.
  const about: Partial<Record<PageEntry["id"], string>> = {
    data: t.data,
    own: t.own,
    build: t.build,
    train: t.trainPage,
    runs: t.runs,
    evaluate: t.evaluate,
    draw: t.drawPage,
    regression: t.regression,
    course: t.course,
    glossary: t.glossary,
  };
  const train = (): void => {
    void startTraining(newRun(firstRun, {}), "auto");
    goTo("train");
  };
  // Who is about to press the button waits for less: the worker gets ready meanwhile.
  const getReady = (): void => void loadRecipeCards();
  return (
    <div class="home">
      <div class="hero">
        <div class="stack">
          <h1>{t.title}</h1>
          <p class="lead">{t.intro}</p>
          <div class="row">
            <button
              type="button"
              class="primary"
              onPointerEnter={getReady}
              onFocus={getReady}
              onClick={train}
            >
              {t.train}
            </button>
            <a class="button" href={hrefOf("own")}>
              {t.teach}
            </a>
          </div>
        </div>
        <ReadDigit />
      </div>
      <LiveRow />
      <dl class="contents">
        {pages
          .filter(({ id }) => about[id])
          .map(({ id }) => (
            <div key={id}>
              <dt>
                <a href={hrefOf(id)}>{appMessages.value[id]}</a>
              </dt>
              <dd class="quiet">{about[id]}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
