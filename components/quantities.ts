import type { Gibibytes } from "../environment/units";

/** How an argument with a unit is written: `mebibytes("512Mi")`, `seconds("30s")`, `gibibytes(20)`. */
export { type Gibibytes, type Mebibytes, mebibytes, type Seconds, seconds } from "../environment/units";
export const gibibytes = (amount: number): Gibibytes => amount as Gibibytes;
