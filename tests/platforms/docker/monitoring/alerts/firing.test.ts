import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { alertRules } from "../../../../../platforms/docker/monitoring/alerts";
import { describeWith } from "../../front/tools";
import { everything } from "../environments";
import { missing, program } from "../tools";

/** A series as promtool writes it: `0+15x40` begins with 0 and grows by 15 forty times, a sample every 15 s; `_` is none. */
type Series = Readonly<Record<string, string>>;

interface Case {
    readonly so: string;
    readonly series: Series;
    /** Minutes after which it is looked at. */
    readonly after: number;
    /** Minutes between two looks of Prometheus at its rules. Default: 1. */
    readonly every?: number;
    /** `alert: condition` of what fires then. */
    readonly fires: readonly string[];
}

const samples = (minutes: number): number => minutes * 4;
const steady = (value: number, minutes = 90): string => `${value}+0x${samples(minutes)}`;
const growing = (each: number, minutes = 90): string => `0+${each}x${samples(minutes)}`;

/** An environment in which everything is as it should be. */
const whole = everything();
const components = [whole.front, whole.database, whole.redis]
    .flatMap((each) => (each === undefined ? [] : [each.component]))
    .concat(...whole.services.map((service) => service.components))
    .concat(whole.database?.backups ?? [], whole.schedules);
const [takesBackups = ""] = whole.database?.backups ?? [];
const [migration = ""] = whole.jobs;
const [scheduled = ""] = whole.schedules;
const own = (component: string, more = ""): string =>
    `{component="${component}",container_name="main-${component}"${more}}`;
const running = (component: string): string => own(component, ',container_status="running"');
const well: Series = {
    'up{job="container-exporter"}': steady(1),
    'up{job="log-collector"}': steady(1),
    ...Object.fromEntries(components.map((each) => [`docker_container_status_pid${running(each)}`, steady(4711)])),
    ...Object.fromEntries(components.map((each) => [`docker_container_health_healthy${running(each)}`, steady(1)])),
    loki_source_docker_target_entries_total: growing(20),
};
const answered = (service: string, each: number, minutes?: number): Series => ({
    [`front_requests_total{service="${service}",class="2xx"}`]: growing(each, minutes),
    [`front_failed_requests_total{service="${service}"}`]: steady(0, minutes),
});
const within = (fast: number, slow: number): Series => ({
    'front_request_seconds_bucket{service="api",le="0.5"}': growing(fast),
    'front_request_seconds_bucket{service="api",le="0.8"}': growing(fast),
    'front_request_seconds_bucket{service="api",le="2.5"}': growing(fast + slow),
    'front_request_seconds_bucket{service="api",le="+Inf"}': growing(fast + slow),
    'front_request_seconds_count{service="api"}': growing(fast + slow),
});
const disk = 'device="/dev/sda1",fstype="ext4",mountpoint';

