/** out = bytes * scale + offset, as floats. */
export function scaleBytes(bytes: usize, out: usize, count: i32, scale: f32, offset: f32): void {
  const scales = f32x4.splat(scale);
  const offsets = f32x4.splat(offset);
  const end = bytes + (<usize>count);
  for (; bytes + 8 <= end; bytes += 8) {
    const words = v128.load_ext<u8>(bytes);
    const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(words));
    const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(words));
    v128.store(out, f32x4.add(f32x4.mul(low, scales), offsets));
    v128.store(out, f32x4.add(f32x4.mul(high, scales), offsets), 16);
    out += 32;
  }
  for (; bytes < end; bytes++) {
    store<f32>(out, <f32>load<u8>(bytes) * scale + offset);
    out += 4;
  }
}
