import { type Changes, environmentOf, onDocker } from "../../environment/fixtures";

/** Two environments behind one tunnel, and the stack that owns it. */
const domain = {
    zone: "acme.example",
    zoneId: "023e105f4ecef8ad9ca31a8372d0c353",
    accountId: "9a7806061c88ada191ed06f989cc3dac",
    entry: "tunnel",
    tunnel: "shared",
};

export const hosts = { staging: "staging.acme.example", main: "www.acme.example" } as const;
export const fronts = { staging: "http://192.168.120.12:3101", main: "http://192.168.120.12:3100" } as const;

const behind = (tier: "pre-production" | "production", port: number, changes: Changes) =>
    environmentOf(tier, {
        ...onDocker,
        "ringfence:services": ["api", "web"],
        "ringfence:domain": domain,
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
            ...onDocker,
            "ringfence:tier": "shared",
            "ringfence:services": [],
            "ringfence:front": undefined,
            "ringfence:dumps": undefined,
            "ringfence:database": { engine: "none" },
            "ringfence:redis": undefined,
            "ringfence:secrets": undefined,
            "ringfence:integrations": undefined,
            "ringfence:safeguards": undefined,
            "ringfence:tunnel": {
                name: "office",
                accountId: domain.accountId,
                ingress: { [hosts.staging]: fronts.staging, [hosts.main]: fronts.main },
            },
            "ringfence:transcription": { address: "192.168.120.12" },
            ...changes,
        },
        "shared",
    );
