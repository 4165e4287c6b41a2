import { ModelError } from "./ModelError.ts";

/**
 * The address of the model's JSON: `location` itself where its path ends in `.json`, else `model.json` in the folder that it names. The
 * query stays, since it may be what grants access; a fragment is nothing to a server.
 */
export function modelAddressOf(location: string): URL {
  if (!URL.canParse(location)) {
    throw new ModelError(
      "UNSUPPORTED_LOCATION",
      `Expected an address such as https://example.org/my-model, got ${location}`,
    );
  }
  const url = new URL(location);
  url.hash = "";
  const isFile = url.protocol === "data:" || url.protocol === "blob:" || /\.json$/i.test(url.pathname);
  if (!isFile) url.pathname = `${url.pathname.replace(/\/$/, "")}/model.json`;
  return url;
}

/**
 * The address of a file that the model's JSON names: an address of its own, or one relative to the JSON's, whose query it gets then.
 *
 * Some servers take a path for a name and write its slashes as `%2F`: those count as slashes.
 *
 * @returns none where a relative name means nothing, beside a `data:` or `blob:` address
 */
export function fileAddressOf(name: string, model: URL): URL | undefined {
  if (/^(https?|data|blob):/i.test(name)) return new URL(name);
  if (model.protocol === "data:" || model.protocol === "blob:") return undefined;
  const steps = name.split("/").map(encodeURIComponent);
  const [folder = ""] = /^.*%2F/i.exec(model.pathname.slice(model.pathname.lastIndexOf("/"))) ?? [];
  const url = new URL(folder === "" ? steps.join("/") : folder.slice(1) + steps.join("%2F"), model);
  url.search = model.search;
  return url;
}
