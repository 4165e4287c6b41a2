/**
 * Makes a case as small as it can be that still fails.
 *
 * @param smaller what is left of a case with a part less
 * @param fails whether one of them fails as well
 */
export async function shrink<Case>(
  made: Case,
  smaller: (made: Case) => Case[],
  fails: (made: Case) => Promise<boolean>,
): Promise<Case> {
  for (const candidate of smaller(made)) {
    if (await fails(candidate)) return shrink(candidate, smaller, fails);
  }
  return made;
}
