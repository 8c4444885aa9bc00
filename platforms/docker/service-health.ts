import { type Seconds, toSeconds } from "../../environment/units";
import type { HealthCheck } from "./container";

/** Longest time for one answer; the engine itself ends the whole check after ten seconds. */
const patience = 8;

interface Asked {
    readonly port: number;
    readonly path: string;
    readonly interval: Seconds;
    readonly failures: number;
}

/**
 * Asks a service on its port. The engine starts again what ends, and nothing that only hangs: so one that answered before,
 * and then takes connections without a word for as many checks in a row as count, is ended here. One that refuses
 * connections, or says that it is not well, is left alone: it may be on its way out, with calls that are not over yet.
 */
export const serviceHealth = ({ port, path, interval, failures }: Asked): HealthCheck => ({
    test: ["CMD-SHELL", check(port, path, failures)],
    interval,
    timeout: toSeconds(10),
    retries: failures,
    startPeriod: toSeconds(60),
});

/** In memory, and so gone with the process that it tells of. */
const count = "/tmp/.unanswered";

/** `timeout` ends with 124, BusyBox' with 143; `kill -1` reaches everything but the first process, which then ends itself. */
const check = (port: number, path: string, failures: number): string =>
    [
        `ask() { ${asking(`http://127.0.0.1:${port}${path}`)}; }`,
        "ask; code=$?",
        `if [ $code = 0 ]; then echo 0 >${count}; exit 0; fi`,
        `[ -f ${count} ] || exit 1`,
        `case $code in 124|143) unanswered=$(($(cat ${count}) + 1)) ;; *) unanswered=0 ;; esac`,
        `echo $unanswered >${count}`,
        `[ $unanswered -lt ${failures} ] || kill -KILL -1`,
        "exit 1",
    ].join("; ");

/** By what the image has: BusyBox' or GNU's wget, curl, or Node itself. */
const asking = (url: string): string =>
    [
        `limit="$(command -v timeout >/dev/null && echo timeout ${patience})"`,
        `if command -v wget >/dev/null; then $limit wget -q -T ${2 * patience} -O /dev/null ${url}`,
        `elif command -v curl >/dev/null; then $limit curl -fsS -m ${2 * patience} -o /dev/null ${url}`,
        `else $limit node -e "fetch('${url}').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"; fi`,
    ].join("; ");
