/** A picture in the simplest of all formats: 24 bits a pixel, from the lowest row up. */
export function bitmap(side: number, pixel: (column: number, row: number) => readonly number[]): Buffer {
  const header = Buffer.alloc(54);
  header.write("BM");
  header.writeUInt32LE(54 + side * side * 3, 2);
  header.writeUInt32LE(54, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(side, 18);
  header.writeInt32LE(side, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(24, 28);
  const pixels = Array.from({ length: side * side }, (_, at) => pixel(at % side, Math.floor(at / side)));
  return Buffer.concat([header, Buffer.from(pixels.flat())]);
}
