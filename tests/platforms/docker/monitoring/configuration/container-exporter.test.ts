import { strict as assert } from "node:assert";
import { containerExporterConfiguration } from "../../../../../platforms/docker/monitoring/configuration/container-exporter";
import { everything } from "../environments";

describe("the container exporter's configuration", () => {
    const text = containerExporterConfiguration(everything());

    it("ORB-16 measures the environment's own containers, with the labels that alerts know them by", () => {
        for (const line of [
            'endpoint = "tcp://engine-reader:2375"',
            'docker_label_include = ["project", "environment", "component"]',
            'project = ["voice"]',
            'environment = ["main"]',
            'listen = ":9273"',
            "metric_version = 2",
        ])
            assert.ok(text.includes(line), line);
    });

    it("tells of containers that have ended, and forgets those that are gone within a minute", () => {
        assert.match(text, /container_state_include = \[.*"exited".*\]/);
        assert.ok(!text.includes('"created"'));
        assert.match(text, /expiration_interval = "[1-5]?\ds"/);
    });

    it("makes a figure of the health, which is a word", () => {
        assert.ok(text.includes("string_as_label = false"));
        assert.match(text, /dest = "healthy"\n.*\n\s+healthy = 1\n\s+unhealthy = 0/);
    });
});
