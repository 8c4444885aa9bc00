import { milliseconds, type Seconds } from "../../environment/units";
import { seconds } from "../quantities";
import { texts } from "./settings";

export interface PoolArgs {
    /** Connections that each instance keeps open. Default: 0. */
    readonly min?: number | undefined;
    /** Connections of each instance at most. Default: 10. */
    readonly max?: number | undefined;
    /** Wait for a free connection of the pool. Default: 10 s. */
    readonly timeout?: Seconds | undefined;
    /** Wait for a new connection. Default: 10 s. */
    readonly connectTimeout?: Seconds | undefined;
    /** After this the server ends a statement. Default: 10 s. */
    readonly statementTimeout?: Seconds | undefined;
}

export const usualStatementTimeout = seconds("10s");

/** Client libraries count in milliseconds. */
export const pool = (args: PoolArgs = {}): Record<string, string> =>
    texts({
        DATABASE_POOL_MIN: args.min ?? 0,
        DATABASE_POOL_MAX: args.max ?? 10,
        DATABASE_POOL_TIMEOUT_MS: milliseconds(args.timeout ?? seconds("10s")),
        DATABASE_CONNECT_TIMEOUT_MS: milliseconds(args.connectTimeout ?? seconds("10s")),
        DATABASE_STATEMENT_TIMEOUT_MS: milliseconds(args.statementTimeout ?? usualStatementTimeout),
    });
