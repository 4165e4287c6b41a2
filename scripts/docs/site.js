// The script of every page of the site: search, theme, and Escape for the cards of terms. It asks no server.
const root = document.documentElement;
const themes = document.querySelector("#theme");
const field = document.querySelector("#search");
const list = document.querySelector("#results");
const home = root.dataset.home;

// Where a browser keeps nothing for files, the theme is chosen for the page.
const kept = (value) => {
  try {
    if (value !== undefined) localStorage.setItem("minibatch-docs-theme", value);
    return localStorage.getItem("minibatch-docs-theme") ?? "system";
  } catch {
    return value ?? "system";
  }
};
themes.value = root.dataset.theme = kept();
themes.addEventListener("change", () => (root.dataset.theme = kept(themes.value)));

let index;
let chosen = -1;

/** The index is a script, because a page that was opened as a file may read no other file. */
const load = () => {
  index ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${home}search-index.js`;
    script.addEventListener("load", () => resolve(globalThis.searchIndex));
    script.addEventListener("error", reject);
    document.head.append(script);
  });
  return index;
};

const rank = (query, [title, address, text]) => {
  const [name, words] = [title.toLowerCase(), text.toLowerCase()];
  const chinese = address.startsWith("zh/") === root.lang.startsWith("zh") ? 0 : 0.5;
  // Names of functions and of types differ by their first letter only.
  if (title === field.value.trim()) return chinese - 0.25;
  if (name === query) return chinese;
  if (name.startsWith(query)) return 1 + chinese;
  if (name.includes(query)) return 2 + chinese;
  return query.split(/\s+/).every((word) => name.includes(word) || words.includes(word))
    ? 3 + chinese
    : undefined;
};

const show = async () => {
  const query = field.value.trim().toLowerCase();
  const entries = query === "" ? [] : await load();
  // What was typed meanwhile asks for itself.
  if (query !== field.value.trim().toLowerCase()) return;
  const found = entries
    .map((entry) => ({ entry, at: rank(query, entry) }))
    .filter(({ at }) => at !== undefined)
    .sort((a, b) => a.at - b.at)
    .slice(0, 12);
  list.replaceChildren(
    ...found.map(({ entry: [title, address, text, page] }, at) => {
      const option = document.createElement("li");
      option.role = "option";
      option.id = `result-${at}`;
      option.dataset.address = address;
      for (const [tag, words] of [
        ["strong", title],
        ["small", page],
        ["span", text],
      ]) {
        const part = document.createElement(tag);
        part.textContent = words;
        option.append(part, " ");
      }
      return option;
    }),
  );
  choose(found.length > 0 ? 0 : -1);
  const open = query !== "";
  if (open && found.length === 0) {
    const nothing = document.createElement("li");
    nothing.role = "option";
    nothing.setAttribute("aria-disabled", "true");
    nothing.textContent = list.dataset.nothing;
    list.append(nothing);
  }
  list.hidden = !open;
  field.setAttribute("aria-expanded", String(open));
};

const choose = (at) => {
  chosen = at;
  for (const [index, option] of [...list.children].entries()) option.ariaSelected = String(index === at);
  if (at < 0) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", `result-${at}`);
  list.children[at]?.scrollIntoView({ block: "nearest" });
};

const close = () => {
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
};

const open = (option) => {
  if (option?.dataset.address === undefined) return;
  close();
  location.href = home + option.dataset.address;
};

field.addEventListener("focus", () => void load());
field.addEventListener("input", () => void show());
field.addEventListener("blur", () => setTimeout(close, 150));
field.addEventListener("keydown", (event) => {
  const last = list.querySelectorAll("[data-address]").length - 1;
  const moves = { ArrowDown: Math.min(last, chosen + 1), ArrowUp: Math.max(0, chosen - 1) };
  if (event.key in moves && last >= 0) {
    event.preventDefault();
    choose(moves[event.key]);
  } else if (event.key === "Enter") open(list.children[chosen]);
  else if (event.key === "Escape") close();
});
list.addEventListener("pointerdown", (event) => {
  event.preventDefault();
  open(event.target.closest("[data-address]"));
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.closest("input, select, textarea")) {
    event.preventDefault();
    field.focus();
  }
  if (event.key === "Escape") root.classList.add("no-cards");
});
document.addEventListener("pointerover", () => root.classList.remove("no-cards"));
document.addEventListener("focusin", () => root.classList.remove("no-cards"));
