// The classes of types, by their numbers in the format, and what their flags say.
export const integerType = 0;
export const floatType = 1;
export const textType = 3;
export const opaqueType = 5;
export const enumerationType = 8;
export const variableType = 9;

export const bigEndianFlag = 1;
export const signedFlag = 8;
