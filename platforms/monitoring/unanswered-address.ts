import type { NoticeAnywhere } from "./notice";

/** `asked`: from where, and how. */
export const unansweredAddress = (asked: string): NoticeAnywhere => ({
    called: "uptime",
    title: "A public address does not answer",
    urgent: true,
    means: `${asked}, an address does not answer with 2xx within 10 s, or its certificate is not valid.`,
});

/** A step of several. */
export const onlyTheHealthPath =
    "If only the health path fails, the service cannot reach what it needs: database, Redis, a secret.";
