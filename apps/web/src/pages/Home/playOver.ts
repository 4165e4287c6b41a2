/** Whether things are to stand still. */
export function asksForLessMotion(): boolean {
  return globalThis.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * Shows something that moves from its beginning to its end; who asks for less motion sees the end of it.
 *
 * @param milliseconds how long that takes
 * @param show called with how much of the way is done, 0 to 1
 * @returns stops it
 */
export function playOver(milliseconds: number, show: (share: number) => void): () => void {
  if (asksForLessMotion()) {
    show(1);
    return () => {};
  }
  show(0);
  const begun = performance.now();
  let frame = requestAnimationFrame(function draw(now) {
    const share = Math.min(1, Math.max(0, (now - begun) / milliseconds));
    show(share);
    if (share < 1) frame = requestAnimationFrame(draw);
  });
  return () => cancelAnimationFrame(frame);
}
