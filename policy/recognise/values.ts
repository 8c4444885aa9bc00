/** Texts that switch something off. Everything else, and everything unknown, leaves it on. */
const off = /^\s*(false|0|no|off|disabled|none|never|)\s*$/i;
export const isOff = (text: string): boolean => off.test(text);
