import { z } from "zod";
import { duration } from "../units";
import { emailAddress } from "./names";

const locked = z
    .boolean()
    .default(false)
    .describe(
        "Locks the retention for ever. IRREVERSIBLE: nobody can shorten or lift it again, neither an owner of the project nor Google, and until the last entry is old enough the project cannot be deleted without leaving it behind",
    );

export const audit = z
    .strictObject({
        records: z
            .strictObject({
                retention: duration("1d", "3650d")
                    .prefault("365d")
                    .describe("How long a record can neither be changed nor deleted"),
                locked,
                expireAfter: duration("1d", "36500d")
                    .optional()
                    .describe("Age at which a record is deleted, not below `retention`; left out, never"),
                readers: z
                    .array(emailAddress)
                    .max(16)
                    .default([])
                    .describe("Groups of people who may read the records, by address; nobody else is let in"),
            })
            .optional()
            .describe("A write-once store for the agent's signed reasoning records, to which API and gateway add"),
        logs: z
            .strictObject({
                retention: duration("1d", "3650d").prefault("400d").describe("How long audit logs are kept"),
                locked,
                dataAccess: z
                    .boolean()
                    .default(true)
                    .describe(
                        "Whether reads and writes of data and secrets are logged, not only changes of settings; what is logged is paid for by volume",
                    ),
            })
            .optional()
            .describe("Who did what in the environment's project"),
    })
    .prefault({})
    .describe("Evidence that nobody can take back");
export type Audit = z.output<typeof audit>;
