/** Series that the log collector makes from nginx's access lines. A label `service` says whom a request was for. */
export const frontFigures = {
    /** By class of the status too: `2xx`. */
    requests: "front_requests_total",
    /** Answered with 5xx; there from the first request on, and not only from the first failure. */
    failures: "front_failed_requests_total",
    /** A histogram. To a WebSocket a request lasts as long as the connection, so that those are not in it. */
    seconds: "front_request_seconds",
} as const;
