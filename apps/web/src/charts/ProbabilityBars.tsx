import "./probabilityBars.css";
import type { JSX } from "preact";
import { percentText } from "../i18n/numberText.ts";

/** What would be written as 0.0 % is written nowhere: in a column of them the few that say something are hard to find. */
const leastShown = 0.0005;

/** A bar for the probability of each class; the likeliest stands out. */
export function ProbabilityBars({ names, probabilities }: ProbabilityBarsProps): JSX.Element {
  const most = Math.max(...probabilities);
  return (
    <table class="probabilities">
      <tbody>
        {names.map((name, index) => {
          const probability = probabilities[index] ?? 0;
          return (
            <tr key={name} class={probability === most && most > 0 ? "best" : undefined}>
              <th scope="row">{name}</th>
              <td aria-hidden="true">
                <span style={{ inlineSize: `${probability * 100}%` }} />
              </td>
              <td class="number" data-probability={probability}>
                <span class={probability < leastShown ? "hidden" : undefined}>
                  {percentText(probability)}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface ProbabilityBarsProps {
  readonly names: readonly string[];
  /** 0 to 1, in the order of the names. */
  readonly probabilities: readonly number[];
}
