/** What a server answered. */
export interface UrlAnswer {
  readonly status: number;
  /** The type of the content, as the server calls it; empty when it does not. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** The way it took, for messages, where that was not straight: it may be to blame. */
  readonly via?: string;
}

/** Gets an address by the runtime's own `fetch`. */
export async function fetchUrl(url: URL): Promise<UrlAnswer> {
  const response = await fetch(url);
  return {
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}
