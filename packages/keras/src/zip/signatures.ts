// What the parts of a zip archive start with: a member, its entry in the directory, and the end of that.
export const memberSignature = "PK\x03\x04";
export const entrySignature = "PK\x01\x02";
export const endSignature = "PK\x05\x06";
