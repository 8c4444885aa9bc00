import { type Changes, environmentOf, ofShared, onDocker, tunnelled } from "../../environment/fixtures";

/** Two environments behind one tunnel, and the stack that owns it. */
export const hosts = { staging: "staging.acme.example", main: "www.acme.example" } as const;
export const fronts = { staging: "http://192.168.120.12:3101", main: "http://192.168.120.12:3100" } as const;

const behind = (tier: "pre-production" | "production", port: number, changes: Changes) =>
    environmentOf(tier, {
        ...onDocker,
        "ringfence:services": ["api", "web"],
        "ringfence:domain": tunnelled,
        "ringfence:front": { address: "192.168.120.12", port, routes: "paths" },
        "ringfence:transcription": { from: "shared" },
        "ringfence:dumps": { target: { kind: "path", path: `/mnt/backups/${tier}` } },
        ...changes,
    });

export const staging = (changes: Changes = {}) => behind("pre-production", 3101, changes);
export const main = (changes: Changes = {}) => behind("production", 3100, changes);

export const shared = (changes: Changes = {}) =>
    environmentOf(
        "pre-production",
        {
            ...ofShared,
            "ringfence:tunnel": {
                name: "office",
                accountId: tunnelled.accountId,
                ingress: { [hosts.staging]: fronts.staging, [hosts.main]: fronts.main },
            },
            "ringfence:transcription": { address: "192.168.120.12" },
            ...changes,
        },
        "shared",
    );
