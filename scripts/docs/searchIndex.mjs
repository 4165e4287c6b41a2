import { glossary } from "./glossary.mjs";

/** So much of what stands under a heading is searched and shown. */
const excerpt = 180;

/**
 * What the search of the site looks through: each heading of each page with the text under it, and each term.
 *
 * @param {ReadonlyMap<string, string>} bodies the pages' addresses and what they show, as HTML
 * @returns {[title: string, address: string, text: string, page: string][]}
 */
export function searchIndex(bodies) {
  const headings = [...bodies].flatMap(([page, html]) => {
    const [, title = page] = /<h1[^>]*>(.*?)<\/h1>/s.exec(html) ?? [];
    return html
      .split(/(?=<h[1-4] id=)/)
      .filter((part) => /^<h[1-4] id=/.test(part))
      .map((part) => {
        const [, id, heading = "", rest = ""] =
          /^<h[1-4] id="([^"]*)">(.*?)<\/h[1-4]>(.*)$/s.exec(part) ?? [];
        const prose = rest.replaceAll(/<pre[^>]*>.*?<\/pre>/gs, " ");
        return [plain(heading), `${page}#${id}`, plain(prose).slice(0, excerpt), plain(title)];
      });
  });
  const terms = glossary.flatMap((entry) =>
    [
      [entry.en, "glossary.html", "Glossary"],
      [entry.zh, "zh/glossary.html", "术语表"],
    ].map(([{ term, text }, page, title]) => [term, `${page}#${entry.id}`, text, title]),
  );
  return [...terms, ...headings];
}

function plain(html) {
  return html
    .replaceAll(/<span role="tooltip".*?<\/span>/gs, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .trim();
}
