// Four values, or, where a row has no more, one in the first lane: one form of a computation for both.

// @ts-ignore: decorator
@inline
export function read(at: usize, single: bool): v128 {
  return single ? v128.load_zero<f32>(at) : v128.load(at);
}

// @ts-ignore: decorator
@inline
export function write(at: usize, value: v128, single: bool): void {
  if (single) store<f32>(at, f32x4.extract_lane(value, 0));
  else v128.store(at, value);
}
