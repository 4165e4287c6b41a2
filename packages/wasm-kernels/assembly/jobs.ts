// The jobs that threads share; runTask.ts says what each does.
export const PRODUCT: i32 = 0;
export const CONVOLUTION: i32 = 1;
export const FILTER_GRADIENT: i32 = 2;
export const INPUT_GRADIENT: i32 = 3;
