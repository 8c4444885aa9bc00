import type { MountedText } from "../files";
import { type CertificatePlan, scriptFolder } from "./certificates";
import { frontConfiguration } from "./configuration";
import { type FrontConfiguration, healthPath } from "./description";
import { scripts } from "./scripts";

/**
 * What the container of nginx starts with. Its image must be one with openssl and curl: nginx's own on Debian has both, that
 * on Alpine has no openssl. https://github.com/nginx/docker-nginx/issues/633
 */
export interface FrontStart {
    readonly entryPoint: readonly string[];
    /**
     * For `scriptFolder`: `nginx.conf` first, then the scripts. A change of nginx.conf that gets into the running container is
     * taken up there, without an end of calls; where nginx.conf lies elsewhere, the variable CONFIGURATION says where.
     */
    readonly texts: readonly MountedText[];
    readonly variables: Readonly<Record<string, string>>;
    readonly health: readonly string[];
    /** Ends nginx when its calls have ended, and lets nobody new in until then; SIGTERM would cut them. */
    readonly stopSignal: "SIGQUIT";
}

export function frontStart(front: FrontConfiguration, certificates?: CertificatePlan): FrontStart {
    const { http, https } = front.ports;
    const origin = http === undefined ? `https://127.0.0.1:${https}` : `http://127.0.0.1:${http}`;
    return {
        entryPoint: ["/bin/sh", `${scriptFolder}/start.sh`],
        texts: [
            { name: "nginx.conf", content: frontConfiguration(front) },
            ...scripts("common.sh", "start.sh", "watch.sh", "health.sh"),
        ],
        variables: { ...certificates?.nginx.variables, HEALTH_URL: `${origin}${healthPath}` },
        health: ["CMD", "/bin/sh", `${scriptFolder}/health.sh`],
        stopSignal: "SIGQUIT",
    };
}
