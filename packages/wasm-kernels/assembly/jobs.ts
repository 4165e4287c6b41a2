// The jobs that threads share; runTask.ts says what each does.
export const PRODUCT: i32 = 0;
export const CONVOLUTION: i32 = 1;
export const FILTER_GRADIENT: i32 = 2;
export const INPUT_GRADIENT: i32 = 3;
export const ADD_BIAS: i32 = 4;
export const RELU: i32 = 5;
export const RELU_GRADIENT: i32 = 6;
export const MAX_POOL: i32 = 7;
export const MAX_POOL_GRADIENT: i32 = 8;
export const AVERAGE_POOL_GRADIENT: i32 = 9;
export const SUM_ROWS: i32 = 10;
export const OPTIMIZER: i32 = 11;
export const WINOGRAD_CONVOLUTION: i32 = 12;
export const WINOGRAD_INPUT_GRADIENT: i32 = 13;
export const WINOGRAD_FILTER_GRADIENT: i32 = 14;
