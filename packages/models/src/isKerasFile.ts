/** Whether a file or an address names a model in Keras' own formats, by its ending. */
export function isKerasFile(location: string): boolean {
  return /\.(keras|h5|hdf5)(?=$|[?#])/i.test(location);
}
