/** A table as a spreadsheet of the continent writes it: a mark of the encoding, semicolons, decimal commas, quotes, gaps. */
export function makeFile() {
  const cities = ["Bern", "Genf", 'Chur "Stadt"'];
  const lines = Array.from({ length: 90 }, (_, row) => {
    const rooms = row % 11 === 0 ? "" : 1 + ((row * 7) % 6);
    const city = `"${cities[(row >> 1) % 3].replaceAll('"', '""')}"`;
    const day = `${1 + (row % 28)}.${1 + (row % 12)}.2024`;
    const price = String(200 + 90 * ((row * 7) % 6) + 0.5 * (row % 4)).replace(".", ",");
    return [row + 1, rooms, city, row % 5 < 2 ? "ja" : "nein", day, "CHF", price].join(";");
  });
  return `\uFEFF${["id;rooms;city;balcony;let on;currency;price", ...lines].join("\r\n")}\r\n`;
}

/** Other rows, with columns in another order, and a city that was not seen. */
export const otherRows = "city;balcony;rooms;let on\nRom;ja;3;1.2.2024\nBern;nein;;29.2.2024\n";
