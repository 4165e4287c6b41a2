/**
 * out[count]: `kept`, or 0 where the next number of a generator is below `threshold`, of 65,536.
 *
 * The generator is sfc32 (C. Doty-Humphrey, PractRand), begun by `a`, `b` and `c`. Its first twelve numbers are passed over, which lets
 * similar seeds part; each of those behind is good for two values, first its lower half.
 */
export function randomMask(out: usize, count: i32, a: i32, b: i32, c: i32, threshold: i32, kept: f32): void {
  const bits = reinterpret<i32>(kept);
  let counter = 1;
  for (let at = -24; at < count; at += 2) {
    const sum = a + b + counter;
    counter++;
    a = b ^ (b >>> 9);
    b = c + (c << 3);
    c = rotl<i32>(c, 21) + sum;
    if (at < 0) continue;
    // Without a branch, which would be taken at random.
    store<i32>(out, bits & ~(((sum & 0xffff) - threshold) >> 31));
    if (at + 1 < count) store<i32>(out, bits & ~(((sum >>> 16) - threshold) >> 31), 4);
    out += 8;
  }
}
