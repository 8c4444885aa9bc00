import { mebibytes, seconds } from "../../environment/units";
import type { ServiceArgs } from "../../platforms/platform";

/** A service as plain as can be; each case bends it in one way. */
export const plainService: ServiceArgs = {
    serviceName: "voice-api-dev",
    image: `europe-west2-docker.pkg.dev/acme/voice/api@sha256:${"a".repeat(64)}`,
    release: "r1",
    port: 3000,
    cpu: 1,
    memory: mebibytes("512Mi"),
    instances: { min: 0, max: 1 },
    concurrency: 80,
    scaleOn: { metric: "requests" },
    timeout: seconds("60s"),
    health: { path: "/health", interval: seconds("30s"), failures: 2 },
    sticky: false,
    public: true,
    publicBy: "grant",
    reachedBy: "internet",
    variables: {},
    uses: [],
    privateNetwork: false,
    secretsAs: "files",
    drain: seconds("60s"),
    writable: false,
};
