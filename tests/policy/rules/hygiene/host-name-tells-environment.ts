import type { PlatformName } from "../../../../policy/rule";
import { hostNameTellsEnvironment } from "../../../../policy/rules/hygiene/host-name-tells-environment";
import { casesOf } from "../../cases";
import { preProduction, production, sandbox, shared } from "../../environments";
import { resource, scope, unknown } from "../../facts-builders";
import type { Stack } from "../../stack";

/** A stack whose one host name is what the case asks for as `name`. */
const build = (platform: PlatformName, { environment = preProduction(), workload }: Stack) => {
    const name = workload?.inputs?.name ?? workload?.name ?? "staging-api.example.com";
    const type = String(workload?.inputs?.type ?? "AAAA");
    const entry = {
        cloudflare: () => resource(environment, "cloudflare:index/dnsRecord:DnsRecord", "entry", { name, type }),
        gcp: () => resource(environment, "gcp:cloudrun/domainMapping:DomainMapping", "entry", { name }),
        kubernetes: () =>
            resource(environment, "kubernetes:networking.k8s.io/v1:Ingress", "entry", {
                spec: { rules: [{ host: name }] },
            }),
        docker: () => resource(environment, "docker:index/container:Container", "entry", {}),
    };
    const route = resource(environment, "cloudflare:index/workersRoute:WorkersRoute", "route", {
        pattern: typeof name === "string" ? `${name}/*` : name,
    });
    return scope(
        environment,
        platform === "cloudflare" && type === "AAAA" ? [entry.cloudflare(), route] : [entry[platform]()],
    );
};
const called = (name: string): Stack => ({ workload: { name } });

export default casesOf(
    hostNameTellsEnvironment,
    build,
    {},
    {
        "a word of the tier": called("staging-oracle.ingeniotech.co.uk"),
        "the environment's own name": { environment: sandbox(), ...called("beta-api.example.com") },
        "the name of an environment that says no tier": {
            environment: { ...preProduction(), name: "rehearsal" },
            ...called("rehearsal-api.example.com"),
        },
        "a word of the tier where the environment is called otherwise": {
            environment: { ...preProduction(), name: "rehearsal" },
            ...called("uat-api.example.com"),
        },
        "production under another zone": {
            environment: production({ domain: undefined }),
            ...called("theoracle.ingeniotech.co.uk"),
        },
        "production's plain name": { environment: production(), ...called("theoracle.ingeniotech.co.uk") },
        "a zone that is called like another tier": {
            environment: production({
                domain: { zone: "beta-bank.com", zoneId: "0".repeat(32), accountId: "1".repeat(32) },
            }),
            ...called("api.beta-bank.com"),
        },
        "a word inside another": { environment: production(), ...called("stagecoach.example.com") },
        "a zone of the environment's own": called("api.staging.example.com"),
        "a shared stack's name": { environment: shared(), ...called("whisper.example.com") },
        "a proof of ownership": [called("_acme-challenge.example.com"), "cloudflare"],
        mail: [{ workload: { inputs: { name: "example.com", type: "MX" } } }, "cloudflare"],
        "a name that is not known yet": { workload: { inputs: { name: unknown } } },
    },
    {
        "a name that says nothing": [called("api.example.com"), /does not say that it is staging's/],
        "production's word": [called("staging-live.example.com"), /says "live", but this is staging/],
        "a sandbox's word in staging": [called("beta-api.example.com"), /does not say that it is staging's/],
        "staging's word in production": [
            { environment: production(), ...called("staging-api.example.com") },
            /says "staging", but this is main/,
        ],
        "a sandbox's word in production": [{ environment: production(), ...called("dev.example.com") }, /says "dev"/],
    },
);
