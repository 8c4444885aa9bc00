/** A share as people read it: `99.5 %`. */
export const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;
