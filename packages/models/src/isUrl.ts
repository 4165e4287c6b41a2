/** Whether `location` names a scheme that tfjs routes, such as `https://` or `indexeddb://`, or is fetched; `file://` counts as a path. */
export function isUrl(location: string): boolean {
  return /^([a-z][a-z0-9+.-]*:\/\/|data:|blob:)/i.test(location) && !/^file:/i.test(location);
}
