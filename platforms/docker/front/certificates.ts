import { posix } from "node:path";
import type { MountedText } from "../files";
import type { Tls } from "./description";
import { scripts } from "./scripts";

/** Where the certificate comes from. Whichever it is, nginx takes a new one up while it runs. */
export type CertificateSource = CertificateFiles | SelfSignedCertificate | AcmeCertificate;

/** Somebody puts it on the host, and renews it there. */
export interface CertificateFiles {
    readonly from: "files";
    /** Folder of the host. */
    readonly directory: string;
    /** Names of the two files in it: the certificate with its chain, and its key, both readable by group 101. */
    readonly certificate: string;
    readonly key: string;
}

/** For a laptop: browsers warn of it once. */
export interface SelfSignedCertificate {
    readonly from: "self-signed";
    readonly hosts: readonly string[];
}

/** From Let's Encrypt, or another authority that speaks ACME and asks over HTTP. */
export interface AcmeCertificate {
    readonly from: "acme";
    readonly hosts: readonly string[];
    /** Whom the authority writes to. */
    readonly email: string;
    /** Default: Let's Encrypt. Its staging server for a try: `https://acme-staging-v02.api.letsencrypt.org/directory`. */
    readonly server?: string | undefined;
    /** File of the host with the authority's root certificate. Default: what is publicly known. */
    readonly root?: string | undefined;
}

/** A volume that nginx and the container that makes the certificate share. */
export type SharedVolume = "certificates" | "challenges";

/** What a certificate asks of nginx, and of a container beside it where one makes it. */
export interface CertificatePlan {
    readonly tls: Tls;
    readonly acmeChallenge?: string | undefined;
    readonly nginx: {
        readonly variables: Readonly<Record<string, string>>;
        /** By the folder that each is mounted at, to read. */
        readonly volumes: Readonly<Record<string, SharedVolume>>;
        readonly fromHost: Readonly<Record<string, string>>;
    };
    readonly maker?: CertificateMaker | undefined;
}

/** Runs as root, which owns a new volume, and may do nothing of what root may but to give a file to nginx's group. */
export interface CertificateMaker {
    readonly image: "nginx" | "certbot";
    readonly user: "0:0";
    readonly capabilities: readonly ["CHOWN"];
    readonly entryPoint: readonly string[];
    readonly variables: Readonly<Record<string, string>>;
    /** By the folder that each is mounted at, to write. */
    readonly volumes: Readonly<Record<string, SharedVolume>>;
    /** By the folder that each is mounted at, to read. */
    readonly fromHost: Readonly<Record<string, string>>;
    /** For `scriptFolder`. */
    readonly texts: readonly MountedText[];
    readonly health: readonly string[];
    /** Whether nginx must not start before it is healthy; an authority cannot sign before nginx answers. */
    readonly first: boolean;
}

/** User and group of the nginx image: https://github.com/nginx/docker-nginx/blob/master/stable/debian/Dockerfile */
export const nginxUser = "101:101";
/** Where nginx.conf and the scripts are mounted. */
export const scriptFolder = "/front";
/** Where the certificate is mounted; nginx serves a copy of it in memory. */
const certificateFolder = "/certificates";
const challengeFolder = "/challenges";
/** Where the root certificate of an authority of one's own is mounted. */
const authorityFolder = "/authority";
const served: Tls = { certificate: "/tmp/tls/certificate.pem", key: "/tmp/tls/key.pem" };

export function certificatesFrom(source: CertificateSource): CertificatePlan {
    switch (source.from) {
        case "files":
            return fromFiles(source);
        case "self-signed":
            return selfSigned(source);
        case "acme":
            return fromAuthority(source);
    }
}

