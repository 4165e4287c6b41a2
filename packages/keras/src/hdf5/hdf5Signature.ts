/** What every HDF5 file starts with, behind its first byte, 0x89. */
export const hdf5Signature = "HDF\r\n\x1a\n";
