import type { Rule } from "../../policy/rule";
import type { Review } from "../plan";
import type { Progress } from "../report/progress";
import type { ReviewOptions } from "../review";

/** A stream that says when it has taken what was written. */
export interface Sink {
    readonly isTTY?: boolean | undefined;
    readonly columns?: number | undefined;
    readonly write: (text: string) => Promise<void>;
}

/** Everything that a command touches outside of itself. */
export interface Surroundings {
    readonly directory: string;
    readonly env: NodeJS.ProcessEnv;
    readonly stdout: Sink;
    readonly stderr: Sink;
    readonly progress: Progress;
    readonly version: () => string;
    // What takes long to load is loaded when a command asks for it.
    readonly review: (options: ReviewOptions) => Promise<Review>;
    readonly rules: () => readonly Rule[];
    readonly schema: () => unknown;
}
