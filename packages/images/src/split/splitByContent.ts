import { byCodeUnits } from "../layout/byCodeUnits.ts";
import type { Part } from "../layout/readLayout.ts";
import { drawOf } from "./drawOf.ts";

/** What the split of a picture hangs on. */
export interface Splittable {
  readonly label: number;
  readonly sha256: string;
}

/** How much goes where. */
export interface Fractions {
  readonly validation: number;
  readonly test: number;
}

/** Pictures that must stay together, and what is drawn for them. */
interface Group {
  readonly members: readonly number[];
  readonly draw: number;
}

/** A part that stands open for a class is filled from so many groups on. */
const ENOUGH = 3;

/**
 * Splits pictures by what is drawn from their content: each for itself, so that one more moves no other.
 *
 * Pictures of a group go where the one with the smallest hash goes. A class that would get nothing to train on, unless all are to test by, or, with three
 * groups or more, nothing to test or to validate on, gives its nearest group there.
 *
 * @param groups pictures that are nearly the same, as places in `pictures`
 * @returns the part of each picture
 */
export function splitByContent(
  pictures: readonly Splittable[],
  groups: readonly (readonly number[])[],
  fractions: Fractions,
  seed: number,
): Part[] {
  const parts = new Array<Part>(pictures.length).fill("train");
  for (const some of byClass(pictures, groups, seed)) {
    const sides = some.map(({ draw }) => sideOf(draw, fractions));
    if (some.length >= ENOUGH) {
      if (fractions.test > 0 && !sides.includes("test")) sides[0] = "test";
      const open = sides.lastIndexOf("test") + 1;
      if (fractions.validation > 0 && !sides.includes("validation") && open < sides.length)
        sides[open] = "validation";
    }
    if (fractions.test < 1 && !sides.includes("train")) sides[sides.length - 1] = "train";
    for (const [place, { members }] of some.entries()) {
      for (const member of members) parts[member] = sides[place] as Part;
    }
  }
  return parts;
}

function sideOf(draw: number, { test, validation }: Fractions): Part {
  if (draw < test) return "test";
  return draw < test + validation ? "validation" : "train";
}

/** The groups of each class in the order of what was drawn for them; one that spans classes counts for its first picture's. */
function byClass(
  pictures: readonly Splittable[],
  groups: readonly (readonly number[])[],
  seed: number,
): Group[][] {
  const grouped = new Set(groups.flat());
  const alone = pictures.flatMap((_, at) => (grouped.has(at) ? [] : [[at]]));
  const classes = new Map<number, Group[]>();
  for (const members of [...groups, ...alone]) {
    const known = members.map((at) => pictures[at] as Splittable);
    const [first] = known.toSorted((a, b) => byCodeUnits(a.sha256, b.sha256));
    if (first === undefined) continue;
    const some = classes.get(first.label) ?? [];
    classes.set(first.label, some);
    some.push({ members, draw: drawOf(first.sha256, seed, 0) });
  }
  return [...classes.values()].map((some) => some.sort((a, b) => a.draw - b.draw));
}
