// The messages of an object header, by their numbers in the format.
export const dataspaceMessage = 0x01;
export const linkInfoMessage = 0x02;
export const datatypeMessage = 0x03;
export const fillValueMessage = 0x05;
export const linkMessage = 0x06;
export const layoutMessage = 0x08;
export const filtersMessage = 0x0b;
export const attributeMessage = 0x0c;
export const continuationMessage = 0x10;
export const symbolTableMessage = 0x11;
