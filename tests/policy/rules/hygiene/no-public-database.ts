import type { Value } from "../../../../policy/facts";
import { noPublicDatabase } from "../../../../policy/rules/hygiene/no-public-database";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

type Inputs = Readonly<Record<string, Value>>;
const alone = (type: string, inputs: Inputs): Stack => ({
    more: (staging) => [resource(staging, type, "it", inputs)],
});
const sql = (ipConfiguration: Inputs): Stack =>
    alone("gcp:sql/databaseInstance:DatabaseInstance", { settings: { ipConfiguration } });
const container = (image: string, ports: Value): Stack => alone("docker:index/container:Container", { image, ports });
const firewall = (inputs: Inputs): Stack => alone("gcp:compute/firewall:Firewall", inputs);
const service = (type: string, port: number): Stack =>
    alone("kubernetes:core/v1:Service", { spec: { type, ports: [{ port }] } });
const everywhere = { sourceRanges: ["0.0.0.0/0"] };
const publicAddress = /by a public address/;

export default casesOf(
    noPublicDatabase,
    stackOn({ environment: preProduction(), runs: false }),
    {},
    {
        "a private address only": [sql({ ipv4Enabled: false }), "gcp"],
        "what is not known yet": [sql({ ipv4Enabled: unknown, authorizedNetworks: unknown }), "gcp"],
        "a private AlloyDB": [alone("gcp:alloydb/instance:Instance", { networkConfig: {} }), "gcp"],
        "no port at all": [container("postgres:15-alpine", []), "docker"],
        "a backup that has the database's image": [
            alone("docker:index/container:Container", {
                image: "postgres:15-alpine",
                entrypoints: ["/bin/sh", "/backup/schedule.sh"],
                ports: [{ internal: 8080, external: 8080 }],
            }),
            "docker",
        ],
        "files for the database": [
            alone("docker:index/container:Container", { image: "postgres:15-alpine", start: false }),
            "docker",
        ],
        "a published port of the entry": [container("nginx:1", [{ internal: 443, external: 443 }]), "docker"],
        "a firewall for one's own range": [
            firewall({ sourceRanges: ["10.64.0.0/24"], allows: [{ protocol: "tcp", ports: ["5432"] }] }),
            "gcp",
        ],
        "a firewall for web traffic": [
            firewall({ ...everywhere, allows: [{ protocol: "tcp", ports: ["443"] }] }),
            "gcp",
        ],
        "a firewall for what goes out": [
            firewall({ ...everywhere, direction: "EGRESS", allows: [{ protocol: "all" }] }),
            "gcp",
        ],
        "a service inside the cluster": [service("ClusterIP", 5432), "kubernetes"],
        "a balancer for web traffic": [service("LoadBalancer", 443), "kubernetes"],
    },
    {
        "a public address": [sql({ ipv4Enabled: true }), publicAddress, "gcp"],
        "Cloud SQL's default": [sql({}), publicAddress, "gcp"],
        "networks that are let in": [
            sql({ ipv4Enabled: false, authorizedNetworks: [{ value: "0.0.0.0/0" }] }),
            /by authorised networks/,
            "gcp",
        ],
        "a public AlloyDB": [
            alone("gcp:alloydb/instance:Instance", { networkConfig: { enablePublicIp: true } }),
            publicAddress,
            "gcp",
        ],
        "an AlloyDB with networks that are let in": [
            alone("gcp:alloydb/instance:Instance", {
                networkConfig: { authorizedExternalNetworks: [{ cidrRange: "0.0.0.0/0" }] },
            }),
            /authorised networks/,
            "gcp",
        ],
        "a published port of PostgreSQL": [
            container("pgvector/pgvector:pg16", [{ internal: 5432, external: 5432 }]),
            /by a port of the host/,
            "docker",
        ],
        "a port of whatever number the host has": [
            container("postgres:15-alpine", [{ internal: 5432 }]),
            /by a port of the host/,
            "docker",
        ],
        "a port for the host alone": [
            container("redis:7-alpine", [{ internal: 6379, external: 6379, ip: "127.0.0.1" }]),
            /by a port of the host/,
            "docker",
        ],
        "every port that the image exposes": [
            alone("docker:index/container:Container", { image: "postgres:16", publishAllPorts: true }),
            /by a port of the host/,
            "docker",
        ],
        "a server that a shell starts": [
            alone("docker:index/container:Container", {
                image: "redis:7",
                entrypoints: ["sh", "-c"],
                command: ["exec redis-server /x.conf"],
                ports: [{ internal: 6379 }],
            }),
            /by a port of the host/,
            "docker",
        ],
        "a published port of Redis": [
            container("redis:7.2", [{ internal: 6379, external: 6379, ip: "0.0.0.0" }]),
            /by a port of the host/,
            "docker",
        ],
        "a firewall that is open": [
            firewall({ ...everywhere, allows: [{ protocol: "tcp", ports: ["5000-6000"] }] }),
            /lets the whole internet through/,
            "gcp",
        ],
        "a firewall that is open to one port": [
            firewall({ sourceRanges: ["::/0"], allows: [{ protocol: "tcp", ports: ["5432"] }] }),
            /lets the whole internet through/,
            "gcp",
        ],
        "a firewall that is open altogether": [
            firewall({ ...everywhere, allows: [{ protocol: "all" }] }),
            /lets the whole internet through/,
            "gcp",
        ],
        "a balancer for a database": [service("LoadBalancer", 5432), /A LoadBalancer publishes/, "kubernetes"],
        "a port of every node": [service("NodePort", 6379), /A NodePort publishes/, "kubernetes"],
    },
);