function fromFiles({ directory, certificate, key }: CertificateFiles): CertificatePlan {
    demand(/^\/[^:\0\n]*$/.test(directory), "directory", directory, "an absolute path on the host without a colon");
    for (const file of [certificate, key]) demand(/^[\w.-]+$/.test(file), "file", file, "a name without a folder");
    return {
        tls: served,
        nginx: {
            variables: {
                ...asFiles("files", certificate, key),
                CERTIFICATE_ORIGIN: `${directory} on the host (${certificate}, ${key})`,
            },
            volumes: {},
            fromHost: { [certificateFolder]: directory },
        },
    };
}

function selfSigned({ hosts }: SelfSignedCertificate): CertificatePlan {
    return {
        tls: served,
        nginx: {
            variables: asFiles("self-signed"),
            volumes: { [certificateFolder]: "certificates" },
            fromHost: {},
        },
        maker: {
            ...maker("self-sign.sh", hosts),
            image: "nginx",
            volumes: { [certificateFolder]: "certificates" },
            fromHost: {},
            first: true,
        },
    };
}

function fromAuthority({ hosts, email, server, root }: AcmeCertificate): CertificatePlan {
    demand(/^[^\s@]+@[^\s@]+$/.test(email), "e-mail address", email, "one that is read");
    if (root !== undefined)
        demand(/^(\/[\w.-]+){2,}$/.test(root), "root certificate", root, "a file in a folder of the host");
    for (const host of hosts)
        demand(host.includes(".") && !/^[\d.]+$/.test(host), "host", host, "a public host name for an authority");
    const { variables, ...common } = maker("obtain-certificate.sh", hosts);
    return {
        tls: served,
        acmeChallenge: challengeFolder,
        nginx: {
            variables: { ...asFiles("acme"), CERTIFICATE_HOSTS: listed(hosts) },
            volumes: { [certificateFolder]: "certificates", [challengeFolder]: "challenges" },
            fromHost: {},
        },
        maker: {
            ...common,
            image: "certbot",
            variables: {
                ...variables,
                ACME_EMAIL: email,
                ...(server === undefined ? {} : { ACME_SERVER: server }),
                // Of certbot's HTTP library: https://requests.readthedocs.io/en/stable/user/advanced/#ssl-cert-verification
                ...(root === undefined
                    ? {}
                    : { REQUESTS_CA_BUNDLE: posix.join(authorityFolder, posix.basename(root)) }),
                CHALLENGE_FOLDER: challengeFolder,
            },
            volumes: { [certificateFolder]: "certificates", [challengeFolder]: "challenges" },
            fromHost: root === undefined ? {} : { [authorityFolder]: posix.dirname(root) },
            first: false,
        },
    };
}

const asFiles = (from: CertificateSource["from"], certificate = "certificate.pem", key = "key.pem") => ({
    CERTIFICATE_FROM: from,
    CERTIFICATE_FILE: `${certificateFolder}/${certificate}`,
    KEY_FILE: `${certificateFolder}/${key}`,
});

const maker = (script: string, hosts: readonly string[]) => ({
    user: "0:0" as const,
    capabilities: ["CHOWN"] as const,
    entryPoint: ["/bin/sh", `${scriptFolder}/${script}`],
    variables: {
        CERTIFICATE_FOLDER: certificateFolder,
        CERTIFICATE_HOSTS: listed(hosts),
        READER_GROUP: nginxUser.replace(/^.*:/, ""),
    },
    texts: scripts("common.sh", script, "certificate-health.sh"),
    health: ["CMD", "/bin/sh", `${scriptFolder}/certificate-health.sh`],
});

/** Host names as a shell splits them again: of characters that it leaves alone. */
function listed(hosts: readonly string[]): string {
    demand(hosts.length > 0, "certificate", "without a host", "at least one host name");
    for (const host of hosts) demand(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host), "host", host, "a host name");
    return hosts.join(" ");
}

function demand(fine: boolean, what: string, value: string, repair: string): void {
    if (!fine)
        throw new RangeError(`The certificate cannot take the ${what} ${JSON.stringify(value)}: write ${repair}`);
}
