/** What can be compared of a dataset. */
export async function summary(pictures) {
  const { train, validation, test } = await pictures.load();
  return {
    classNames: pictures.classNames,
    inputShape: pictures.inputShape,
    size: pictures.size,
    leftOut: pictures.leftOut.map(({ file, reason }) => [file.split("/").at(-1), reason]),
    loaded: [train, validation, test].map(({ x }) => x.shape[0]),
    lightIsLight: mean(train, 1) > mean(train, 0) + 20,
  };
}

function mean({ x, y }, label) {
  const each = x.data.length / y.data.length;
  const own = x.data.filter((_, at) => y.data[Math.floor(at / each)] === label);
  return own.reduce((sum, value) => sum + value, 0) / own.length;
}
