import { databaseAvailabilityOf, type Environment } from "../../environment";
import type { Platform } from "../../platforms/platform";
import type { DatabaseArgs } from "../database";

/** The environment's database, as its component takes it. */
export function databaseArgs(environment: Environment, platform: Platform): DatabaseArgs {
    const { database } = environment;
    return database.engine === "postgresql"
        ? { platform, ...database, availability: databaseAvailabilityOf(environment) }
        : { platform, ...database };
}
