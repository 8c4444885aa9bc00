import { strict as assert } from "node:assert";
import { parse } from "yaml";
import { toSeconds } from "../../../../../environment/units";
import { host } from "../../../../../platforms/docker/monitoring/alerts/host";
import { lokiConfiguration } from "../../../../../platforms/docker/monitoring/configuration/loki";
import { everything } from "../environments";

describe("Loki's configuration", () => {
    const read = parse(lokiConfiguration());

    it("ORB-16 keeps logs for a month in its volume, and deletes what is older", () => {
        assert.equal(read.limits_config.retention_period, "720h");
        assert.equal(read.compactor.retention_enabled, true);
        assert.equal(read.compactor.delete_request_store, "filesystem");
        const text = lokiConfiguration();
        for (const folder of text.match(/: \/\S+/g) ?? []) assert.match(folder, /^: \/loki(\/|$)/);
    });

    it("takes a day's index at a time, or retention would not work", () => {
        const [schema] = read.schema_config.configs;
        assert.deepEqual([schema.index.period, schema.store, schema.schema], ["24h", "tsdb", "v13"]);
    });

    it("takes no more in a month than its budget and a day of it, however fast lines come", () => {
        const { ingestion_rate_mb: rate, ingestion_burst_size_mb: burst } = read.limits_config;
        const month = (rate * 30 * 86400 + burst) * 2 ** 20;
        assert.ok(month > 15e9 && month < 15.6e9, String(month));
        // Less than what the log collector sends at once would be refused always.
        assert.ok(burst > 1);
    });

    it("takes nothing when the disk is nearly full, from where the alert on it comes on", () => {
        const { when = "" } =
            host
                .alerts({ ...everything(), patience: toSeconds(600) })
                .flatMap(({ conditions }) => conditions)
                .find(({ of }) => of === "disk") ?? {};
        const left = Number(/< ([0-9.]+)$/.exec(when)?.[1]);
        assert.equal(read.ingester.wal.disk_full_threshold, 1 - left);
    });

    it("tells nobody outside of itself", () => {
        assert.equal(read.analytics.reporting_enabled, false);
        assert.equal(read.server.grpc_listen_address, "127.0.0.1");
    });
});
