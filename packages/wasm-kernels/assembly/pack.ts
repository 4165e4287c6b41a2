// Packing copies a block of a matrix into panels in the order in which the inner loop of the product reads it, padded
// with zeros to whole panels. A panel is `width` (4, 6, 8, 16 or 24) wide and `depth` deep: element (p, i) at p * width + i.

/** Packs panels from a matrix where the panel's width is contiguous: element (p, i) at p * ld + i. */
export function packRows(dst: usize, src: usize, ld: i32, count: i32, depth: i32, width: i32): void {
  const step = (<usize>ld) << 2;
  for (let i = 0; i < count; i += width) {
    let s = src + ((<usize>i) << 2);
    const left = count - i;
    if (left >= width) {
      if (width == 16) {
        for (let p = 0; p < depth; p++) {
          v128.store(dst, v128.load(s));
          v128.store(dst, v128.load(s, 16), 16);
          v128.store(dst, v128.load(s, 32), 32);
          v128.store(dst, v128.load(s, 48), 48);
          dst += 64;
          s += step;
        }
      } else if (width == 8) {
        for (let p = 0; p < depth; p++) {
          v128.store(dst, v128.load(s));
          v128.store(dst, v128.load(s, 16), 16);
          dst += 32;
          s += step;
        }
      } else if (width == 6) {
        for (let p = 0; p < depth; p++) {
          v128.store(dst, v128.load(s));
          store<u64>(dst, load<u64>(s, 16), 16);
          dst += 24;
          s += step;
        }
      } else if (width == 4) {
        for (let p = 0; p < depth; p++) {
          v128.store(dst, v128.load(s));
          dst += 16;
          s += step;
        }
      } else {
        packSomeRows(dst, s, step, depth, width, width);
        dst += (<usize>(width * depth)) << 2;
      }
    } else packSomeRows(dst, s, step, depth, width, left);
  }
}

// Of a panel of any width, so many columns; the others lie beyond the matrix, and are zero.
function packSomeRows(dst: usize, src: usize, step: usize, depth: i32, width: i32, left: i32): void {
  const end = (<usize>left) << 2;
  const whole = end & ~15;
  const zeros = ((<usize>width) << 2) - end;
  for (let p = 0; p < depth; p++) {
    let j: usize = 0;
    for (; j < whole; j += 16) v128.store(dst + j, v128.load(src + j));
    for (; j < end; j += 4) store<f32>(dst + j, load<f32>(src + j));
    dst += end;
    for (const next = dst + zeros; dst < next; dst += 4) store<f32>(dst, 0);
    src += step;
  }
}

/** Packs panels from a matrix where the depth is contiguous: element (p, i) at i * ld + p. */
export function packColumns(dst: usize, src: usize, ld: i32, count: i32, depth: i32, width: i32): void {
  const panelStep = (<usize>width) << 2;
  const step = (<usize>ld) << 2;
  for (let i = 0; i < count; i += width) {
    for (let part = 0; part < width; part += 4) {
      const at = i + part;
      const d = dst + ((<usize>part) << 2);
      const s = src + (<usize>at) * step;
      const columns = min(4, width - part);
      if (at + columns > count) packEdgeColumns(d, panelStep, s, step, depth, columns, count - at);
      else if (columns == 4) packFourColumns(d, panelStep, s, step, depth);
      else packTwoColumns(d, panelStep, s, step, depth);
    }
    dst += panelStep * (<usize>depth);
  }
}

// Four columns at a time, transposed in registers, four deep.
function packFourColumns(dst: usize, dstStep: usize, src: usize, srcStep: usize, depth: i32): void {
  let s0 = src;
  let s1 = src + srcStep;
  let s2 = s1 + srcStep;
  let s3 = s2 + srcStep;
  let p = 0;
  for (; p + 4 <= depth; p += 4) {
    const r0 = v128.load(s0);
    const r1 = v128.load(s1);
    const r2 = v128.load(s2);
    const r3 = v128.load(s3);
    const t0 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
    const t1 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
    const t2 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
    const t3 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
    v128.store(dst, v128.shuffle<f32>(t0, t1, 0, 1, 4, 5));
    dst += dstStep;
    v128.store(dst, v128.shuffle<f32>(t0, t1, 2, 3, 6, 7));
    dst += dstStep;
    v128.store(dst, v128.shuffle<f32>(t2, t3, 0, 1, 4, 5));
    dst += dstStep;
    v128.store(dst, v128.shuffle<f32>(t2, t3, 2, 3, 6, 7));
    dst += dstStep;
    s0 += 16;
    s1 += 16;
    s2 += 16;
    s3 += 16;
  }
  for (; p < depth; p++) {
    store<f32>(dst, load<f32>(s0));
    store<f32>(dst, load<f32>(s1), 4);
    store<f32>(dst, load<f32>(s2), 8);
    store<f32>(dst, load<f32>(s3), 12);
    dst += dstStep;
    s0 += 4;
    s1 += 4;
    s2 += 4;
    s3 += 4;
  }
}

// Two columns, four deep: the last third of a panel of six.
function packTwoColumns(dst: usize, dstStep: usize, src: usize, srcStep: usize, depth: i32): void {
  let s0 = src;
  let s1 = src + srcStep;
  let p = 0;
  for (; p + 4 <= depth; p += 4) {
    const r0 = v128.load(s0);
    const r1 = v128.load(s1);
    const low = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
    const high = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
    v128.store_lane<u64>(dst, low, 0);
    dst += dstStep;
    v128.store_lane<u64>(dst, low, 1);
    dst += dstStep;
    v128.store_lane<u64>(dst, high, 0);
    dst += dstStep;
    v128.store_lane<u64>(dst, high, 1);
    dst += dstStep;
    s0 += 16;
    s1 += 16;
  }
  for (; p < depth; p++) {
    store<f32>(dst, load<f32>(s0));
    store<f32>(dst, load<f32>(s1), 4);
    dst += dstStep;
    s0 += 4;
    s1 += 4;
  }
}

// Columns of which some, or all, lie beyond the matrix: those of the panel are zero.
function packEdgeColumns(
  dst: usize, dstStep: usize, src: usize, srcStep: usize, depth: i32, columns: i32, left: i32,
): void {
  for (let p = 0; p < depth; p++) {
    for (let j = 0; j < columns; j++) {
      const value = j < left ? load<f32>(src + (<usize>j) * srcStep) : <f32>0;
      store<f32>(dst + ((<usize>j) << 2), value);
    }
    dst += dstStep;
    src += 4;
  }
}
