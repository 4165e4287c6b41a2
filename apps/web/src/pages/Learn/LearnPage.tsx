import "./learn.css";
import type { JSX } from "preact";
import { appMessages } from "../../app/messages.ts";
import { UnknownNames } from "../../components/UnknownNames.tsx";
import { hrefOf, route } from "../../state/route.ts";
import { ActivationIdea } from "./ActivationIdea.tsx";
import { ConvolutionIdea } from "./ConvolutionIdea.tsx";
import { DescentIdea } from "./DescentIdea.tsx";
import { LossIdea } from "./LossIdea.tsx";
import { learnMessages } from "./messages.ts";
import { NeuronIdea } from "./NeuronIdea.tsx";
import { OverfittingIdea } from "./OverfittingIdea.tsx";
import { SoftmaxIdea } from "./SoftmaxIdea.tsx";

/** The ideas behind the networks, each as something to move. */
export function LearnPage(): JSX.Element {
  const t = learnMessages.value;
  const ideas = [
    ["neuron", t.neuron],
    ["activation", t.activations],
    ["loss", t.loss],
    ["descent", t.descent],
    ["softmax", t.softmax],
    ["convolution", t.convolution],
    ["overfitting", t.overfitting],
  ] as const;
  return (
    <>
      <div class="intro">
        <h1>{appMessages.value.learn}</h1>
        <p class="quiet">{t.intro}</p>
      </div>
      <nav class="row ideas" aria-label={t.ideas}>
        {ideas.map(([id, title]) => (
          <a key={id} href={hrefOf("learn", { ...route.value.parameters, show: id })}>
            {title}
          </a>
        ))}
      </nav>
      <UnknownNames parameters={[{ name: "show", label: t.ideas, names: ideas.map(([id]) => id) }]} />
      <NeuronIdea />
      <ActivationIdea />
      <LossIdea />
      <DescentIdea />
      <SoftmaxIdea />
      <ConvolutionIdea />
      <OverfittingIdea />
    </>
  );
}
