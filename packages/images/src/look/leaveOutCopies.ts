import type { LeftOut } from "../ImageDataset.ts";
import type { Part } from "../layout/readLayout.ts";
import type { FoundPicture } from "./lookAtFiles.ts";

/** What is kept of copies in several parts: a test that was trained on would be none. */
const precedence: readonly (Part | undefined)[] = ["test", "validation", "train", undefined];

/**
 * Leaves out what is there more than once: of copies in a class, all but the first; of copies in two classes, all.
 *
 * @param pictures sorted by path
 */
export function leaveOutCopies(
  pictures: readonly FoundPicture[],
  classNames: readonly string[],
): { pictures: FoundPicture[]; leftOut: LeftOut[] } {
  const copies = new Map<string, FoundPicture[]>();
  for (const picture of pictures) {
    const others = copies.get(picture.sha256);
    if (others) others.push(picture);
    else copies.set(picture.sha256, [picture]);
  }
  const kept = new Set<FoundPicture>();
  const leftOut: LeftOut[] = [];
  for (const some of copies.values()) {
    const labels = new Set(some.map(({ label }) => label));
    const [first] = some.toSorted((a, b) => precedence.indexOf(a.part) - precedence.indexOf(b.part));
    if (first === undefined) continue;
    if (labels.size === 1) kept.add(first);
    for (const one of some) {
      if (kept.has(one)) continue;
      const others = some.filter((other) => other !== one).map(({ file }) => file.path);
      leftOut.push({ file: one.file.path, ...whyNot(one, first, labels, classNames), others });
    }
  }
  return { pictures: pictures.filter((picture) => kept.has(picture)), leftOut };
}

function whyNot(
  one: FoundPicture,
  first: FoundPicture,
  labels: ReadonlySet<number>,
  classNames: readonly string[],
): Pick<LeftOut, "reason" | "message"> {
  if (labels.size > 1) {
    const names = [...labels].map((label) => classNames[label]).join(" and ");
    return { reason: "two-classes", message: `is there under ${names}: keep the right one` };
  }
  const again = `is ${first.file.path} again`;
  return one.part === first.part
    ? { reason: "duplicate", message: again }
    : { reason: "in-another-part", message: `${again}, which is kept for ${first.part ?? "another part"}` };
}
