import { z } from "zod";

/**
 * Quantities as people write them (`512Mi`, `30s`, `20Gi`), parsed once into plain numbers whose type says the unit.
 * A bare number is refused: nobody can tell whether `30` meant seconds or milliseconds.
 */
declare const unit: unique symbol;
type Quantity<Name extends string> = number & { readonly [unit]: Name };
export type Seconds = Quantity<"seconds">;
export type Mebibytes = Quantity<"mebibytes">;
export type Gibibytes = Quantity<"gibibytes">;

const secondsIn: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86400 };
const durationPattern = /^(\d+)(ms|s|m|h|d)$/;
const sizePattern = /^(\d+)(Mi|Gi)$/;

export function seconds(text: string): Seconds {
    const [, amount, unitName] = durationPattern.exec(text) ?? [];
    if (amount === undefined || unitName === undefined) throw new RangeError(`"${text}" is no duration`);
    return (Number(amount) * (secondsIn[unitName] ?? Number.NaN)) as Seconds;
}

export function mebibytes(text: string): Mebibytes {
    const [, amount, unitName] = sizePattern.exec(text) ?? [];
    if (amount === undefined) throw new RangeError(`"${text}" is no size`);
    return (Number(amount) * (unitName === "Gi" ? 1024 : 1)) as Mebibytes;
}

/** Milliseconds as a whole number, the unit that PostgreSQL and most client libraries take. */
export const milliseconds = (value: Seconds): number => Math.round(value * 1000);
export const toSeconds = (value: number): Seconds => value as Seconds;
export const toMebibytes = (value: number): Mebibytes => value as Mebibytes;

/** A length of time as people write it, in the largest unit that takes it whole: `55m`, `90s`. */
export function durationText(value: Seconds): string {
    const unitName = ["d", "h", "m", "s"].find((name) => value !== 0 && value % (secondsIn[name] ?? 1) === 0);
    return unitName === undefined ? `${milliseconds(value)}ms` : `${value / (secondsIn[unitName] ?? 1)}${unitName}`;
}

/** An amount of memory as people write it: `512Mi`, `2Gi`. */
export const sizeText = (value: Mebibytes): string => (value % 1024 === 0 ? `${value / 1024}Gi` : `${value}Mi`);

/** A length of time: `250ms`, `30s`, `5m`, `1h`, `7d`. */
export const duration = (lowest = "0s", highest = "3650d") =>
    z
        .string()
        .regex(durationPattern, { error: "is no duration" })
        .meta({ description: "A length of time with its unit", examples: ["30s", "5m", "1h"] })
        .transform(seconds)
        .refine((s) => s >= seconds(lowest) && s <= seconds(highest), {
            params: { repair: `write a duration between ${lowest} and ${highest}` },
            error: "is out of range",
        });

/** An amount of memory: `512Mi`, `1Gi`. */
export const memory = (lowest = "128Mi", highest = "64Gi") =>
    z
        .string()
        .regex(sizePattern, { error: "is no amount of memory" })
        .meta({ description: "An amount of memory with its unit", examples: ["512Mi", "1Gi"] })
        .transform(mebibytes)
        .refine((m) => m >= mebibytes(lowest) && m <= mebibytes(highest), {
            params: { repair: `write an amount between ${lowest} and ${highest}` },
            error: "is out of range",
        });

/** An amount of disk: `20Gi`. */
export const storage = (lowest = "10Gi", highest = "65536Gi") =>
    z
        .string()
        .regex(/^\d+Gi$/, { error: "is no amount of disk" })
        .meta({ description: "An amount of disk with its unit", examples: ["20Gi"] })
        .transform((text) => (mebibytes(text) / 1024) as Gibibytes)
        .refine((g) => g * 1024 >= mebibytes(lowest) && g * 1024 <= mebibytes(highest), {
            params: { repair: `write an amount between ${lowest} and ${highest}` },
            error: "is out of range",
        });
