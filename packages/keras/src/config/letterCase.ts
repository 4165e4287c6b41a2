/** `kernel_size` as `kernelSize`: what Keras and tfjs call the same. */
export function toCamelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `kernelSize` as `kernel_size`. */
export function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `GlorotUniform`, `glorotUniform` and `glorot_uniform` as `glorotuniform`: what they have in common. */
export function toLetters(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}

/** `MaxPooling2D` as `max_pooling2d`, `PReLU` as `p_re_lu`: how Keras names the weights of a class. */
export function classInSnakeCase(name: string): string {
  return name
    .replace(/\W+/g, "")
    .replace(/(.)([A-Z][a-z]+)/g, "$1_$2")
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase();
}
