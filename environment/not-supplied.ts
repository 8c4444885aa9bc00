/** Stands, in a plan, for the value of a secret that somebody has yet to supply. `secret` is its name in the vault. */
export const placeholderOf = (secret: string): string => `(${secret} is not supplied yet)`;

/** Finds it in a text; also inside an address, where its spaces are encoded. */
export const placeholderPattern = /\([\w.-]+( |%20)is\1not\1supplied\1yet\)/;
