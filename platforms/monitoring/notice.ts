/** What somebody is told who should know of something: what it means, and what to do about it. */
export interface Notice {
    /** Kebab case: part of its name, and the heading in docs/operating.md. */
    readonly called: string;
    /** A short sentence, the subject of the mail. */
    readonly title: string;
    /** Whether callers notice, or soon will. */
    readonly urgent: boolean;
    /** One to three sentences. */
    readonly means: string;
    /** Steps, the likeliest cause first. */
    readonly steps: readonly string[];
}

/** What is told alike wherever it runs; the steps depend on where that is. */
export type NoticeAnywhere = Omit<Notice, "steps">;