const cases: readonly Case[] = [
    { so: "all is well", series: well, after: 80, fires: [] },
    {
        so: "a service's requests succeed",
        series: { ...answered("api", 30), ...within(30, 1) },
        after: 80,
        fires: [],
    },
    {
        so: "two of a hundred requests fail, as long as there are any",
        series: { ...answered("api", 98), 'front_failed_requests_total{service="api"}': growing(2) },
        after: 10,
        fires: ["errors: share", "objective-slow: burn-rate"],
    },
    {
        so: "a single request fails in a quiet night",
        series: {
            'front_requests_total{service="api",class="2xx"}': "0+0x20 1+0x40",
            'front_requests_total{service="api",class="5xx"}': "0+0x20 1+0x40",
            'front_failed_requests_total{service="api"}': "0+0x20 1+0x40",
        },
        after: 6,
        fires: [],
    },
    {
        so: "the API is slow for one caller in ten",
        series: within(27, 3),
        after: 10,
        fires: ["latency: percentile"],
    },
    { so: "the API is slow for one caller in thirty", series: within(29, 1), after: 10, fires: [] },
    {
        so: "the gateway's requests last as long as calls",
        series: {
            'front_request_seconds_bucket{service="gateway",le="60"}': steady(0),
            'front_request_seconds_bucket{service="gateway",le="+Inf"}': growing(10),
            'front_request_seconds_count{service="gateway"}': growing(10),
        },
        after: 10,
        fires: [],
    },
    {
        so: "ten percent have failed for an hour",
        series: {
            'front_requests_total{service="web",class="2xx"}': growing(9),
            'front_requests_total{service="web",class="5xx"}': growing(1),
            'front_failed_requests_total{service="web"}': growing(1),
        },
        after: 70,
        fires: ["errors: share", "objective-fast: burn-rate", "objective-slow: burn-rate"],
    },
    {
        so: "every request has failed from the first one on",
        series: {
            'front_requests_total{service="web",class="5xx"}': growing(5),
            'front_failed_requests_total{service="web"}': growing(5),
        },
        after: 70,
        fires: ["errors: share", "objective-fast: burn-rate", "objective-slow: burn-rate"],
    },
    {
        so: "two percent fail, which the objective forgives for an hour and not for a day",
        series: {
            'front_requests_total{service="web",class="2xx"}': growing(98, 1500),
            'front_requests_total{service="web",class="5xx"}': growing(2, 1500),
            'front_failed_requests_total{service="web"}': growing(2, 1500),
        },
        after: 1450,
        every: 5,
        fires: ["errors: share", "objective-slow: burn-rate"],
    },
    {
        so: "ten percent failed for half an hour, half an hour ago",
        series: {
            'front_requests_total{service="web",class="2xx"}': growing(10),
            'front_failed_requests_total{service="web"}': `0+1x${samples(30)} ${samples(30)}+0x${samples(60)}`,
        },
        after: 60,
        fires: ["objective-slow: burn-rate"],
    },
    {
        so: "an address does not answer for three minutes",
        series: { 'probe_success{job="probes",instance="https://api.example.com/health"}': steady(0) },
        after: 3,
        fires: ["uptime: no-answer"],
    },
    {
        so: "an address did not answer once",
        series: { 'probe_success{job="probes",instance="https://api.example.com/health"}': "1+0x8 0+0x3 1+0x60" },
        after: 4,
        fires: [],
    },
    {
        so: "a certificate has ten days left",
        series: { 'probe_ssl_earliest_cert_expiry{job="probes",instance="https://api.example.com"}': steady(864000) },
        after: 15,
        fires: ["certificates: expiry"],
    },
    {
        so: "a certificate has a month left",
        series: { 'probe_ssl_earliest_cert_expiry{job="probes",instance="https://api.example.com"}': steady(2592000) },
        after: 15,
        fires: [],
    },
    {
        so: "a container has used its memory",
        series: {
            [`docker_container_mem_usage${running("api-container-1")}`]: steady(500),
            [`docker_container_mem_active_file${running("api-container-1")}`]: steady(10),
            [`docker_container_mem_limit${running("api-container-1")}`]: steady(512),
        },
        after: 15,
        fires: ["capacity: memory"],
    },
    {
        so: "a database keeps files in its memory, as it should",
        series: {
            [`docker_container_mem_usage${running("database-server")}`]: steady(500),
            [`docker_container_mem_active_file${running("database-server")}`]: steady(300),
            [`docker_container_mem_limit${running("database-server")}`]: steady(512),
        },
        after: 15,
        fires: [],
    },
    {
        so: "a container is held back most of the time",
        series: {
            [`docker_container_cpu_throttling_periods${running("api-container-1")}`]: growing(150),
            [`docker_container_cpu_throttling_throttled_periods${running("api-container-1")}`]: growing(120),
        },
        after: 30,
        fires: ["capacity: cpu"],
    },
    {
        so: "a container is unhealthy",
        series: { ...well, [`docker_container_health_healthy${running("api-container-2")}`]: steady(0) },
        after: 10,
        fires: ["containers: unhealthy"],
    },
    {
        so: "a container was unhealthy for a minute",
        series: { ...well, [`docker_container_health_healthy${running("api-container-2")}`]: "1+0x20 0+0x4 1+0x200" },
        after: 10,
        fires: [],
    },
    {
        so: "a container was taken away",
        series: { ...well, [`docker_container_status_pid${running("gateway-container-1")}`]: "4711+0x20" },
        after: 20,
        fires: ["containers: missing"],
    },
    {
        so: "nobody says what runs",
        series: { 'up{job="container-exporter"}': steady(0) },
        after: 15,
        fires: ["targets: no-answer"],
    },
    {
        so: "a container ends again and again",
        series: { ...well, [`docker_container_status_restart_count${running("web-container-1")}`]: `0+0x40 4+0x200` },
        after: 20,
        fires: ["containers: restarts"],
    },
    {
        so: "the newest backup is too old",
        series: { ...well, [`docker_container_health_healthy${running(takesBackups)}`]: steady(0) },
        after: 10,
        fires: ["backups: late"],
    },
    {
        so: "nothing takes backups",
        series: { ...well, [`docker_container_status_pid${running(takesBackups)}`]: "_" },
        after: 10,
        fires: ["backups: missing"],
    },
    {
        so: "a migration failed",
        series: {
            [`docker_container_status_exitcode${own(migration, ',container_status="exited"')}`]: steady(1),
        },
        after: 10,
        fires: ["jobs: exit-code"],
    },
    {
        so: "the last run of something on a schedule failed, which is no container that hangs",
        series: { ...well, [`docker_container_health_healthy${running(scheduled)}`]: steady(0) },
        after: 80,
        fires: ["jobs: schedule"],
    },
    {
        so: "nothing keeps a schedule",
        series: { ...well, [`docker_container_status_pid${running(scheduled)}`]: "_" },
        after: 10,
        fires: ["jobs: missing"],
    },
    {
        so: "a migration succeeded, and a service was stopped by hand",
        series: {
            [`docker_container_status_exitcode${own(migration, ',container_status="exited"')}`]: steady(0),
            [`docker_container_status_exitcode${own("web-container-1", ',container_status="exited"')}`]: steady(137),
        },
        after: 10,
        fires: [],
    },
    { so: "PostgreSQL is away", series: { pg_up: steady(0) }, after: 10, fires: ["database: no-answer"] },
    {
        so: "the connections are nearly all taken",
        series: {
            'pg_stat_database_numbackends{datname="voice"}': steady(80),
            'pg_stat_database_numbackends{datname="postgres"}': steady(1),
        },
        after: 10,
        fires: ["database: connections"],
    },
    {
        so: "half of the connections are taken",
        series: { 'pg_stat_database_numbackends{datname="voice"}': steady(50) },
        after: 10,
        fires: [],
    },
    {
        so: "there are deadlocks, and not only one",
        series: { 'pg_stat_database_deadlocks{datname="voice"}': "0+1x200" },
        after: 10,
        fires: ["database: deadlocks"],
    },
    {
        so: "Redis is away",
        series: { redis_up: steady(0) },
        after: 10,
        fires: ["redis: no-answer"],
    },
    {
        so: "Redis is full, turns clients away and cannot write",
        series: {
            redis_memory_used_bytes: steady(90),
            redis_memory_max_bytes: steady(100),
            redis_rejected_connections_total: growing(1),
            redis_aof_last_write_status: steady(0),
        },
        after: 10,
        fires: ["redis: disk", "redis: memory", "redis: refused"],
    },
    {
        so: "Redis has room",
        series: {
            redis_up: steady(1),
            redis_memory_used_bytes: steady(50),
            redis_memory_max_bytes: steady(100),
            redis_rejected_connections_total: steady(7),
            redis_aof_last_write_status: steady(1),
            redis_rdb_last_bgsave_status: steady(1),
        },
        after: 10,
        fires: [],
    },
    {
        so: "a disk is nearly full, at whichever place it is seen",
        series: {
            [`node_filesystem_avail_bytes{${disk}="/etc/hosts"}`]: steady(5),
            [`node_filesystem_size_bytes{${disk}="/etc/hosts"}`]: steady(100),
            [`node_filesystem_avail_bytes{${disk}="/host/disk"}`]: steady(5),
            [`node_filesystem_size_bytes{${disk}="/host/disk"}`]: steady(100),
        },
        after: 15,
        fires: ["host: disk"],
    },
    {
        so: "a disk fills up within the day",
        series: {
            [`node_filesystem_avail_bytes{${disk}="/host/disk"}`]: `29-0.005x${samples(90)}`,
            [`node_filesystem_size_bytes{${disk}="/host/disk"}`]: steady(100),
        },
        after: 80,
        fires: ["host: disk-soon"],
    },
    {
        so: "memory in the container's own file systems is full",
        series: {
            'node_filesystem_avail_bytes{device="tmpfs",fstype="tmpfs",mountpoint="/tmp"}': steady(0),
            'node_filesystem_size_bytes{device="tmpfs",fstype="tmpfs",mountpoint="/tmp"}': steady(100),
        },
        after: 15,
        fires: [],
    },
    {
        so: "the host has neither memory, files nor processors left",
        series: {
            'node_memory_MemAvailable_bytes{instance="host-exporter"}': steady(2),
            'node_memory_MemTotal_bytes{instance="host-exporter"}': steady(100),
            [`node_filesystem_files_free{${disk}="/host/disk"}`]: steady(1),
            [`node_filesystem_files{${disk}="/host/disk"}`]: steady(100),
            'node_load5{instance="host-exporter"}': steady(9),
            'node_cpu_seconds_total{instance="host-exporter",cpu="0",mode="idle"}': growing(1),
            'node_cpu_seconds_total{instance="host-exporter",cpu="1",mode="idle"}': growing(1),
            node_vmstat_oom_kill: "0+0x40 1+0x100",
        },
        after: 15,
        fires: ["host: inodes", "host: killed", "host: load", "host: memory"],
    },
    {
        so: "the host is busy, and has room",
        series: {
            'node_memory_MemAvailable_bytes{instance="host-exporter"}': steady(20),
            'node_memory_MemTotal_bytes{instance="host-exporter"}': steady(100),
            'node_load5{instance="host-exporter"}': steady(4),
            'node_cpu_seconds_total{instance="host-exporter",cpu="0",mode="idle"}': growing(1),
            'node_cpu_seconds_total{instance="host-exporter",cpu="1",mode="idle"}': growing(1),
            node_vmstat_oom_kill: steady(3),
        },
        after: 15,
        fires: [],
    },
    {
        so: "an exporter does not answer, and another cannot ask nginx",
        series: { 'up{job="redis-exporter"}': steady(0), nginx_up: steady(0) },
        after: 15,
        fires: ["targets: front", "targets: no-answer"],
    },
    {
        so: "mails cannot be sent",
        series: { 'alertmanager_notifications_failed_total{integration="email",reason="other"}': growing(1) },
        after: 10,
        fires: ["targets: mails"],
    },
    {
        so: "lines of logs are thrown away",
        series: { 'loki_write_dropped_entries_total{reason="rate_limited"}': growing(5) },
        after: 20,
        fires: ["logs: lost"],
    },
    {
        so: "a component writes more than its share",
        series: {
            'loki_process_dropped_lines_by_label_total{label_name="component",label_value="api-container-1"}':
                growing(50),
        },
        after: 20,
        fires: ["logs: over-share"],
    },
    {
        so: "no line was ever read, by a collector that runs",
        series: { 'up{job="log-collector"}': steady(1) },
        after: 80,
        fires: ["logs: silent"],
    },
    {
        so: "no line was read yet, half an hour after the beginning",
        series: { 'up{job="log-collector"}': steady(1) },
        after: 40,
        fires: [],
    },
    {
        so: "no line was read, by a collector that does not run",
        series: { 'up{job="log-collector"}': steady(0) },
        after: 80,
        fires: ["targets: no-answer"],
    },
    {
        so: "no line was read for an hour, by a collector that runs",
        series: { loki_source_docker_target_entries_total: steady(7), 'up{job="log-collector"}': steady(1) },
        after: 80,
        fires: ["logs: silent"],
    },
];

