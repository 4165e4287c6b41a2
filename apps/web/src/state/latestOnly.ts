/**
 * Does one thing after another, and of what is asked for meanwhile only the last: who slides past ten values waits for one.
 *
 * @param act must not reject
 */
export function latestOnly<Input>(act: (input: Input) => Promise<void>): (input: Input) => Promise<void> {
  let wanted: { readonly input: Input } | undefined;
  let isBusy = false;
  return async (input) => {
    wanted = { input };
    if (isBusy) return;
    isBusy = true;
    while (wanted) {
      const next: { readonly input: Input } = wanted;
      wanted = undefined;
      await act(next.input);
    }
    isBusy = false;
  };
}
