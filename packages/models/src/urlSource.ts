import { getUrl } from "@minibatch/models/internal/platform";
import { fileAddressOf, modelAddressOf } from "./addressOf.ts";
import { artifactsOf } from "./artifactsOf.ts";
import { ModelError } from "./ModelError.ts";
import type { ModelSource } from "./readModel.ts";

/** Loads a model from a `http:`, `https:`, `data:` or `blob:` address. */
export function urlSource(location: string): ModelSource {
  const model = modelAddressOf(location);
  const read = (name: string) => {
    const url = name === "" ? model : fileAddressOf(name, model);
    if (url !== undefined) return download(url);
    throw new ModelError(
      "UNSUPPORTED_LOCATION",
      `The model's JSON names ${name}, and beside a ${model.protocol} address there is no such file. Use decodeModel(files).`,
    );
  };
  return { load: () => artifactsOf(read, ""), beside: async (name) => read(name) };
}

/** The bytes of the file at a `http:`, `https:`, `data:` or `blob:` address. */
export function fileAt(location: string): Promise<Uint8Array> {
  if (URL.canParse(location)) return download(new URL(location));
  throw new ModelError(
    "UNSUPPORTED_LOCATION",
    `Expected an address such as https://example.org/my-model.keras, got ${location}`,
  );
}

/** What a person can do about a refusal. */
const advice: Readonly<Record<number, string>> = {
  401: "It asks for a login: use an address that needs none.",
  403: "A signed address may have expired, or its signature be for another file: get a new one.",
};

async function download(url: URL): Promise<Uint8Array> {
  const {
    status,
    type,
    bytes,
    via = "",
  } = await getUrl(url).catch((cause: unknown) => {
    throw new ModelError(
      "DOWNLOAD_FAILED",
      `${shown(url)} could not be read: ${reasonOf(cause)}. Check the address and the network; on a web page, whether the server ` +
        "lets other pages read from it (CORS).",
      { cause },
    );
  });
  if (status === 404 || status === 410) {
    throw new ModelError(
      "NOT_FOUND",
      `There is no ${shown(url)}: the server answered ${status}${via}. Give the address of a folder that saveModel wrote, or of its model.json.`,
    );
  }
  // A blob: or data: address has no status in some runtimes.
  if (status !== 0 && (status < 200 || status > 299)) {
    const why = advice[status] ?? "Try again later, or ask whoever runs the server.";
    throw new ModelError(
      "DOWNLOAD_FAILED",
      `${shown(url)} was refused: the server answered ${status}${via}. ${why}`,
    );
  }
  if (isPage(type, bytes)) {
    throw new ModelError(
      "NOT_FOUND",
      `There is no model file at ${shown(url)}: the server answered with a web page (HTML). It may be a login, or what a web app gives ` +
        "for every address that it does not know. Open the address in a browser to see.",
    );
  }
  return bytes;
}

/** Whether a server sent a page for people in place of a file: weights may begin with any byte. */
function isPage(type: string, bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
  return /^<(!doctype|html|head|\?xml)/i.test(start) || (/html/i.test(type) && start.startsWith("<"));
}

/** An address without its query, which may be a secret; of a `data:` one, its beginning. */
function shown({ protocol, origin, pathname, href }: URL): string {
  return /^https?:/.test(protocol) ? origin + pathname : href.slice(0, 60);
}

/** What failed between here and the server: Node says so in the cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Partial<Error>;
  const { code } = (cause ?? {}) as { readonly code?: string };
  return code === undefined ? String(message) : `${message} (${code})`;
}
