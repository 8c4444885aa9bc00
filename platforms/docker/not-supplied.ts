/** Stands, in a plan, for the value of a secret that somebody has yet to supply. `secret` is its name in the vault. */
export const placeholderOf = (secret: string): string => `(${secret} is not supplied yet)`;
