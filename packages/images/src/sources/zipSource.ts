import { platform } from "@minibatch/images/internal/platform";
import { crc32 } from "@minibatch/datasets";
import { UnreadablePicture } from "../UnreadablePicture.ts";
import type { ByteRange } from "./ByteRange.ts";
import type { PictureSource, SourceFile } from "./PictureSource.ts";
import { readZipDirectory, type ZipMember } from "./readZipDirectory.ts";

/** A header before each member of a zip archive (APPNOTE 4.3.7): its last two fields tell how long the rest of it is. */
const memberHeader = { signature: 0x04034b50, bytes: 30 };

/** The members of a zip archive, of which one at a time is unpacked. */
export async function zipSource(name: string, id: string, archive: ByteRange): Promise<PictureSource> {
  const members = await readZipDirectory(name, archive).catch(async (error: unknown) => {
    await archive.close();
    throw error;
  });
  const files: SourceFile[] = [];
  const folders: string[] = [];
  for (const member of members) {
    const path = member.name
      .replaceAll("\\", "/")
      .replace(/^(?:\.?\/)+/, "")
      .normalize("NFC");
    if (path.endsWith("/")) folders.push(path.slice(0, -1));
    else if (path !== "") {
      files.push({
        path,
        bytes: member.bytes,
        stamp: `${member.bytes} ${member.crc32}`,
        read: () => unpack(archive, member),
      });
    }
  }
  return { name: name.replace(/\.zip$/i, ""), id, files, folders, close: () => archive.close() };
}

async function unpack(archive: ByteRange, member: ZipMember): Promise<Uint8Array> {
  if (member.method === undefined) {
    throw new UnreadablePicture("broken", "is encrypted or packed by other means than deflate: zip it anew");
  }
  const header = await archive.read(member.header, member.header + memberHeader.bytes);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < memberHeader.bytes || view.getUint32(0, true) !== memberHeader.signature) {
    throw new UnreadablePicture("broken", "is not where the directory of the zip archive says");
  }
  // Name and extra field have other lengths here than in the directory.
  const start = member.header + memberHeader.bytes + view.getUint16(26, true) + view.getUint16(28, true);
  const packed = await archive.read(start, start + member.packedBytes);
  if (packed.length < member.packedBytes) {
    throw new UnreadablePicture("broken", "ends early: the zip archive is shorter than it says");
  }
  try {
    const bytes = member.method === "stored" ? packed : await platform.inflate(packed, member.bytes);
    if (crc32(bytes) === member.crc32) return bytes;
    throw new RangeError("its checksum is another");
  } catch (cause) {
    throw new UnreadablePicture("broken", "cannot be unpacked from the zip archive", { cause });
  }
}
