import type { Seconds } from "../../environment/units";
import { seconds } from "../quantities";
import { inClear, type Settings } from "./settings";

export interface CallsArgs {
    /** The longest call that must not be cut; at most the request timeout. Default: 55 min. */
    readonly longest?: Seconds | undefined;
    /** How long a leaving instance waits for its calls. Default: the longest call. */
    readonly drain?: Seconds | undefined;
    /** Time between two pings on an idle connection; below Cloudflare's 100 s. Default: 25 s. */
    readonly heartbeat?: Seconds | undefined;
}

/** The drain budget, as the gateway keeps to it. */
export function calls({ longest = seconds("55m"), drain = longest, heartbeat = seconds("25s") }: CallsArgs): Settings {
    return inClear({ CALL_MAX_SECONDS: longest, DRAIN_SECONDS: drain, HEARTBEAT_SECONDS: heartbeat });
}
