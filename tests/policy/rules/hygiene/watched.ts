import type { Environment } from "../../../../environment";
import { Partial, type ResourceFacts, type Value } from "../../../../policy/facts";
import { watched } from "../../../../policy/rules/hygiene/watched";
import { casesOf, failsOn, passesOn } from "../../cases";
import { onDocker, preProduction, production, sandbox } from "../../environments";
import { output, resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

type Inputs = Readonly<Record<string, Value>>;
const channels = { notificationChannels: ["projects/acme/notificationChannels/1"] };
const alert = (environment: Environment, name: string, condition: Inputs, more: Inputs = {}) =>
    resource(environment, "gcp:monitoring/alertPolicy:AlertPolicy", name, {
        ...channels,
        conditions: [condition],
        ...more,
    });
const threshold = (filter: Value): Inputs => ({ conditionThreshold: { filter } });
const metric = (type: string, ...where: readonly string[]): string =>
    [`metric.type = "${type}"`, ...where].join(" AND ");
const requests = "run.googleapis.com/request_count";
const failed = 'metric.labels.response_code_class = "5xx"';
const cpu = "cloudsql.googleapis.com/database/cpu/utilization";

const record = (environment: Environment, name: Value) =>
    resource(environment, "cloudflare:index/dnsRecord:DnsRecord", "api-record", { name, type: "A" });
const check = (environment: Environment, host: Value) =>
    resource(environment, "gcp:monitoring/uptimeCheckConfig:UptimeCheckConfig", "check", {
        monitoredResource: { type: "uptime_url", labels: { host } },
    });
const database = (environment: Environment, inputs: Inputs = {}) =>
    resource(environment, "gcp:sql/databaseInstance:DatabaseInstance", "db", { name: "voice-db", ...inputs });

/** A service, a host name and a database, each watched, unless a case makes one of the watches otherwise. */
interface Parts {
    readonly host?: Value;
    readonly checks?: Value | null;
    readonly errors?: (environment: Environment) => readonly ResourceFacts[];
    readonly data?: (environment: Environment) => readonly ResourceFacts[];
    readonly environment?: Environment;
}
const onErrors = (environment: Environment) => [alert(environment, "errors", threshold(metric(requests, failed)))];
const onDatabase = (environment: Environment) => [
    database(environment),
    alert(environment, "database", threshold(metric(cpu))),
];
const stack = (parts: Parts = {}): Stack => ({
    ...(parts.environment === undefined ? {} : { environment: parts.environment }),
    more: (environment) => [
        record(environment, parts.host ?? "api.example.com"),
        ...(parts.checks === null ? [] : [check(environment, parts.checks ?? "api.example.com")]),
        ...(parts.errors ?? onErrors)(environment),
        ...(parts.data ?? onDatabase)(environment),
    ],
});
const errorsBy = (condition: Inputs, more: Inputs = {}): Stack =>
    stack({ errors: (environment) => [alert(environment, "errors", condition, more)] });
const none = () => [];

/** A service on a Docker host that callers reach. */
const onHost = (environment: Environment = production()): Stack => ({
    environment: onDocker(environment),
    workload: { inputs: { ports: [{ internal: 8080, external: 443, ip: "203.0.113.7" }] } },
});
const prometheus = (environment: Environment, more: Inputs = {}) =>
    resource(environment, "docker:index/container:Container", "prometheus", {
        image: "prom/prometheus:v3.13.2@sha256:508729e0",
        ...more,
    });
const service = "voice-agent-main";

export default casesOf(
    watched,
    stackOn({ environment: production(), workload: { name: service } }),
    stack(),
    {
        ...passesOn("docker", {
            "a Docker host with its own Prometheus": {
                ...onHost(),
                more: (environment) => [prometheus(environment)],
            },
            "a Docker host that nobody reaches": { environment: onDocker(production()) },
            "a Docker host below production": onHost(preProduction()),
        }),
        ...passesOn("gcp", {
            "an alert on this service": errorsBy(
                threshold(metric(requests, failed, `resource.labels.service_name = "${service}"`)),
            ),
            "an alert in PromQL": errorsBy({
                conditionPrometheusQueryLanguage: {
                    query: 'rate(run_googleapis_com:request_count{response_code_class="5xx"}[5m])',
                },
            }),
            "an alert on the budget of an objective": errorsBy(threshold('select_slo_burn_rate("slo", "3600s")')),
            "an alert on log entries": errorsBy({ conditionMatchedLog: { filter: "severity>=ERROR" } }),
            "a filter that is not known yet": errorsBy(threshold(unknown)),
            "conditions that are not known yet": errorsBy({}, { conditions: unknown }),
            "a host that is not known yet": stack({ host: unknown, checks: null }),
            "a host that is partly known": stack({
                host: new Partial([{ urn: "u", property: "p" }, ".example.com"]),
                checks: null,
            }),
            "names that are many": stack({ host: "*.example.com", checks: null }),
            "a check of a host that is not known yet": stack({ checks: unknown }),
            "a check by the name in other letters": stack({ checks: "API.example.com" }),
            "no database": stack({ data: none }),
            "a Firestore": stack({
                data: (environment) => [
                    resource(environment, "gcp:firestore/database:Database", "db", { name: "voice" }),
                ],
            }),
            "an alert on this database": stack({
                data: (environment) => {
                    const server = database(environment);
                    const where = new Partial([
                        `${metric(cpu)} AND resource.labels.database_id = "acme:`,
                        ...output(server, "name").parts,
                        '"',
                    ]);
                    return [server, alert(environment, "database", threshold(where))];
                },
            }),
            "a sandbox": stack({ environment: sandbox(), checks: null, errors: none, data: (it) => [database(it)] }),
        }),
    },
    {
        ...failsOn("docker", {
            "a Docker host that nothing watches": [onHost(), /nothing watches what they find/],
            "a Docker host whose Prometheus is never started": [
                { ...onHost(), more: (environment) => [prometheus(environment, { start: false })] },
                /nothing watches/,
            ],
            "a Docker host with an exporter alone": [
                {
                    ...onHost(),
                    more: (environment) => [prometheus(environment, { image: "prom/prometheus-exporter" })],
                },
                /nothing watches/,
            ],
        }),
        ...failsOn("gcp", {
            "a host that nothing asks for": [
                stack({ checks: null }),
                /asks from outside whether "api\.example\.com" answers/,
            ],
            "a check of another host": [stack({ checks: "www.example.com" }), /"api\.example\.com"/],
            "no alert on errors": [
                stack({ errors: none }),
                /Nobody is told when "voice-agent-main" answers with errors/,
            ],
            "an alert on something else": [
                errorsBy(threshold(metric("run.googleapis.com/container/instance_count"))),
                /errors/,
            ],
            "an alert on another service": [
                errorsBy(threshold(metric(requests, failed, 'resource.labels.service_name = "other"'))),
                /errors/,
            ],
            "an alert that is switched off": [
                errorsBy(threshold(metric(requests, failed)), { enabled: false }),
                /errors/,
            ],
            "an alert that tells nobody": [
                errorsBy(threshold(metric(requests, failed)), { notificationChannels: [] }),
                /errors/,
            ],
            "a database that nobody watches": [
                stack({ data: (environment) => [database(environment)] }),
                /when the database runs out of something/,
            ],
            "an alert on another database": [
                stack({
                    data: (environment) => [
                        database(environment),
                        alert(
                            environment,
                            "database",
                            threshold(metric(cpu, 'resource.labels.database_id = "acme:other"')),
                        ),
                    ],
                }),
                /the database/,
            ],
            "an AlloyDB that nobody watches": [
                stack({
                    data: (environment) => [
                        resource(environment, "gcp:alloydb/instance:Instance", "db", { instanceId: "voice" }),
                    ],
                }),
                /the database/,
            ],
            "pre-production without": [
                stack({ environment: preProduction(), host: "staging-api.example.com" }),
                /staging-api/,
            ],
        }),
    },
);
