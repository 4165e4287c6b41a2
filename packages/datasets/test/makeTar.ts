/** A tar archive of plain files, as GNU tar lays them out. */
export function makeTar(files: Readonly<Record<string, Uint8Array>>, type = "0"): Uint8Array {
  const blocks = Object.entries(files).flatMap(([name, bytes]) => {
    const padded = new Uint8Array(Math.ceil(bytes.length / 512) * 512);
    padded.set(bytes);
    return [tarHeader(name, bytes.length.toString(8).padStart(11, "0"), type), padded];
  });
  return new Uint8Array(Buffer.concat([...blocks, new Uint8Array(1024)]));
}

/** One header with its checksum; `size` is in octal. */
export function tarHeader(name: string, size: string, type = "0"): Uint8Array {
  const header = new Uint8Array(512);
  const write = (text: string, at: number): void => header.set(new TextEncoder().encode(text), at);
  write(name, 0);
  write(size, 124);
  write("        ", 148);
  write(type, 156);
  write("ustar", 257);
  const sum = header.reduce((sum, byte) => sum + byte, 0);
  write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}
