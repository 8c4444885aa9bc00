import type { Mebibytes } from "../../environment/units";

export const mebibytes = (size: number): Mebibytes => size as Mebibytes;
