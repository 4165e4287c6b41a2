/**
 * Interrupts this process when the one that started it is gone.
 *
 * npm passes a SIGTERM on to the shell that it runs a script in, and that shell dies of it without telling the script: a
 * `kill` of npm alone would leave the training running unseen.
 */
export function stopWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGINT");
  }, 200).unref();
}
