import { strict as assert } from "node:assert";
import { parse } from "yaml";
import { lokiConfiguration } from "../../../../../platforms/docker/monitoring/configuration/loki";
import { everything } from "../environments";

describe("Loki's configuration", () => {
    const read = parse(lokiConfiguration(everything()));

    it("ORB-16 keeps logs for a month in its volume, and deletes what is older", () => {
        assert.equal(read.limits_config.retention_period, "720h");
        assert.equal(read.compactor.retention_enabled, true);
        assert.equal(read.compactor.delete_request_store, "filesystem");
        const text = lokiConfiguration(everything());
        for (const folder of text.match(/: \/\S+/g) ?? []) assert.match(folder, /^: \/loki(\/|$)/);
    });

    it("takes a day's index at a time, or retention would not work", () => {
        const [schema] = read.schema_config.configs;
        assert.deepEqual([schema.index.period, schema.store, schema.schema], ["24h", "tsdb", "v13"]);
    });

    it("is not filled up by one service, and tells nobody outside of itself", () => {
        assert.ok(read.limits_config.ingestion_rate_mb <= 4);
        assert.equal(read.limits_config.per_stream_rate_limit, "2MB");
        assert.equal(read.analytics.reporting_enabled, false);
        assert.equal(read.server.grpc_listen_address, "127.0.0.1");
    });
});
