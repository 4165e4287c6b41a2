import type { DatasetFile } from "../Dataset.ts";
import { type ArchiveEvent, extractMembers } from "./extractMembers.ts";
import { resumingPieces } from "./resumingPieces.ts";
import { type Passenger, shareInFlight } from "./shareInFlight.ts";
import type { Transfer } from "./Transfer.ts";
import { tryMirrors } from "./tryMirrors.ts";

/** Who wants the same members of an archive that is on its way shares that download. */
const shareArchive = /* @__PURE__ */ shareInFlight<ArchiveEvent, void>();

/**
 * Downloads an archive from the first of `urls` that has the right `members`, and hands them to everybody who asks for the same
 * ones meanwhile.
 *
 * Who comes late hears only of the members that are still to come: it must ask again for the others.
 *
 * @throws {DatasetError} as {@link tryMirrors} does
 */
export function downloadMembers(
  archive: DatasetFile,
  members: readonly DatasetFile[],
  urls: readonly string[],
  transfer: Transfer,
  passenger: Passenger<ArchiveEvent>,
): Promise<void> {
  const key = [...members.map(({ sha256 }) => sha256), ...urls].join(" ");
  return shareArchive(key, passenger, (signal, emit) => {
    const missing = new Map(members.map((member) => [member.name, member]));
    return tryMirrors(archive.name, urls, { transfer, signal }, (url) =>
      extractMembers(
        archive,
        missing,
        { from: url, pieces: resumingPieces(url, { transfer, signal }) },
        emit,
      ),
    );
  });
}
