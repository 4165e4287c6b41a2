/** The name itself, or with the first number that makes it none of those that are taken: `cat.png`, `cat-2.png`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  // What is behind a point and has no letter is a part of a number: 0.5.
  const [, stem = name, ending = ""] = /^(.+?)(\.\w*[a-z]\w*)?$/i.exec(name) ?? [];
  for (let number = 2; ; number += 1) {
    const other = `${stem}-${number}${ending}`;
    if (!taken.has(other)) return other;
  }
}