describeWith(missing("promtool"), "alerts in Prometheus' own eyes", () => {
    const folder = mkdtempSync(join(tmpdir(), "alerts-"));
    const rules = join(folder, "alerts.yml");
    before(() => writeFileSync(rules, alertRules(everything())));
    after(() => rmSync(folder, { recursive: true }));

    const promtool = (...args: readonly string[]): string => {
        const { status, stdout, stderr } = spawnSync(program("promtool") ?? "", args, { encoding: "utf8" });
        return status === 0 ? "" : `${stdout}${stderr}`;
    };

    it("are rules without a fault", () => assert.equal(promtool("check", "rules", rules), ""));

    for (const { so, series, after, every = 1, fires } of cases)
        it(`${fires.length === 0 ? "keep quiet" : `tell (${fires.join(", ")})`} when ${so}`, () => {
            const test = {
                rule_files: [rules],
                evaluation_interval: `${every}m`,
                tests: [
                    {
                        interval: "15s",
                        input_series: Object.entries(series).map(([of, values]) => ({ series: of, values })),
                        promql_expr_test: [
                            {
                                expr: 'count by (alertname, condition) (ALERTS{alertstate="firing"})',
                                eval_time: `${after}m`,
                                exp_samples: fires.map((each) => {
                                    const [alert, condition] = each.split(": ");
                                    return { labels: `{alertname="${alert}",condition="${condition}"}`, value: 1 };
                                }),
                            },
                        ],
                    },
                ],
            };
            const file = join(folder, "test.yml");
            writeFileSync(file, stringify(test, { lineWidth: 0 }));
            assert.equal(promtool("test", "rules", file), "");
        });
});
