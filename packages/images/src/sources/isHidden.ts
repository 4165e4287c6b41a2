/** What systems and tools leave in folders, which nobody put there. */
const leftBehind = new Set([
  "__macosx",
  "__pycache__",
  "thumbs.db",
  "desktop.ini",
  "@eadir",
  "$recycle.bin",
  "system volume information",
  "lost+found",
]);

/** Whether a file or folder of this name is no one's picture or class: `.DS_Store`, `.ipynb_checkpoints`, `__MACOSX`. */
export function isHidden(name: string): boolean {
  return name.startsWith(".") || leftBehind.has(name.toLowerCase());
}
