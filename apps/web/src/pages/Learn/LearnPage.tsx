import "./learn.css";
import type { JSX } from "preact";
import { appMessages } from "../../app/messages.ts";
import { UnknownNames } from "../../components/UnknownNames.tsx";
import { hrefOf, route } from "../../state/route.ts";
import { lessons } from "./lessons.ts";
import { learnMessages } from "./messages.ts";

/** The ideas behind the networks, each as something to move. */
export function LearnPage(): JSX.Element {
  const t = learnMessages.value;
  return (
    <>
      <div class="intro">
        <h1>{appMessages.value.learn}</h1>
        <p class="quiet">{t.intro}</p>
      </div>
      <nav class="row ideas" aria-label={t.ideas}>
        {lessons.map(({ id, title }) => (
          <a key={id} href={hrefOf("learn", { ...route.value.parameters, show: id })}>
            {title()}
          </a>
        ))}
      </nav>
      <UnknownNames parameters={[{ name: "show", label: t.ideas, names: lessons.map(({ id }) => id) }]} />
      {lessons.map(({ id, View }) => (
        <View key={id} />
      ))}
    </>
  );
}
