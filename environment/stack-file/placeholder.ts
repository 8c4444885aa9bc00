import { type ConfigPath, keyText } from "../config-path";

const shape = /^\[encrypted \S+ of \S*\]$/;

/**
 * Stands for a value that Pulumi encrypted, one for each value of each stack. Nothing of the ciphertext is in it.
 * A value that Pulumi.yaml holds for all stacks has no stack.
 */
export const placeholder = (stack: string, path: ConfigPath): string => `[encrypted ${keyText(path)} of ${stack}]`;

export const isPlaceholder = (text: string): boolean => shape.test(text);
