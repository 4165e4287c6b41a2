import { findSimilar } from "../duplicates/findSimilar.ts";
import type { LeftOut } from "../ImageDataset.ts";
import { byCodeUnits } from "../layout/byCodeUnits.ts";
import type { Part } from "../layout/readLayout.ts";
import type { FoundPicture } from "../look/lookAtFiles.ts";
import { drawOf } from "../split/drawOf.ts";
import { type Fractions, splitByContent } from "../split/splitByContent.ts";
import type { Developed } from "../develop/Developed.ts";
import type { Row } from "./stackRows.ts";

/** A picture with its pixels. */
export interface DevelopedPicture {
  readonly picture: FoundPicture;
  readonly developed: Developed;
}

export interface AssignedParts {
  readonly rows: Readonly<Record<Part, Row[]>>;
  readonly similar: readonly (readonly string[])[];
  readonly leftOut: readonly LeftOut[];
}

/** The part that keeps a picture which is nearly the same in several: a test that was trained on would be none. */
const precedence: readonly Part[] = ["test", "validation", "train"];

/** Says which part each picture is in, pictures that are nearly the same together, and in which order. */
export function assignParts(
  pictures: readonly DevelopedPicture[],
  fractions: Fractions,
  seed: number,
): AssignedParts {
  const similar = findSimilar(pictures.map(({ developed }) => developed));
  const pathOf = (at: number): string => pictures[at]?.picture.file.path ?? "";
  const parts = chosenParts(pictures, similar, fractions, seed);
  const leftOut: LeftOut[] = [];
  const dropped = new Set<number>();
  for (const group of similar) {
    const keeper = group.toSorted(
      (a, b) => precedence.indexOf(parts[a] as Part) - precedence.indexOf(parts[b] as Part),
    );
    const [first = 0] = keeper;
    for (const at of group) {
      if (parts[at] === parts[first]) continue;
      dropped.add(at);
      leftOut.push({
        file: pathOf(at),
        reason: "in-another-part",
        message: `is nearly ${pathOf(first)}, which is kept for ${parts[first] as Part}`,
        others: [pathOf(first)],
      });
    }
  }
  const rows: Record<Part, Row[]> = { train: [], validation: [], test: [] };
  for (const at of shuffled(pictures, seed)) {
    if (dropped.has(at)) continue;
    const { picture, developed } = pictures[at] as DevelopedPicture;
    rows[parts[at] as Part].push({ ...developed, file: picture.file.path, label: picture.label });
  }
  return { rows, leftOut, similar: similar.map((group) => group.map(pathOf)) };
}

/** Where the source has folders for its parts, only what it lacks is taken from those for training. */
function chosenParts(
  pictures: readonly DevelopedPicture[],
  similar: readonly (readonly number[])[],
  fractions: Fractions,
  seed: number,
): Part[] {
  const given = pictures.map(({ picture }) => picture.part);
  const open = given.flatMap((part, at) => (part === undefined || part === "train" ? [at] : []));
  const places = new Map(open.map((at, place) => [at, place]));
  const split = splitByContent(
    open.map((at) => (pictures[at] as DevelopedPicture).picture),
    similar.map((group) => group.flatMap((at) => places.get(at) ?? [])).filter(({ length }) => length > 0),
    {
      validation: given.includes("validation") ? 0 : fractions.validation,
      test: given.includes("test") ? 0 : fractions.test,
    },
    seed,
  );
  return given.map((part, at) => split[places.get(at) ?? -1] ?? part ?? "train");
}

/** An order of the rows in which classes are mixed, and which stays when a picture comes or goes. */
function shuffled(pictures: readonly DevelopedPicture[], seed: number): number[] {
  return pictures
    .map(({ picture }, at) => ({ at, draw: drawOf(picture.sha256, seed, 1), path: picture.file.path }))
    .sort((a, b) => a.draw - b.draw || byCodeUnits(a.path, b.path))
    .map(({ at }) => at);
}
