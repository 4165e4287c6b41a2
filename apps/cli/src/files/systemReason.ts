/** What the codes of the system mean, of a file, a folder, or an address to serve at. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder",
  // Of the folder that a file is to lie in.
  ENOTDIR: "a part of its path is a file, not a folder",
  EEXIST: "a part of its path is a file, not a folder",
  EACCES: "the system does not allow it",
  EPERM: "the system does not allow it",
  EROFS: "the disk can only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "the space that you may use is full",
  EBUSY: "another program uses it",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
  EADDRINUSE: "another program serves there",
  EADDRNOTAVAIL: "this machine has no such address",
};

/** Why the system refused, in words that follow "cannot be read: "; the message of any other error. */
export function systemReason(cause: unknown): string {
  const { code } = cause as { readonly code?: unknown };
  const known = typeof code === "string" ? reasons[code] : undefined;
  return known ?? (cause instanceof Error ? cause.message : String(cause));
}

/** Whether an error is the system's about a file: with a message such as "ENOENT: no such file or directory, open '/home/…'". */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall !== undefined && code !== undefined && Object.hasOwn(reasons, code);
}
